import type { MemberId, OrganisationId, ReportId, SessionId } from '@coachvisio/contract/id.ts';
import type { Rating } from '@coachvisio/engine/rating/rating.ts';
import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const reports = pgTable(
  'report',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    id: text('id').$type<ReportId>().notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    memberId: text('member_id').$type<MemberId>().notNull(),
    rater: text('rater').notNull(),
    body: jsonb('body').$type<Rating>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
export type ReportRow = typeof reports.$inferSelect;
