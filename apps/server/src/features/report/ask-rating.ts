import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { library } from '../content/index.ts';
import { ownSession } from '../session/index.ts';
import { isBeingAsked } from './rater-answer.store.ts';
import { type RatingRate, ratingsAMinute } from './rating-rate.ts';
import { findReport } from './report.store.ts';
import { whyNoReport } from './why-no-report.ts';

/** Has one's own session rated again; the answer does not wait for it. While raters are being asked about it, that is the rating asked for. */
export async function askRating(ctx: Ctx, session: SessionId, rate: RatingRate): Promise<Record<never, never>> {
  return ctx.tx(async (tx) => {
    const row = await ownSession(ctx, tx, session);
    if (!(await findReport(tx, session))) throw whyNoReport(row);
    if (!library().scenarios.has(row.scenario)) throw new ProblemError('report.not_found', 'The scenario of this session left the library.');
    if (!rate.allows(ctx.actor.member, ctx.clock))
      throw new ProblemError('rate.limited', `No more than ${ratingsAMinute} ratings a minute: wait for the next.`);
    if (!(await isBeingAsked(tx, session))) await publish(tx, 'rating.asked', { session });
    return {};
  });
}
