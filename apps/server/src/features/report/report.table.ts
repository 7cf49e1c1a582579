import type { MemberId, OrganisationId, ReportId, SessionId } from '@coachvisio/contract/id.ts';
import type { RaterProblem, RatingKind } from '@coachvisio/contract/rating.ts';
import type { Provenance, Quote } from '@coachvisio/contract/report.ts';
import type { PanelRating } from '@coachvisio/engine/rating/panel/convene.ts';
import type { Level, Rating } from '@coachvisio/engine/rating/rating.ts';
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const createdAt = () => timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow();

export const reports = pgTable(
  'report',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    id: text('id').$type<ReportId>().notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    memberId: text('member_id').$type<MemberId>().notNull(),
    rater: text('rater').notNull(),
    kind: text('kind').$type<RatingKind>().notNull().default('rules'),
    body: jsonb('body').$type<Rating | PanelRating>().notNull(),
    provenance: jsonb('provenance').$type<Provenance>(),
    /** Of an override: why, and who. */
    reason: text('reason'),
    byMember: text('by_member').$type<MemberId>(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
export type ReportRow = typeof reports.$inferSelect;

export const raterAnswers = pgTable(
  'rater_answer',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    rater: text('rater').notNull(),
    competency: text('competency').notNull(),
    n: integer('n').notNull(),
    model: text('model').notNull(),
    promptHash: text('prompt_hash').notNull(),
    seed: integer('seed').notNull(),
    gridVersion: integer('grid_version').notNull(),
    level: integer('level').$type<Level>(),
    quotes: jsonb('quotes').$type<readonly Quote[]>().notNull(),
    reason: text('reason'),
    problem: text('problem').$type<RaterProblem>(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sessionId, table.rater, table.competency, table.n] })],
);
export type RaterAnswerRow = typeof raterAnswers.$inferSelect;
