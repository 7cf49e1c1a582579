import type { SessionId } from '@coachvisio/contract/id.ts';
import type { SessionRating } from '@coachvisio/contract/rating.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { ownSession } from '../session/index.ts';
import { provenanceOf } from './provenance.ts';
import { presentRating } from './report.present.ts';
import { listReports } from './report.store.ts';

/** Every rating of one's own session, newest first. */
export async function listRatings(ctx: Ctx, session: SessionId): Promise<{ ratings: SessionRating[] }> {
  return ctx.tx(async (tx) => {
    const row = await ownSession(ctx, tx, session);
    const reports = await listReports(tx, session);
    return { ratings: reports.map((report) => presentRating(report, report.provenance ?? provenanceOf(row, report.rater))) };
  });
}
