import type { Directive, EndReason, Expression, PersonaState, SessionSnapshot, StateMove, TurnSound } from '@coachvisio/contract/conversation.ts';
import type { MemberId, OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SessionStatus } from '@coachvisio/contract/session.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import type { TapeEntry } from '@coachvisio/engine/turn/events.ts';
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const sessions = pgTable(
  'session',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    id: text('id').$type<SessionId>().notNull(),
    memberId: text('member_id').$type<MemberId>().notNull(),
    scenario: text('scenario').notNull(),
    scenarioVersion: integer('scenario_version').notNull(),
    persona: text('persona').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    seed: integer('seed').notNull(),
    engineVersion: text('engine_version').notNull(),
    status: text('status').$type<SessionStatus>().notNull(),
    durationMs: integer('duration_ms'),
    elapsedMs: integer('elapsed_ms').notNull().default(0),
    learnerTurns: integer('learner_turns').notNull().default(0),
    trust: jsonb('trust').$type<number[]>().notNull().default([]),
    exit: text('exit'),
    endReason: text('end_reason').$type<EndReason>(),
    /** The session that this one takes up again, and the first turn that is said anew. */
    replayOf: text('replay_of').$type<SessionId>(),
    replayFrom: integer('replay_from'),
    snapshot: jsonb('snapshot').$type<SessionSnapshot>().notNull(),
    epoch: integer('epoch').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
export type SessionRow = typeof sessions.$inferSelect;

export const turns = pgTable(
  'turn',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    seq: integer('seq').notNull(),
    who: text('who').$type<'persona' | 'learner'>().notNull(),
    text: text('text').notNull(),
    atMs: integer('at_ms').notNull(),
    delayMs: integer('delay_ms'),
    voicedBy: text('voiced_by').$type<'bank' | 'model'>(),
    expression: text('expression').$type<Expression>(),
    clientTurnId: text('client_turn_id'),
    unheard: text('unheard'),
    sound: jsonb('sound').$type<TurnSound>(),
    signals: jsonb('signals').$type<readonly Signal[]>(),
    moves: jsonb('moves').$type<readonly StateMove[]>(),
    state: jsonb('state').$type<Pick<PersonaState, 'trust' | 'tension' | 'patience' | 'phase'>>(),
    directive: jsonb('directive').$type<Directive>(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sessionId, table.seq] })],
);
export type TurnRow = typeof turns.$inferSelect;

export const tapes = pgTable(
  'tape',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    n: integer('n').notNull(),
    event: jsonb('event').$type<TapeEntry>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sessionId, table.n] })],
);

export const liveTickets = pgTable(
  'live_ticket',
  {
    orgId: text('org_id').$type<OrganisationId>().notNull(),
    hash: text('hash').notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.hash] })],
);
