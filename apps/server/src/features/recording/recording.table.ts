import type { MemberId, OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { DeletionReason } from '@coachvisio/contract/recording.ts';
import { boolean, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();
const ofSession = () => ({ orgId: text('org_id').$type<OrganisationId>().notNull(), sessionId: text('session_id').$type<SessionId>().notNull() });

export const recordingConsents = pgTable(
  'recording_consent',
  {
    ...ofSession(),
    n: integer('n').notNull(),
    memberId: text('member_id').$type<MemberId>().notNull(),
    granted: boolean('granted').notNull(),
    textVersion: integer('text_version').notNull(),
    decidedAt: instant('decided_at'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sessionId, table.n] })],
);
export type ConsentRow = typeof recordingConsents.$inferSelect;

export const recordings = pgTable(
  'recording',
  {
    ...ofSession(),
    /** Part of the key: with this row goes the last way to read its files. */
    salt: text('salt').notNull(),
    /** Which storage holds the files. */
    storage: text('storage').notNull(),
    beganAt: instant('began_at'),
    /** Why it is being deleted; null while it is kept. */
    erasing: text('erasing').$type<DeletionReason>(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sessionId] })],
);
export type RecordingRow = typeof recordings.$inferSelect;

export const recordingTracks = pgTable(
  'recording_track',
  {
    ...ofSession(),
    seq: integer('seq').notNull(),
    who: text('who').$type<'persona' | 'learner'>().notNull(),
    /** Its name in the storage. */
    file: text('file').notNull(),
    durationMs: integer('duration_ms').notNull(),
    /** Of the ciphertext. */
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.sessionId, table.seq] })],
);
export type TrackRow = typeof recordingTracks.$inferSelect;

export const recordingDeletions = pgTable(
  'recording_deletion',
  {
    ...ofSession(),
    id: text('id').notNull(),
    /** null: a file whose turn nobody knows any more. */
    seq: integer('seq'),
    reason: text('reason').$type<DeletionReason>().notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
export type DeletionRow = typeof recordingDeletions.$inferSelect;
