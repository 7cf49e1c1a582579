import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { ProviderRole } from '@coachvisio/contract/usage.ts';
import { boolean, doublePrecision, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { CallError } from './meter.ts';

export const providerCalls = pgTable(
  'provider_call',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    n: integer('n').notNull(),
    role: text('role').$type<ProviderRole>().notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    beganAt: timestamp('began_at', { withTimezone: true, mode: 'date' }).notNull(),
    firstMs: integer('first_ms'),
    wholeMs: integer('whole_ms').notNull(),
    tokensIn: integer('tokens_in'),
    tokensCached: integer('tokens_cached'),
    tokensOut: integer('tokens_out'),
    characters: integer('characters'),
    seconds: doublePrecision('seconds'),
    eur: doublePrecision('eur'),
    error: text('error').$type<CallError>(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sessionId, table.n] })],
);
export type ProviderCallRow = typeof providerCalls.$inferSelect;

export const turnLatencies = pgTable(
  'turn_latency',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    seq: integer('seq').notNull(),
    spoken: boolean('spoken').notNull(),
    committedMs: integer('committed_ms').notNull(),
    firstTokenMs: integer('first_token_ms'),
    firstAudioMs: integer('first_audio_ms'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sessionId, table.seq] })],
);
export type TurnLatencyRow = typeof turnLatencies.$inferSelect;
