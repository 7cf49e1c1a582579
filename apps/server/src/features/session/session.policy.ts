import type { Actor } from '../../platform/ctx.ts';
import type { SessionRow } from './session.table.ts';

/** A session belongs to the learner who plays it. Nobody else of the organisation reads it. */
export const isOwn = (actor: Actor, session: Pick<SessionRow, 'memberId'>): boolean => session.memberId === actor.member;

/** Something was said in it, so that there is something to debrief. A session taken up again and never begun holds only old words. */
export const wasPlayed = (session: Pick<SessionRow, 'learnerTurns' | 'endReason'>): boolean => session.learnerTurns > 0 && session.endReason !== 'abandoned';
