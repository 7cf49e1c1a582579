import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@coachvisio/contract/problem.ts';
import { readWav } from '@coachvisio/engine/speech/wav.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';
import { hum, openRecording, rate } from './recording.testing.ts';
import { recordingConsents, recordingDeletions, recordings, recordingTracks } from './recording.table.ts';

const insufficientPrivilege = '42501';

describe('the sound of a session', () => {
  let server: TestServer;
  let learner: TestClient;
  let stranger: TestClient;
  let neighbours: readonly [TestClient, TestClient];
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asMember();
    stranger = await server.asMember();
    neighbours = [await server.asDemo(), await server.asDemo()];
  });
  afterAll(() => server.close());

  const events = async (client: TestClient, session: string) =>
    z
      .array(z.object({ name: z.string(), payload: z.record(z.string(), z.unknown()) }))
      .parse(
        await server.db.tenant(client.me.organisation.id, async (tx) =>
          tx.execute(sql`select name, payload from event where payload ->> 'session' = ${session} and name ~ '^(consent|recording)' order by position`),
        ),
      );

  /** Two turns kept, of somebody who agreed. */
  async function kept(client = learner) {
    const recording = await openRecording(server, client);
    await recording.decide(true);
    await recording.say({ seq: 1, who: 'persona' }, { seq: 2, who: 'learner' });
    return recording;
  }
  const pathOf = (name: string) => join(server.dataDir, 'storage', 'kept', ...name.split('/'));

  it('is not kept where nobody was asked, or where it was refused', async () => {
    const recording = await openRecording(server, learner);
    await recording.say({ seq: 1, who: 'persona' });
    expect(await recording.read()).toEqual({ consent: null, tracks: [], keptUntil: null, proofs: [] });
    expect(await recording.decide(false)).toMatchObject({ status: 200, json: { consent: { granted: false }, tracks: [] } });
    await recording.say({ seq: 2, who: 'learner' });
    expect(await recording.files()).toEqual([]);
    expect((await recording.track(2)).status).toBe(404);
    expect(await events(learner, recording.id)).toEqual([]);
  });

  it('is kept from the consent on: a turn that began before is not', async () => {
    const recording = await openRecording(server, learner);
    const before = Date.now() - 1;
    await recording.decide(true);
    await recording.say({ seq: 1, who: 'persona', beganAt: before }, { seq: 2, who: 'learner' });
    expect((await recording.read()).tracks).toEqual([{ seq: 2, who: 'learner', startMs: 0, durationMs: 300 }]);
  });

  it('comes back as it was heard, turn by turn, and its file shows nothing of it', async () => {
    const recording = await kept();
    const read = await recording.read();
    expect(read.tracks).toEqual([
      { seq: 1, who: 'persona', startMs: 0, durationMs: 300 },
      { seq: 2, who: 'learner', startMs: 300, durationMs: 300 },
    ]);
    const days = (Date.parse(read.keptUntil ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThanOrEqual(30);
    const answer = await recording.track(2);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'cache-control': expect.stringContaining('no-store'),
      'accept-ranges': 'bytes',
    });
    expect(readWav(new Uint8Array(await answer.arrayBuffer()))).toEqual({ sampleRate: rate, samples: hum(2, 300) });
    // What a machine spoke says so of itself, wherever its file goes.
    const saysSo = async (seq: number) => Buffer.from(await (await recording.track(seq)).arrayBuffer()).includes('synthetic=true');
    expect([await saysSo(1), await saysSo(2)]).toEqual([true, false]);
    const [first = ''] = await recording.files();
    expect((await readFile(pathOf(first))).includes('RIFF')).toBe(false);
    expect(await recording.track(3).then(({ status }) => status)).toBe(404);
  });

  it('is one sound where a second voice took over at another rate', async () => {
    const recording = await openRecording(server, learner);
    await recording.decide(true);
    const stretches = [
      { samples: hum(1, 200, 24_000), sampleRate: 24_000 },
      { samples: hum(1, 100, 22_050), sampleRate: 22_050 },
    ];
    await recording.say({ seq: 1, who: 'persona', stretches }, { seq: 3, who: 'persona', stretches: [] });
    expect((await recording.read()).tracks).toEqual([{ seq: 1, who: 'persona', startMs: 0, durationMs: 300 }]);
    expect(readWav(new Uint8Array(await (await recording.track(1)).arrayBuffer())).samples).toHaveLength(4800);
  });

  it('keeps the first sound of a turn, however often it is handed over', async () => {
    const recording = await kept();
    await recording.say({ seq: 2, who: 'learner', stretches: [{ samples: hum(9, 900), sampleRate: rate }] });
    expect((await recording.read()).tracks.at(-1)).toMatchObject({ seq: 2, durationMs: 300 });
    expect(await recording.files()).toHaveLength(2);
  });

  it('is given out in parts, and only in parts that there are', async () => {
    const recording = await kept();
    const whole = Buffer.from(await (await recording.track(1)).arrayBuffer());
    const part = await recording.track(1, { range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${whole.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20));
    const last = await recording.track(1, { range: 'bytes=-5' });
    expect(Buffer.from(await last.arrayBuffer())).toEqual(whole.subarray(-5));
    for (const range of [`bytes=${whole.length}-`, 'bytes=999999999-', 'bytes=-0']) {
      const none = await recording.track(1, { range });
      expect([none.status, none.headers.get('content-range')], range).toEqual([416, `bytes */${whole.length}`]);
      expect(Problem.parse(await none.json()).code).toBe('range.unsatisfiable');
    }
    for (const range of ['bytes=0-0,5-9', 'bytes=9-1', 'bytes=-', 'lines=1-2', `bytes=${'9'.repeat(300)}-`])
      expect((await recording.track(1, { range })).headers.get('content-length'), range).toBe(String(whole.length));
  });

  it('is deleted at once when the consent is withdrawn, with a proof, and kept again after a new one', async () => {
    const recording = await kept();
    const files = await Promise.all((await recording.files()).map(async (name) => (await readFile(pathOf(name))).length));
    const { json } = await recording.decide(false);
    expect(json).toMatchObject({ consent: { granted: false }, tracks: [], keptUntil: null, proofs: [{ reason: 'withdrawn' }] });
    const [proof] = (await recording.read()).proofs;
    expect(proof?.tracks.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(proof?.tracks.map(({ bytes }) => bytes).toSorted()).toEqual(files.toSorted());
    expect(proof?.tracks.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    expect(await recording.files()).toEqual([]);
    expect((await recording.track(1)).status).toBe(404);
    await recording.say({ seq: 4, who: 'learner' });
    expect((await recording.read()).tracks).toEqual([]);
    await recording.decide(true);
    await recording.say({ seq: 6, who: 'learner' });
    expect(await recording.read()).toMatchObject({ tracks: [{ seq: 6 }], proofs: [{ reason: 'withdrawn' }] });
    expect(await events(learner, recording.id)).toMatchObject([
      { name: 'consent.granted', payload: { purpose: 'recording', textVersion: 1 } },
      { name: 'recording.kept', payload: { seq: 1 } },
      { name: 'recording.kept', payload: { seq: 2 } },
      { name: 'consent.withdrawn' },
      { name: 'recording.deleted', payload: { reason: 'withdrawn', tracks: 2 } },
      { name: 'consent.granted' },
      { name: 'recording.kept', payload: { seq: 6 } },
    ]);
  });

  it('leaves nothing behind, whichever of keeping and withdrawing comes first', async () => {
    for (let round = 0; round < 6; round += 1) {
      const recording = await openRecording(server, learner);
      await recording.decide(true);
      const turns = Array.from({ length: 6 }, (_, n) => ({ seq: n + 1, who: 'persona' }) as const);
      await Promise.all([...turns.map((turn) => recording.say(turn)), recording.decide(false)]);
      expect(await recording.read()).toMatchObject({ tracks: [], keptUntil: null });
      expect(await recording.files()).toEqual([]);
    }
  });

  it('is deleted when the learner asks, and the consent stands', async () => {
    const recording = await kept();
    expect(await learner.call('DELETE', recording.path)).toMatchObject({
      status: 200,
      json: { consent: { granted: true }, tracks: [], proofs: [{ reason: 'asked' }] },
    });
    expect(await recording.files()).toEqual([]);
    expect(await learner.call('DELETE', recording.path)).toMatchObject({ status: 200, json: { proofs: [{ reason: 'asked' }] } });
  });

  it('goes before the session does', async () => {
    const recording = await kept();
    expect((await learner.call('DELETE', `/v1/sessions/${recording.id}`)).status).toBe(204);
    expect(await recording.files()).toEqual([]);
    expect((await learner.call('GET', recording.path)).status).toBe(404);
    const proofs = await server.db.tenant(learner.me.organisation.id, async (tx) => tx.select().from(recordingDeletions));
    expect(proofs.filter(({ sessionId }) => sessionId === recording.id).map(({ reason }) => reason)).toEqual(['session_deleted', 'session_deleted']);
    expect((await events(learner, recording.id)).at(-1)).toMatchObject({ name: 'recording.deleted' });
  });

  it('goes before the account does', async () => {
    const leaver = await server.asMember();
    const recording = await kept(leaver);
    expect((await leaver.call('DELETE', '/v1/me')).status).toBe(204);
    expect(await recording.files()).toEqual([]);
    const proofs = await server.db.tenant(leaver.me.organisation.id, async (tx) => tx.select().from(recordingDeletions));
    expect(proofs.map(({ reason }) => reason)).toEqual(['account_deleted', 'account_deleted']);
  });

  it('is asked for with the text of today', async () => {
    const recording = await openRecording(server, learner);
    expect(await recording.decide(true, 2)).toMatchObject({ status: 409, json: { code: 'consent.outdated' } });
    for (const body of [
      {},
      { granted: true },
      { granted: 'yes', textVersion: 1 },
      { granted: true, textVersion: 0 },
      { granted: true, textVersion: 1, days: 900 },
    ])
      expect((await learner.call('PUT', `${recording.path}-consent`, body)).status).toBe(400);
    expect((await recording.read()).consent).toBeNull();
  });

  it('is nobody else’s: neither another learner’s of the organisation, nor of another, whatever is asked', async () => {
    for (const [owner, other] of [
      [learner, stranger],
      [neighbours[0], neighbours[1]],
    ] as const) {
      const recording = await kept(owner);
      const theirs = { ...recording, client: other };
      for (const [method, path, body] of [
        ['GET', theirs.path, undefined],
        ['GET', `${theirs.path}/1`, undefined],
        ['DELETE', theirs.path, undefined],
        ['PUT', `${theirs.path}-consent`, { granted: false, textVersion: 1 }],
        ['PUT', `${theirs.path}-consent`, { granted: true, textVersion: 1 }],
      ] as const)
        expect(await other.call(method, path, body), `${method} ${path}`).toMatchObject({ status: 404, json: { code: 'session.not_found' } });
      const part = await other.fetch(`${theirs.path}/1`, { headers: { range: 'bytes=0-9' } });
      expect([part.status, part.headers.get('content-range')]).toEqual([404, null]);
      expect((await server.fetch(`${theirs.path}/1`)).status).toBe(401);
      expect((await recording.read()).tracks).toHaveLength(2);
    }
  });

  it('is reached by no address but its own', async () => {
    const recording = await kept();
    const secret = encodeURIComponent('../../../storage-key');
    for (const seq of ['0', '-1', '1.5', 'x', '1e9', '%00', secret, '..%2f1', '1%2f..%2f2', String(2 ** 53)])
      expect([400, 404], seq).toContain((await recording.track(seq)).status);
    for (const id of [secret, '..', `${recording.id}%2f..`, recording.id.toUpperCase(), `ses_${'.'.repeat(20)}`])
      expect([400, 404], id).toContain((await learner.fetch(`/v1/sessions/${id}/recording/1`)).status);
  });

  it('is refused when two files were exchanged, or one byte was changed, or the key is another', async () => {
    const [recording, other] = [await kept(), await kept()];
    const paths = [...(await recording.files()), ...(await other.files())].map(pathOf);
    const [first = '', second = '', third = ''] = paths;
    const originals = await Promise.all(paths.map((path) => readFile(path)));
    const refused = async (what: string, seq: number) => {
      const answer = await recording.track(seq);
      expect([answer.status, Problem.parse(await answer.json()).code], what).toEqual([500, 'recording.damaged']);
    };
    // Which file belongs to which turn is told by the rows; here every exchange is tried.
    const restore = () => Promise.all(paths.map((path, n) => writeFile(path, originals[n] ?? '')));
    await writeFile(first, originals[1] ?? '');
    await writeFile(second, originals[0] ?? '');
    for (const seq of [1, 2]) await refused('exchanged in one session', seq);
    await restore();
    await writeFile(first, originals[2] ?? '');
    await writeFile(second, originals[2] ?? '');
    for (const seq of [1, 2]) await refused('from another session', seq);
    await restore();
    for (const at of [0, 5, 20, (originals[0]?.length ?? 0) - 1]) {
      const changed = Buffer.from(originals[0] ?? '');
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      await writeFile(first, changed);
      await writeFile(second, changed);
      for (const seq of [1, 2]) await refused(`byte ${at}`, seq);
    }
    await writeFile(first, '');
    await writeFile(second, '');
    for (const seq of [1, 2]) await refused('emptied', seq);
    await restore();
    const key = join(server.dataDir, 'storage-key');
    const was = await readFile(key);
    await writeFile(key, 'f'.repeat(64));
    await refused('another key', 1);
    await writeFile(key, was);
    expect((await recording.track(1)).status).toBe(200);
    expect(third).not.toBe('');
  });

  it('is written about in tables that no other organisation reads or writes, and whose proofs nobody changes', async () => {
    await kept();
    const mine = learner.me.organisation.id;
    const other = stranger.me.organisation.id;
    const all = (org: typeof mine) =>
      server.db.tenant(org, async (tx) => ({
        consents: await tx.select().from(recordingConsents),
        kept: await tx.select().from(recordings),
        tracks: await tx.select().from(recordingTracks),
        deletions: await tx.select().from(recordingDeletions),
      }));
    const before = await all(mine);
    for (const [table, rows] of Object.entries(before)) expect(rows.length, table).toBeGreaterThan(0);
    for (const [table, rows] of Object.entries(await all(other)))
      expect(
        rows.every(({ orgId }) => orgId === other),
        table,
      ).toBe(true);
    const refused = { cause: { code: insufficientPrivilege } };
    await server.db.tenant(other, async (tx) => void (await tx.delete(recordings)));
    await server.db.tenant(other, async (tx) => void (await tx.delete(recordingTracks)));
    await expect(server.db.tenant(other, async (tx) => tx.insert(recordings).values(before.kept))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, async (tx) => tx.delete(recordingDeletions))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, async (tx) => tx.update(recordingDeletions).set({ bytes: 1 }))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, async (tx) => tx.update(recordingConsents).set({ granted: true }))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, async (tx) => tx.update(recordings).set({ beganAt: new Date() }))).rejects.toMatchObject(refused);
    await expect(server.db.system(async (tx) => tx.execute(sql`select salt from recording`))).rejects.toMatchObject(refused);
    expect(await all(mine)).toEqual(before);
  });
});
