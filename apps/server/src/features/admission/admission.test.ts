import { Problem } from '@coachvisio/contract/problem.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginSession, joinTalk, openTalk } from '../../../../../tests/protocol/person.ts';
import { Places } from './places.ts';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';

/** Where somebody stands who asked for a ticket. */
interface Stand {
  readonly in?: boolean;
  readonly status?: number;
  readonly code?: string;
  readonly position?: number;
  readonly waitMs?: number;
  readonly retryAfter?: number;
}

describe('where as many conversations are live as there is room for', () => {
  let server: TestServer;
  let first: TestClient;
  beforeAll(async () => {
    server = await startTestServer({ env: { LIVE_SESSIONS_MOST: '1' } });
  });
  afterAll(() => server.close());
  const learners: TestClient[] = [];
  const enter = async () => {
    const learner = await server.asDemo();
    learners.push(learner);
    return learner;
  };
  beforeEach(async () => {
    first = await enter();
  });
  /** Each test finds a house where nobody has played yet: a session that is gone keeps no place, and tells nobody how long it lasted. */
  afterEach(async () => {
    for (const { me } of learners.splice(0)) await server.db.tenant(me.organisation.id, async (tx) => void (await tx.execute(sql`delete from session`)));
    await move(`delete from live_process where id = 'other'`);
  });

  /** Asks for a ticket: where one stands, or that one may come in. */
  async function ask(learner: TestClient, session: SessionId): Promise<Stand> {
    const answer = await learner.fetch(`/v1/sessions/${session}/tickets`, { method: 'POST' });
    const said: unknown = await answer.json();
    if (answer.status === 201) return { in: true };
    const { code, queue } = Problem.parse(said);
    return { status: answer.status, code, ...queue, retryAfter: Number(answer.headers.get('retry-after')) };
  }
  const newcomer = async () => {
    const learner = await enter();
    const session = (await beginSession(learner)).id;
    return { session, ask: () => ask(learner, session) };
  };
  const move = (statement: string) => server.native(statement);

  it('the others are told where they stand and how long it takes, and come in one after the other', async () => {
    const talk = await openTalk(server.url, first);
    const [second, third] = [await newcomer(), await newcomer()];
    const waiting = await second.ask();
    expect(waiting).toMatchObject({ status: 503, code: 'live.queue', position: 1, retryAfter: 10 });
    expect(waiting.waitMs).toBeGreaterThan(9 * 60_000);
    expect(waiting.waitMs).toBeLessThanOrEqual(10 * 60_000);
    expect(await third.ask()).toMatchObject({ position: 2 });
    expect((await third.ask()).waitMs).toBeGreaterThan(19 * 60_000);
    talk.socket.send({ type: 'end' });
    await talk.socket.closed;
    // Whoever came first comes in first, whoever asks first.
    expect(await third.ask()).toMatchObject({ position: 2, waitMs: expect.any(Number) });
    await expect.poll(() => second.ask()).toEqual({ in: true });
    expect(await third.ask()).toMatchObject({ position: 1 });
    // A ticket that was given is a place that is taken, and may be asked for again.
    expect(await second.ask()).toEqual({ in: true });
  });

  it('one that has begun comes back at once, with its token or with a new ticket', async () => {
    const talk = await openTalk(server.url, first);
    const second = await newcomer();
    expect(await second.ask()).toMatchObject({ position: 1 });
    talk.socket.close();
    const back = await joinTalk(server.url, talk.session.id, talk.resume);
    await back.next('welcome');
    // Even after its place went to somebody else.
    await move('delete from live_place');
    expect(await ask(first, talk.session.id)).toEqual({ in: true });
    expect(await second.ask()).toMatchObject({ position: 1 });
    back.close();
  });

  it('one who stops asking is forgotten after half a minute, and stands last when they come again', async () => {
    const talk = await openTalk(server.url, first);
    const [second, third] = [await newcomer(), await newcomer()];
    await second.ask();
    expect(await third.ask()).toMatchObject({ position: 2 });
    await move(`update live_queue set seen_at = now() - interval '31 seconds' where session_id = '${second.session}'`);
    expect(await third.ask()).toMatchObject({ position: 1 });
    expect(await second.ask()).toMatchObject({ position: 2 });
    talk.socket.close();
  });

  it('a ticket that nobody used gives its place back after a minute', async () => {
    const [second, third] = [await newcomer(), await newcomer()];
    expect(await second.ask()).toEqual({ in: true });
    expect(await third.ask()).toMatchObject({ position: 1 });
    await move(`update live_place set until = now() - interval '1 second'`);
    expect(await third.ask()).toEqual({ in: true });
  });

  it('another process that plays makes room, for as long as it is heard of', async () => {
    const talk = await openTalk(server.url, first);
    const [second, third] = [await newcomer(), await newcomer()];
    await move(`insert into live_process (id, most, seen_at) values ('other', 1, now())`);
    expect(await second.ask()).toEqual({ in: true });
    expect(await third.ask()).toMatchObject({ position: 1 });
    await move(`update live_process set most = 5, seen_at = now() - interval '21 seconds' where id = 'other'`);
    expect(await third.ask()).toMatchObject({ position: 1 });
    talk.socket.close();
  });

  it('nobody new begins while the providers have no room for another call', async () => {
    const second = await newcomer();
    const busy = new Places(server.platform, { sessions: () => [], isBusy: () => true });
    await move('delete from live_process');
    await busy.open();
    expect(await second.ask()).toMatchObject({ code: 'live.queue', position: 1 });
    await busy.close();
    await expect.poll(second.ask, { timeout: 10_000, interval: 500 }).toEqual({ in: true });
  });

  it('the wait is told by how long the last conversations lasted', async () => {
    const talk = await openTalk(server.url, first);
    const played = await Promise.all(Array.from({ length: 5 }, () => newcomer()));
    await server.db.tenant(first.me.organisation.id, async (tx) => {
      for (const { session } of played)
        await tx.execute(sql`update session set status = 'ended', elapsed_ms = 180000, ended_at = now(), end_reason = 'learner' where id = ${session}`);
    });
    const { waitMs } = await (await newcomer()).ask();
    expect(waitMs).toBeGreaterThan(2.5 * 60_000);
    expect(waitMs).toBeLessThanOrEqual(3 * 60_000);
    talk.socket.close();
  });

  it('nobody of an organisation reads the queue, and no session is named in it to others', async () => {
    const talk = await openTalk(server.url, first);
    const second = await newcomer();
    const answer = JSON.stringify(await second.ask());
    expect(answer).not.toContain(talk.session.id);
    for (const table of ['live_queue', 'live_place', 'live_process'])
      await expect(server.db.tenant(first.me.organisation.id, async (tx) => tx.execute(sql`select 1 from ${sql.raw(table)}`))).rejects.toThrow();
    talk.socket.close();
  });

  it('a session of somebody else gets no place', async () => {
    const { session } = await newcomer();
    expect(await ask(first, session)).toMatchObject({ status: 404, code: 'session.not_found' });
  });
});
