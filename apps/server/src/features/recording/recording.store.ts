import type { MemberId, OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { DeletionReason } from '@coachvisio/contract/recording.ts';
import { and, asc, desc, eq, gt, isNotNull, lt, or, sql } from 'drizzle-orm';
import { type SystemTx, tenant, type TenantTx } from '../../platform/db/database.ts';
import { sessions } from '../session/index.ts';
import {
  type ConsentRow,
  type DeletionRow,
  recordingConsents,
  recordingDeletions,
  type RecordingRow,
  recordings,
  recordingTracks,
  type TrackRow,
} from './recording.table.ts';

/** Until the transaction ends nobody else decides about, adds to or deletes this recording, whether it has a row yet or not. */
export async function holdRecording(tx: TenantTx, session: SessionId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`recording ${tx[tenant]} ${session}`}, 0))`);
}

/** The decision that holds. */
export async function findConsent(tx: TenantTx, session: SessionId): Promise<ConsentRow | undefined> {
  const ofSession = eq(recordingConsents.sessionId, session);
  return (await tx.select().from(recordingConsents).where(ofSession).orderBy(desc(recordingConsents.n)).limit(1))[0];
}

export async function insertConsent(tx: TenantTx, row: typeof recordingConsents.$inferInsert): Promise<void> {
  await tx.insert(recordingConsents).values(row);
}

export async function findRecording(tx: TenantTx, session: SessionId): Promise<RecordingRow | undefined> {
  return (await tx.select().from(recordings).where(eq(recordings.sessionId, session)))[0];
}

/** The recording of the session: the one that is there, or this one. */
export async function ensureRecording(tx: TenantTx, row: typeof recordings.$inferInsert): Promise<RecordingRow> {
  await tx.insert(recordings).values(row).onConflictDoNothing();
  const found = await findRecording(tx, row.sessionId);
  if (!found) throw new Error('the recording was not inserted');
  return found;
}

/** The first reason stands. */
export async function markErasing(tx: TenantTx, session: SessionId, reason: DeletionReason): Promise<void> {
  await tx
    .update(recordings)
    .set({ erasing: sql`coalesce(${recordings.erasing}, ${reason})` })
    .where(eq(recordings.sessionId, session));
}

/** Its tracks go with it. */
export async function deleteRecordingRow(tx: TenantTx, session: SessionId): Promise<void> {
  await tx.delete(recordings).where(eq(recordings.sessionId, session));
}

export async function listTracks(tx: TenantTx, session: SessionId): Promise<TrackRow[]> {
  return tx.select().from(recordingTracks).where(eq(recordingTracks.sessionId, session)).orderBy(asc(recordingTracks.seq));
}

export async function findTrack(tx: TenantTx, session: SessionId, seq: number): Promise<TrackRow | undefined> {
  return (
    await tx
      .select()
      .from(recordingTracks)
      .where(and(eq(recordingTracks.sessionId, session), eq(recordingTracks.seq, seq)))
  )[0];
}

/** False when this turn has a track already. */
export async function insertTrack(tx: TenantTx, row: typeof recordingTracks.$inferInsert): Promise<boolean> {
  return (await tx.insert(recordingTracks).values(row).onConflictDoNothing().returning({ seq: recordingTracks.seq })).length > 0;
}

export async function deleteTrack(tx: TenantTx, session: SessionId, seq: number): Promise<void> {
  await tx.delete(recordingTracks).where(and(eq(recordingTracks.sessionId, session), eq(recordingTracks.seq, seq)));
}

export async function insertDeletions(tx: TenantTx, rows: readonly (typeof recordingDeletions.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(recordingDeletions).values([...rows]);
}

/** The latest first, then in the order of the turns. */
export async function listDeletions(tx: TenantTx, session: SessionId): Promise<DeletionRow[]> {
  return tx
    .select()
    .from(recordingDeletions)
    .where(eq(recordingDeletions.sessionId, session))
    .orderBy(desc(recordingDeletions.deletedAt), asc(recordingDeletions.seq), asc(recordingDeletions.id));
}

/** Sessions of this member of which something is kept. */
export async function listRecordedSessions(tx: TenantTx, member: MemberId): Promise<SessionId[]> {
  const rows = await tx
    .select({ session: recordings.sessionId })
    .from(recordings)
    .innerJoin(sessions, eq(sessions.id, recordings.sessionId))
    .where(eq(sessions.memberId, member));
  return rows.map(({ session }) => session);
}

export interface RecordingPlace {
  readonly org: OrganisationId;
  readonly session: SessionId;
  readonly storage: string;
}

const place = { org: recordings.orgId, session: recordings.sessionId, storage: recordings.storage };

/** Recordings that are too old, or whose deletion was begun and not finished, the oldest first. */
export async function listDue(tx: SystemTx, before: Date, limit: number): Promise<RecordingPlace[]> {
  return tx
    .select(place)
    .from(recordings)
    .where(or(lt(recordings.beganAt, before), isNotNull(recordings.erasing)))
    .orderBy(asc(recordings.beganAt))
    .limit(limit);
}

/** Every recording, a page at a time. */
export async function listPlaces(tx: SystemTx, after: RecordingPlace | null, limit: number): Promise<RecordingPlace[]> {
  const later = after ? or(gt(recordings.orgId, after.org), and(eq(recordings.orgId, after.org), gt(recordings.sessionId, after.session))) : undefined;
  return tx.select(place).from(recordings).where(later).orderBy(asc(recordings.orgId), asc(recordings.sessionId)).limit(limit);
}
