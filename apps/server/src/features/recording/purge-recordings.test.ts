import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';
import { sessions } from '../session/index.ts';
import { keepTurn } from './keep-turn.ts';
import { purgeRecordings } from './purge-recordings.ts';
import { findRecording, markErasing } from './recording.store.ts';
import { hum, openRecording, rate } from './recording.testing.ts';
import { recordingDeletions } from './recording.table.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('the purge of recordings', () => {
  let server: TestServer;
  let learner: TestClient;
  beforeAll(async () => {
    server = await startTestServer({ env: { RECORDING_DAYS: '7' } });
    learner = await server.asMember();
  });
  afterAll(() => server.close());

  const purge = () => purgeRecordings(server.platform);
  const pathOf = (name: string) => join(server.dataDir, 'storage', 'kept', ...name.split('/'));
  const age = (path: string) => utimes(path, (Date.now() - hour) / 1000, (Date.now() - hour) / 1000);

  const ours = () => learner.me.organisation.id;

  /** Two turns kept so long ago. */
  async function kept(agoMs = 0, change: Partial<Platform> = {}) {
    const clock = { now: () => Date.now() - agoMs };
    const recording = await openRecording(server, learner, {
      ...server.platform,
      contextOf: (org) => ({ ...server.platform.contextOf(org), clock }),
      ...change,
    });
    await recording.decide(true);
    await recording.say({ seq: 1, who: 'persona' }, { seq: 2, who: 'learner' });
    return recording;
  }

  it('deletes what would be too old before it comes by again, with a proof, and nothing younger', async () => {
    const [old, due, young] = [await kept(30 * day), await kept(7 * day - hour / 2), await kept(7 * day - 2 * hour)];
    await purge();
    for (const recording of [old, due]) {
      expect(await recording.read()).toMatchObject({ tracks: [], keptUntil: null, proofs: [{ reason: 'expired', tracks: [{ seq: 1 }, { seq: 2 }] }] });
      expect(await recording.files()).toEqual([]);
    }
    expect((await young.read()).tracks).toHaveLength(2);
    await purge();
    expect((await old.read()).proofs).toHaveLength(1);
  });

  it('is not waited for: what is too old is not given out, whether it has come by or not', async () => {
    const recording = await kept(7 * day + 1);
    expect(await recording.read()).toMatchObject({ tracks: [], keptUntil: null });
    expect((await recording.track(1)).status).toBe(404);
    const later = {
      org: ours(),
      session: recording.id,
      seq: 4,
      who: 'learner',
      beganAt: Date.now(),
      stretches: [{ samples: hum(4, 100), sampleRate: rate }],
    } as const;
    await keepTurn(server.platform, server.platform.contextOf(ours()), later);
    expect(await recording.files()).toHaveLength(2);
  });

  it('finishes a deletion in the middle of which a process died, with the reason that it had', async () => {
    const recording = await kept();
    await server.db.tenant(ours(), (tx) => markErasing(tx, recording.id, 'asked'));
    expect((await recording.track(1)).status).toBe(404);
    const [first = ''] = await recording.files();
    await server.platform.storage.remove(first);
    await purge();
    expect(await recording.read()).toMatchObject({ proofs: [{ reason: 'asked', tracks: [{ seq: 1 }, { seq: 2 }] }] });
    expect(await recording.files()).toEqual([]);
  });

  it('deletes files without a row, but for those that may be about to get one', async () => {
    const recording = await kept();
    const [name = ''] = await recording.files();
    const folder = name.slice(0, name.lastIndexOf('/'));
    const [stray, young] = [`${folder}/${newId('trk')}`, `${folder}/${newId('trk')}`];
    await server.platform.storage.write(stray, new Uint8Array(10));
    await server.platform.storage.write(young, new Uint8Array(10));
    await age(pathOf(stray));
    await purge();
    expect(await recording.files()).toHaveLength(3);
    expect(await recording.files()).not.toContain(stray);
    expect(await recording.read()).toMatchObject({ tracks: [{ seq: 1 }, { seq: 2 }], proofs: [{ reason: 'orphan', tracks: [{ seq: null, bytes: 10 }] }] });
  });

  it('deletes the files of a session that went without them', async () => {
    const recording = await kept();
    await server.db.tenant(ours(), async (tx) => void (await tx.delete(sessions).where(eq(sessions.id, recording.id))));
    const files = await recording.files();
    expect(files).toHaveLength(2);
    for (const name of files) await age(pathOf(name));
    await purge();
    expect(await recording.files()).toEqual([]);
    const proofs = await server.db.tenant(ours(), async (tx) => tx.select().from(recordingDeletions));
    expect(proofs.filter(({ sessionId }) => sessionId === recording.id).map(({ reason }) => reason)).toEqual(['orphan', 'orphan']);
  });

  it('takes rows without a file away, and says that it was lost', async () => {
    const recording = await kept();
    const files = await recording.files();
    await rm(pathOf(files[0] ?? ''));
    await purge();
    const read = await recording.read();
    expect(read.tracks).toHaveLength(1);
    expect(read.proofs).toMatchObject([{ reason: 'lost', tracks: [{}] }]);
  });

  it('leaves a recording alone whose files another storage holds, and forgets how to read it once it is too old', async () => {
    const elsewhere = { ...server.platform.storage, id: () => Promise.resolve('elsewhere') };
    const [young, old] = [await kept(0, { storage: elsewhere }), await kept(8 * day, { storage: elsewhere })];
    for (const name of [...(await young.files()), ...(await old.files())]) await rm(pathOf(name));
    await purge();
    expect((await young.read()).tracks).toHaveLength(2);
    // Nobody can read it any more; whoever sees its files deletes them, and says so.
    expect(await server.db.tenant(ours(), (tx) => findRecording(tx, old.id))).toBeUndefined();
    expect(await old.read()).toMatchObject({ tracks: [], proofs: [] });
  });

  it('clears what a writer that died had begun', async () => {
    const half = join(server.dataDir, 'storage', 'unfinished', 'new_half');
    await writeFile(half, 'half');
    await age(half);
    await purge();
    await expect(rm(half)).rejects.toThrow(/ENOENT/);
  });
});
