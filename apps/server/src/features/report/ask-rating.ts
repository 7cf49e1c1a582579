import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { library } from '../content/index.ts';
import { ownSession } from '../session/index.ts';
import { findReport } from './report.store.ts';
import { whyNoReport } from './why-no-report.ts';

/** Has one's own session rated again; the answer does not wait for it. */
export async function askRating(ctx: Ctx, session: SessionId): Promise<Record<never, never>> {
  return ctx.tx(async (tx) => {
    const row = await ownSession(ctx, tx, session);
    if (!(await findReport(tx, session))) throw whyNoReport(row);
    if (!library().scenarios.has(row.scenario)) throw new ProblemError('report.not_found', 'The scenario of this session left the library.');
    await publish(tx, 'rating.asked', { session });
    return {};
  });
}
