import type { EventId, MemberId, SessionId } from '@coachvisio/contract/id.ts';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Rating } from '@coachvisio/engine/rating/rating.ts';
import type { TenantTx } from '../../platform/db/database.ts';
import { sessions } from '../session/index.ts';
import { type ReportRow, reports } from './report.table.ts';

const newestFirst = [desc(reports.createdAt), desc(reports.id)];

/**
 * Whoever deletes the session waits until this transaction is over; false when it is deleted already. Whoever played it is held first,
 * as their own deletion goes: in another order the two could wait for each other.
 */
export async function holdSession(tx: TenantTx, session: SessionId): Promise<boolean> {
  await tx.execute(sql`select 1 from member where id = (select member_id from session where id = ${session}) for key share`);
  return (await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, session)).for('key share')).length > 0;
}

/** Undefined when this rater already rated the session, since writing a report twice changes nothing, or when the session was deleted meanwhile. */
export async function insertReport(tx: TenantTx, row: typeof reports.$inferInsert): Promise<ReportRow | undefined> {
  if (!(await holdSession(tx, row.sessionId))) return undefined;
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

/** Whether a panel rated the session after this event: then that is what the event asked for, and whoever else asked waits for the same. */
export async function wasPanelledSince(tx: TenantTx, session: SessionId, event: EventId): Promise<boolean> {
  const since = sql`${reports.createdAt} >= (select created_at from event where id = ${event})`;
  const byPanel = and(eq(reports.sessionId, session), eq(reports.kind, 'panel'), since);
  return (await tx.select({ id: reports.id }).from(reports).where(byPanel).limit(1)).length > 0;
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
