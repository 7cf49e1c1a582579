import type { RaterProblem } from '@coachvisio/contract/rating.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { TenantTx } from '../../platform/db/database.ts';
import { type RaterAnswerRow, raterAnswers } from './report.table.ts';

/** Nothing came: such a question is asked again, and what comes then takes its place. An answer stays as it is. */
const silent: readonly RaterProblem[] = ['timeout', 'unreachable'];

export async function saveAnswer(tx: TenantTx, row: typeof raterAnswers.$inferInsert): Promise<void> {
  await tx
    .insert(raterAnswers)
    .values(row)
    .onConflictDoUpdate({
      target: [raterAnswers.orgId, raterAnswers.sessionId, raterAnswers.rater, raterAnswers.competency, raterAnswers.n],
      set: {
        promptHash: row.promptHash,
        gridVersion: row.gridVersion,
        level: row.level ?? null,
        quotes: row.quotes,
        reason: row.reason ?? null,
        problem: row.problem ?? null,
        createdAt: sql`now()`,
      },
      setWhere: inArray(raterAnswers.problem, [...silent]),
    });
}

/** What this panel answered about the session so far. */
export async function listAnswers(tx: TenantTx, session: SessionId, rater: string): Promise<RaterAnswerRow[]> {
  const rows = await tx
    .select()
    .from(raterAnswers)
    .where(and(eq(raterAnswers.sessionId, session), eq(raterAnswers.rater, rater)))
    .orderBy(asc(raterAnswers.competency), asc(raterAnswers.n));
  return rows.filter(({ problem }) => problem === null || !silent.includes(problem));
}
