import type { MemberId, OrganisationId } from '@coachvisio/contract/id.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Role } from '@coachvisio/contract/permission.ts';
import { boolean, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Policies are in `0002_identity.sql`: an organisation sees itself and its members; the platform may look members up. */
export const organisations = pgTable('organisation', {
  id: text('id').$type<OrganisationId>().primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').$type<'personal' | 'demo'>().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export const members = pgTable(
  'member',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    id: text('id').$type<MemberId>().notNull(),
    userId: text('user_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    name: text('name').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    demo: boolean('demo').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export type MemberRow = typeof members.$inferSelect;
