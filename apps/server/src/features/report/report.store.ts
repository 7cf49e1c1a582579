import type { MemberId, SessionId } from '@coachvisio/contract/id.ts';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Rating } from '@coachvisio/engine/rating/rating.ts';
import type { TenantTx } from '../../platform/db/database.ts';
import { sessions } from '../session/index.ts';
import { type ReportRow, reports } from './report.table.ts';

const newestFirst = [desc(reports.createdAt), desc(reports.id)];

/** Undefined when this rater already rated the session: writing a report twice changes nothing. */
export async function insertReport(tx: TenantTx, row: typeof reports.$inferInsert): Promise<ReportRow | undefined> {
  return (await tx.insert(reports).values(row).onConflictDoNothing().returning())[0];
}

/** All of them, newest first: re-scoring adds, and never replaces. */
export async function listReports(tx: TenantTx, session: SessionId): Promise<ReportRow[]> {
  return tx
    .select()
    .from(reports)
    .where(eq(reports.sessionId, session))
    .orderBy(...newestFirst);
}

/** The one that is shown. */
export async function findReport(tx: TenantTx, session: SessionId): Promise<ReportRow | undefined> {
  return (
    await tx
      .select()
      .from(reports)
      .where(eq(reports.sessionId, session))
      .orderBy(...newestFirst)
      .limit(1)
  )[0];
}

/** What the newest rules found by themselves. */
export async function findRulesReport(tx: TenantTx, session: SessionId): Promise<ReportRow | undefined> {
  const byRules = and(eq(reports.sessionId, session), eq(reports.kind, 'rules'));
  return (
    await tx
      .select()
      .from(reports)
      .where(byRules)
      .orderBy(...newestFirst)
      .limit(1)
  )[0];
}

export async function wasRatedBy(tx: TenantTx, session: SessionId, rater: string): Promise<boolean> {
  return (
    (
      await tx
        .select({ id: reports.id })
        .from(reports)
        .where(and(eq(reports.sessionId, session), eq(reports.rater, rater)))
    ).length > 0
  );
}

/** More sessions than a year of daily practice. */
const mostSessions = 500;

export interface SessionLevels {
  readonly session: SessionId;
  readonly scenario: string;
  readonly at: Date;
  /** Criteria that were given a level. */
  readonly levels: readonly { readonly competency: string; readonly level: number }[];
}

/** What the debriefs of a member's sessions gave, oldest first. Sessions that take another one up are left out: half of them was rated before. */
export async function listOwnLevels(tx: TenantTx, member: MemberId): Promise<SessionLevels[]> {
  const newest = tx
    .selectDistinctOn([reports.sessionId], { session: reports.sessionId, criteria: sql<Rating['criteria']>`${reports.body} -> 'criteria'`.as('criteria') })
    .from(reports)
    .where(and(eq(reports.memberId, member), sql`${reports.body} -> 'scored' = 'true'`))
    .orderBy(reports.sessionId, ...newestFirst)
    .as('newest');
  const rows = await tx
    .select({ session: sessions.id, scenario: sessions.scenario, at: sessions.createdAt, criteria: newest.criteria })
    .from(newest)
    .innerJoin(sessions, eq(sessions.id, newest.session))
    .where(isNull(sessions.replayFrom))
    .orderBy(asc(sessions.id))
    .limit(mostSessions);
  return rows.map(({ criteria, ...row }) => ({
    ...row,
    levels: criteria.flatMap(({ competency, level }) => (level === null ? [] : [{ competency, level }])),
  }));
}
