import { createHash } from 'node:crypto';
import { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import { newId } from '../../platform/id.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Stored } from '../../platform/storage/storage.ts';
import { eraseRecording } from './erase-recording.ts';
import { purgedBefore } from './recording.policy.ts';
import { deleteTrack, findRecording, holdRecording, insertDeletions, listDue, listPlaces, listTracks, type RecordingPlace } from './recording.store.ts';
import { allRecordings, folderOf, nameOf } from './vault.ts';

/** The purge comes by every hour, so that «at most» is meant to the day. */
const purgeEveryMs = 60 * 60 * 1000;
/** A file this young may be about to get its row. */
const settledMs = 15 * 60 * 1000;
const page = 200;

/** Deletes what is too old or was to be deleted before, then files without a row and rows without a file. */
export async function purgeRecordings(platform: Platform): Promise<void> {
  await purgeDue(platform);
  const places = await sweepRecordings(platform);
  await sweepLeftFolders(platform, places);
  await platform.storage.tidy(platform.clock.now() - settledMs);
}

async function purgeDue(platform: Platform): Promise<void> {
  const { db, clock, config, log } = platform;
  const before = purgedBefore(clock.now(), config.recordingDays, purgeEveryMs);
  const failed = new Set<string>();
  for (;;) {
    const due = await db.system((tx) => listDue(tx, before, page + failed.size));
    const now = due.filter(({ session }) => !failed.has(session));
    for (const { org, session } of now) {
      // One that cannot be deleted must not keep the others; it is tried again the next time.
      await eraseRecording(platform, platform.contextOf(org), session, 'expired').catch((error: unknown) => {
        failed.add(session);
        log.error({ org, session, err: error }, 'a recording could not be deleted');
      });
    }
    if (now.length === 0) return;
  }
}

/** Compares every recording with its files. Returns where they are. */
async function sweepRecordings(platform: Platform): Promise<Set<string>> {
  const here = await platform.storage.id();
  const seen = new Set<string>();
  let after: RecordingPlace | null = null;
  for (;;) {
    const places: RecordingPlace[] = await platform.db.system((tx) => listPlaces(tx, after, page));
    for (const place of places) {
      seen.add(folderOf(place.org, place.session));
      if (place.storage === here) await sweepRecording(platform, place);
      else platform.log.error({ org: place.org, session: place.session, storage: place.storage }, 'a recording is on a storage that this process does not see');
    }
    after = places.at(-1) ?? null;
    if (places.length < page) return seen;
  }
}

async function sweepRecording(platform: Platform, { org, session }: RecordingPlace): Promise<void> {
  const ctx = platform.contextOf(org);
  // Rows first: a file that comes after them belongs to a row that comes after it.
  const tracks = await ctx.tx((tx) => listTracks(tx, session));
  const files = await platform.storage.list(folderOf(org, session));
  const rowOf = new Set(tracks.map(({ file }) => nameOf(org, session, file)));
  await removeOrphans(
    platform,
    org,
    session,
    files.filter(({ name }) => !rowOf.has(name)),
  );
  const there = new Set(files.map(({ name }) => name));
  for (const track of tracks.filter(({ file }) => !there.has(nameOf(org, session, file)))) {
    ctx.log.error({ session, seq: track.seq }, 'the file of a track is gone');
    await ctx.tx(async (tx) => {
      await holdRecording(tx, session);
      const { seq, bytes, sha256 } = track;
      // Being deleted, or deleted meanwhile, with a proof of its own.
      const recording = await findRecording(tx, session);
      if (recording?.erasing !== null || !(await listTracks(tx, session)).some((row) => row.file === track.file)) return;
      await deleteTrack(tx, session, seq);
      await insertDeletions(tx, [
        { orgId: org, id: newId('del'), sessionId: session, seq, reason: 'lost', bytes, sha256, deletedAt: new Date(ctx.clock.now()) },
      ]);
    });
  }
}

/** Folders of sessions of which no recording is known: the session went, and its files did not. */
async function sweepLeftFolders(platform: Platform, known: ReadonlySet<string>): Promise<void> {
  const left = Map.groupBy(await platform.storage.list(allRecordings), ({ name }) => name.split('/').slice(0, 3).join('/'));
  for (const [folder, files] of left) {
    if (known.has(folder)) continue;
    const [, organisation, id] = folder.split('/');
    const [org, session] = [OrganisationId.safeParse(organisation), SessionId.safeParse(id)];
    if (org.success && session.success) await removeOrphans(platform, org.data, session.data, files);
    else platform.log.error({ files: files.length }, 'the storage of recordings holds files that bear no session');
  }
}

async function removeOrphans(platform: Platform, org: OrganisationId, session: SessionId, files: readonly Stored[]): Promise<void> {
  const ctx = platform.contextOf(org);
  for (const { name, writtenAt } of files) {
    if (writtenAt > ctx.clock.now() - settledMs) continue;
    const sealed = await platform.storage.read(name);
    if (!sealed) continue;
    await platform.storage.remove(name);
    const sha256 = createHash('sha256').update(sealed).digest('hex');
    const proof = {
      orgId: org,
      id: newId('del'),
      sessionId: session,
      seq: null,
      reason: 'orphan',
      bytes: sealed.length,
      sha256,
      deletedAt: new Date(ctx.clock.now()),
    } as const;
    await ctx.tx((tx) => insertDeletions(tx, [proof]));
  }
}
