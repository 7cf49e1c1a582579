import type { Actor } from '../../platform/ctx.ts';
import type { SessionRow } from './session.table.ts';

/** A session belongs to the learner who plays it. Nobody else of the organisation reads it. */
export const isOwn = (actor: Actor, session: Pick<SessionRow, 'memberId'>): boolean => session.memberId === actor.member;
