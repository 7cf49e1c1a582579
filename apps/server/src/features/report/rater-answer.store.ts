import type { EventId, SessionId } from '@coachvisio/contract/id.ts';
import type { RaterProblem } from '@coachvisio/contract/rating.ts';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { TenantTx } from '../../platform/db/database.ts';
import { holdSession } from './report.store.ts';
import { type RaterAnswerRow, raterAnswers } from './report.table.ts';

/** Nothing came: such a question is asked again, and what comes then takes its place. An answer stays as it is. */
const silent: readonly RaterProblem[] = ['timeout', 'unreachable'];
const isSilent = inArray(raterAnswers.problem, [...silent]);
const question = [raterAnswers.orgId, raterAnswers.sessionId, raterAnswers.rater, raterAnswers.competency, raterAnswers.n];

/** A question as it is asked: an answer's row without the answer. */
export type AskedQuestion = Omit<typeof raterAnswers.$inferInsert, 'level' | 'quotes' | 'reason' | 'problem' | 'createdAt'>;

/** Whose it is to ask a question: ours, another job's that asks it now or has its answer, or nobody's, since the session was deleted. */
export type Claim = 'ours' | 'elsewhere' | 'gone';

/**
 * Writes a question down before it is asked, as one that nothing came to, at the time at which that will be so. Until then it is
 * nobody else's to ask; a job that dies leaves nothing to tidy.
 */
export async function claimQuestion(tx: TenantTx, asked: AskedQuestion, forMs: number): Promise<Claim> {
  if (!(await holdSession(tx, asked.sessionId))) return 'gone';
  const due = sql`now() + make_interval(secs => ${forMs / 1000}::double precision)`;
  const { promptHash, gridVersion } = asked;
  const claimed = await tx
    .insert(raterAnswers)
    .values({ ...asked, quotes: [], problem: 'timeout', createdAt: due })
    .onConflictDoUpdate({
      target: question,
      set: { promptHash, gridVersion, problem: 'timeout', createdAt: due },
      setWhere: sql`${isSilent} and ${raterAnswers.createdAt} <= now()`,
    })
    .returning({ n: raterAnswers.n });
  return claimed.length > 0 ? 'ours' : 'elsewhere';
}

/** False, and nothing is written, when the session was deleted meanwhile. */
export async function saveAnswer(tx: TenantTx, row: typeof raterAnswers.$inferInsert): Promise<boolean> {
  if (!(await holdSession(tx, row.sessionId))) return false;
  await tx
    .insert(raterAnswers)
    .values(row)
    .onConflictDoUpdate({
      target: question,
      set: {
        promptHash: row.promptHash,
        gridVersion: row.gridVersion,
        level: row.level ?? null,
        quotes: row.quotes,
        reason: row.reason ?? null,
        problem: row.problem ?? null,
        createdAt: sql`now()`,
      },
      setWhere: isSilent,
    });
  return true;
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

/** Between the last call of a panel that gave nothing and the rating that says so, in seconds: a job that takes longer has died. */
const tellingSeconds = 5;

/** Whether a job that asked in vain since `event` is about to write down that it did: whoever asks meanwhile shares that. */
export async function isBeingTold(tx: TenantTx, session: SessionId, event: EventId): Promise<boolean> {
  const justNow = sql`${raterAnswers.createdAt} between now() - make_interval(secs => ${tellingSeconds}::double precision) and now()`;
  const sinceEvent = gt(raterAnswers.createdAt, sql`(select created_at from event where id = ${event})`);
  const told = and(eq(raterAnswers.sessionId, session), eq(raterAnswers.problem, 'unreachable'), justNow, sinceEvent);
  return (await tx.select({ n: raterAnswers.n }).from(raterAnswers).where(told).limit(1)).length > 0;
}

/** Whether some job waits for an answer about this session now. */
export async function isBeingAsked(tx: TenantTx, session: SessionId): Promise<boolean> {
  const waiting = and(eq(raterAnswers.sessionId, session), isSilent, gt(raterAnswers.createdAt, sql`now()`));
  return (await tx.select({ n: raterAnswers.n }).from(raterAnswers).where(waiting).limit(1)).length > 0;
}
