import { LLMock } from '@copilotkit/aimock';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReport } from '../../../../../tests/protocol/person.ts';
import { publish } from '../../platform/events.ts';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';
import { answersOf, byPanel, failedJobs, played, ratingsOf, settled, toldOf, untilRated } from './panel.testing.ts';
import { ratingsAMinute } from './rating-rate.ts';
import { raterAnswers, reports } from './report.table.ts';

/** A conversation of eight criteria at most is no more questions than this to three raters. */
const mostQuestions = 24;

describe('a panel in bad company', () => {
  let model: LLMock;
  let server: TestServer;
  let learner: TestClient;
  const log: string[] = [];
  beforeAll(async () => {
    model = new LLMock({ port: 0, logLevel: 'silent' });
    await model.start();
    server = await startTestServer({
      env: { MODEL_URL: `${model.url}/v1`, RATER_NAME: 'arbiter', RATER_TIMEOUT_MS: '2000', LOG_LEVEL: 'warn' },
      logTo: { write: (line) => void log.push(line) },
    });
  });
  afterAll(async () => {
    await server.close();
    await model.stop();
  });
  beforeEach(async () => {
    model.reset();
    learner = await server.asMember();
    log.length = 0;
  });

  type Respond = Extract<Parameters<LLMock['addFixture']>[0]['response'], (...args: never) => unknown>;
  const respond = (response: Respond) => void model.addFixture({ match: {}, response });
  const rated = ({ messages }: Parameters<Respond>[0], level: number, reason = 'Les mots le montrent.') => {
    const first = toldOf(String(messages.at(-1)?.content)).find(({ who }) => who === 'learner');
    return { content: JSON.stringify({ quotes: [{ turn: first?.turn, text: first?.text.slice(0, 36) }], reason, level }) };
  };
  const again = (session: SessionId, as = learner) => as.call('POST', `/v1/sessions/${session}/ratings`);
  /** As if it was asked for in as many processes: none of them knows of the others yet. */
  const manyAsked = (session: SessionId) =>
    server.db.tenant(learner.me.organisation.id, async (tx) => {
      for (let n = 0; n < 8; n += 1) await publish(tx, 'rating.asked', { session });
    });
  const errors = () => log.filter((line) => line.includes('job failed') || line.includes('"level":50'));
  /** As if what was rated so far had been by the rules of before. */
  const aged = (session: SessionId) =>
    server.db.tenant(learner.me.organisation.id, async (tx) => {
      for (const table of [reports, raterAnswers]) {
        const before = sql`replace(${table.rater}, 'rules ', 'rules 0.0.1 before ')`;
        await tx.update(table).set({ rater: before }).where(eq(table.sessionId, session));
      }
    });
  /** Questions that wait for an answer; the others go on once `open` is called. */
  function gate() {
    const { promise, resolve } = Promise.withResolvers<void>();
    let asked = 0;
    let most = 0;
    let now = 0;
    respond(async (request) => {
      asked += 1;
      now += 1;
      most = Math.max(most, now);
      await promise;
      now -= 1;
      return rated(request, 4);
    });
    return {
      open: resolve,
      asked: () => asked,
      atOnce: () => most,
      async reached(count: number): Promise<void> {
        while (asked < count) await new Promise((done) => setTimeout(done, 20));
      },
    };
  }

  it.each<[string, (level: string) => string]>([
    ['megabytes of reasons', () => JSON.stringify({ quotes: [], reason: 'x'.repeat(3_000_000), level: 3 })],
    ['brackets within brackets', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a fence that never closes', () => `\`\`\`json${' '.repeat(500_000)}`],
  ])('is rated by rules alone when the model answers %s', async (_, content) => {
    respond(() => ({ content: content('3') }));
    const session = await played(server, learner);
    const { newest, before } = await byPanel(learner, session);
    expect(newest.provenance).toMatchObject({ note: 'rules_only', raters: 1 });
    expect(newest.criteria).toEqual(before.criteria);
    await settled(server);
    expect(await failedJobs(server)).toEqual([]);
    expect(model.getRequests().length).toBeLessThanOrEqual(mostQuestions);
    expect(JSON.stringify(await answersOf(server, learner, session)).length).toBeLessThan(100_000);
  });

  it('keeps a reason that holds what no database takes', async () => {
    respond((request) => rated(request, 4, `Avant\0après \ud800 ${'a'.repeat(581)}\ud83d\ude00`));
    const session = await played(server, learner);
    const { newest } = await byPanel(learner, session);
    expect(newest.provenance.note).toBeNull();
    for (const { reason, problem } of await answersOf(server, learner, session)) {
      expect(problem).toBeNull();
      expect(reason).toMatch(/^Avantaprès \ufffd a+/);
    }
    expect(await failedJobs(server)).toEqual([]);
  });

  it.each<[string, (session: SessionId) => Promise<{ readonly status: number }>]>([
    ['the session is', (session) => learner.call('DELETE', `/v1/sessions/${session}`)],
    ['the account is', () => learner.call('DELETE', '/v1/me')],
  ])('writes nothing and asks nothing more when %s deleted while it is asked', async (_, remove) => {
    const held = gate();
    const session = await played(server, learner);
    await held.reached(4);
    expect((await remove(session)).status).toBe(204);
    held.open();
    await settled(server);
    expect(held.asked()).toBe(4);
    const { rows } = z
      .object({ rows: z.array(z.unknown()) })
      .parse(await server.native('select id from report where session_id = $1 union all select rater from rater_answer where session_id = $1', [session]));
    expect(rows).toEqual([]);
    expect(await failedJobs(server)).toEqual([]);
    expect(errors()).toEqual([]);
  });

  it('is asked once, whoever asks for it at the same time', async () => {
    respond((request) => rated(request, 4));
    const session = await played(server, learner);
    const first = await byPanel(learner, session);
    await aged(session);
    const older = await ratingsOf(learner, session);
    model.reset();
    const held = gate();
    const answers = await Promise.all(Array.from({ length: 30 }, () => again(session)));
    const refused = answers.filter(({ status }) => status !== 202);
    // Another minute may begin among them.
    expect(refused.length).toBeGreaterThanOrEqual(30 - 2 * ratingsAMinute);
    for (const { status, json } of refused) expect({ status, json }).toMatchObject({ status: 429, json: { code: 'rate.limited' } });
    await held.reached(4);
    held.open();
    await settled(server);
    const found = await ratingsOf(learner, session);
    expect(found.map(({ kind }) => kind)).toEqual(['panel', 'rules', 'panel', 'rules']);
    expect(found.slice(2)).toEqual(older);
    expect(found[0]?.provenance.rater).toBe(first.newest.provenance.rater);
    expect(held.atOnce()).toBe(4);
    const stored = (await answersOf(server, learner, session)).filter(({ rater }) => rater === found[0]?.rater);
    expect(held.asked()).toBe(stored.length);
    expect(await failedJobs(server)).toEqual([]);
  });

  it('is asked each question once by jobs that begin at the same time', async () => {
    respond((request) => rated(request, 4));
    const session = await played(server, learner);
    await byPanel(learner, session);
    await aged(session);
    model.reset();
    const held = gate();
    await manyAsked(session);
    await held.reached(4);
    // As long as it takes the other job to ask as well.
    await new Promise((resolve) => setTimeout(resolve, 300));
    held.open();
    await settled(server);
    const [newest, ...older] = await ratingsOf(learner, session);
    expect(older).toHaveLength(3);
    expect(held.asked()).toBe((await answersOf(server, learner, session)).filter(({ rater }) => rater === newest?.rater).length);
    expect(await failedJobs(server)).toEqual([]);
  });

  it('is not asked again for those who asked while it was asked', async () => {
    const held = gate();
    const session = await played(server, learner);
    await held.reached(4);
    const before = z.object({ rows: z.array(z.unknown()) }).parse(await server.native("select id from event where name = 'rating.asked'")).rows;
    expect(await again(session)).toEqual({ status: 202, json: {} });
    expect(z.object({ rows: z.array(z.unknown()) }).parse(await server.native("select id from event where name = 'rating.asked'")).rows).toEqual(before);
    held.open();
    await byPanel(learner, session);
    await settled(server);
    expect(await ratingsOf(learner, session)).toHaveLength(2);
    expect(new Set((await answersOf(server, learner, session)).map(({ problem }) => problem))).toEqual(new Set([null]));
  });

  it('that is down is asked once for many who ask at the same time', async () => {
    respond(() => ({ error: { message: 'down' }, status: 503 }));
    const session = await played(server, learner);
    await byPanel(learner, session);
    await settled(server);
    model.reset();
    respond(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { error: { message: 'down' }, status: 503 };
    });
    await aged(session);
    await manyAsked(session);
    await untilRated(learner, session, (all) => all.length === 4);
    await settled(server);
    expect(model.getRequests().length).toBeLessThanOrEqual(8);
    expect((await readReport(learner, session)).provenance.note).toBe('rules_only');
  });

  it('is asked what is left by another job when the one that asked it died', async () => {
    respond((request) => rated(request, 4));
    const session = await played(server, learner);
    const { newest } = await byPanel(learner, session);
    const tenant = learner.me.organisation.id;
    const all = await answersOf(server, learner, session);
    const [lost] = all;
    if (!lost) throw new Error('raters answered');
    await server.db.tenant(tenant, async (tx) => {
      await tx.delete(reports).where(eq(reports.id, newest.id));
      // It had asked this one, and would have waited another second.
      await tx
        .update(raterAnswers)
        .set({ level: null, quotes: [], problem: 'timeout', createdAt: sql`now() + interval '1 second'` })
        .where(sql`${raterAnswers.competency} = ${lost.competency} and ${raterAnswers.n} = ${lost.n}`);
    });
    const calls = model.getRequests().length;
    // Joined: whoever asks now gets what is being asked.
    expect((await again(session)).status).toBe(202);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await again(session)).status).toBe(202);
    await byPanel(learner, session);
    expect(model.getRequests().length).toBe(calls + 1);
    expect((await answersOf(server, learner, session)).length).toBe(all.length);
  });
});
