import type { SessionId } from '@coachvisio/contract/id.ts';
import { desc, eq } from 'drizzle-orm';
import type { TenantTx } from '../../platform/db/database.ts';
import { type ReportRow, reports } from './report.table.ts';

/** Undefined when this rater already rated the session: writing a report twice changes nothing. */
export async function insertReport(tx: TenantTx, row: typeof reports.$inferInsert): Promise<ReportRow | undefined> {
  return (await tx.insert(reports).values(row).onConflictDoNothing().returning())[0];
}

/** The newest one: re-scoring adds, and never replaces. */
export async function findReport(tx: TenantTx, session: SessionId): Promise<ReportRow | undefined> {
  return (await tx.select().from(reports).where(eq(reports.sessionId, session)).orderBy(desc(reports.createdAt)).limit(1))[0];
}
