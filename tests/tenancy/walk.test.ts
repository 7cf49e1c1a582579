import { ApiKey } from '@coachvisio/contract/account.ts';
import { Problem } from '@coachvisio/contract/problem.ts';
import { recordingTextVersion } from '@coachvisio/contract/recording.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { members } from '../../apps/server/src/features/organisation/organisation.table.ts';
import { TurnKeeper } from '../../apps/server/src/features/recording/index.ts';
import { reports } from '../../apps/server/src/features/report/report.table.ts';
import { liveTickets, sessions, tapes, turns } from '../../apps/server/src/features/session/session.table.ts';
import { startTestServer, type TestClient, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { joinTalk, openTalk, readReport, ticketFor, type Talk } from '../protocol/person.ts';
import { TestSocket } from '../protocol/test-socket.ts';

const Operation = z.object({
  operationId: z.string(),
  security: z.array(z.unknown()),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: z.object({ pattern: z.string().optional() }) })),
});
type Operation = z.infer<typeof Operation> & { readonly method: string; readonly path: string };
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

/** These name nothing that belongs to anybody: they make something new, or act on whoever asks. */
const ofOneself = ['beginSession', 'changeMe', 'createApiKey', 'deleteMe', 'enterDemo'];

/** What a route must be sent before it looks whose it is. */
const json = (body: object): RequestInit => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const bodies: Readonly<Record<string, RequestInit>> = { replaySession: json({ seq: 2 }), decideRecording: json({ granted: true, textVersion: 1 }) };
/** Numbers in a path: those of something that is there. */
const numbers: Readonly<Record<string, string>> = { '{seq}': '1' };

/** PostgreSQL's code for what a policy or a grant forbids. */
const insufficientPrivilege = '42501';

/** Somebody with a session, its debrief, an unused ticket, and a conversation that goes on. */
interface Owner {
  readonly client: TestClient;
  readonly ended: Talk;
  readonly live: Talk;
  readonly ticket: string;
  readonly key: string | null;
  /** What nobody else may ever read. */
  readonly secrets: readonly string[];
}

type Asks = (path: string, init?: RequestInit) => Promise<Response>;

describe('what belongs to somebody', () => {
  let server: TestServer;
  let operations: Operation[];
  let owners: Owner[];
  let strangers: readonly (readonly [string, TestClient, Asks])[];

  /** The sound of the first turn, which the learner agreed to have kept. */
  async function keepSound(client: TestClient, session: Talk['session']['id']): Promise<void> {
    await client.call('PUT', `/v1/sessions/${session}/recording-consent`, { granted: true, textVersion: recordingTextVersion });
    const keeper = new TurnKeeper(server.platform);
    const stretches = [{ samples: new Int16Array(1600).fill(1), sampleRate: 16_000 }];
    keeper.keep({ org: client.me.organisation.id, session, seq: 1, who: 'persona', beganAt: Date.now(), stretches });
    await keeper.settled();
  }

  async function owner(client: TestClient, secret: string): Promise<Owner> {
    const ended = await openTalk(server.url, client);
    await keepSound(client, ended.session.id);
    ended.socket.say(secret);
    await ended.socket.next('spoken');
    ended.socket.send({ type: 'end' });
    await ended.socket.next('ended');
    await readReport(client, ended.session.id);
    const live = await openTalk(server.url, client);
    const key = client.me.permissions.includes('api-key.manage')
      ? ApiKey.parse((await client.call('POST', '/v1/api-keys', { name: 'intégration' })).json).id
      : null;
    return {
      client,
      ended,
      live,
      ticket: await ticketFor(client, live.session.id),
      key,
      secrets: [secret, ended.session.id, live.session.id, client.me.member, client.me.email ?? secret, key ?? secret],
    };
  }

  beforeAll(async () => {
    server = await startTestServer();
    const { paths } = Document.parse(await (await server.fetch('/v1/openapi.json')).json());
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
    );
    owners = [
      await owner(await server.asMember(), 'Le retard, je ne le dis qu’à vous.'),
      await owner(await server.asDemo(), 'Le retard, je le garde pour moi.'),
    ];
    const stranger = await server.asMember();
    const { key } = ApiKey.extend({ key: z.string() }).parse((await stranger.call('POST', '/v1/api-keys', { name: 'autre' })).json);
    const neighbour = await server.asDemo();
    // The highest role there is gives nobody the conversations of another member.
    await server.db.tenant(neighbour.me.organisation.id, async (tx) => void (await tx.update(members).set({ role: 'owner' })));
    strangers = [
      ['a member of another organisation', stranger, stranger.fetch],
      [
        'the key of another organisation',
        stranger,
        (path, init = {}) => {
          const headers = new Headers(init.headers);
          headers.set('authorization', `Bearer ${key}`);
          return server.fetch(path, { ...init, headers });
        },
      ],
      ['an owner in the organisation of the demo', neighbour, neighbour.fetch],
    ];
  });
  afterAll(() => server.close());

  /** The path with the ids of this owner; null where it takes none, or the owner has none of that kind. */
  function pathFor({ path, parameters }: Operation, { ended, live, key }: Owner, which: 'ended' | 'live'): string | null {
    const inPath = parameters.filter((parameter) => parameter.in === 'path' && parameter.schema.pattern?.includes('_['));
    if (inPath.length === 0) return null;
    const ids = [(which === 'ended' ? ended : live).session.id, ...(key === null ? [] : [key])];
    let filled: string | null = path;
    for (const { name, schema } of inPath) {
      const id = ids.find((one) => new RegExp(schema.pattern ?? '').test(one));
      filled = id && filled ? filled.replace(`{${name}}`, id) : null;
    }
    return filled && Object.entries(numbers).reduce((address, [name, number]) => address.replace(name, number), filled);
  }

  it('is behind routes that this walk knows how to ask', () => {
    const named = operations.filter((operation) => operation.parameters.some(({ in: place, schema }) => place === 'path' && schema.pattern?.includes('_[')));
    expect(named.map(({ operationId }) => operationId).toSorted()).toEqual(
      expect.arrayContaining([
        'askRating',
        'decideRecording',
        'deleteRecording',
        'deleteSession',
        'downloadReport',
        'downloadTrack',
        'endSession',
        'listRatings',
        'openLive',
        'readRecording',
        'readReport',
        'readSession',
        'replaySession',
        'revokeApiKey',
      ]),
    );
    const unnamed = operations.filter((operation) => operation.method !== 'GET' && !named.includes(operation));
    expect(unnamed.map(({ operationId }) => operationId).toSorted()).toEqual(ofOneself);
  });

  it('is not found by anybody else, on any route', async () => {
    let asked = 0;
    for (const [who, , ask] of strangers) {
      for (const one of owners) {
        for (const operation of operations) {
          for (const which of ['ended', 'live'] as const) {
            const path = pathFor(operation, one, which);
            if (path === null) continue;
            asked += 1;
            const answer = await ask(path, { method: operation.method, ...bodies[operation.operationId] });
            const text = await answer.text();
            const label = `${operation.method} ${path} for ${who}`;
            expect([403, 404], label).toContain(answer.status);
            expect(Problem.parse(JSON.parse(text)).code, label).toMatch(/not_found|not\.found|permission\.denied/);
            // The id that was asked for may come back; nothing else of theirs does.
            for (const secret of one.secrets) if (!path.includes(secret)) expect(text, label).not.toContain(secret);
          }
        }
      }
    }
    // Thirteen routes of a session for two sessions of each of two owners, and the key of one: for each stranger.
    expect(asked).toBeGreaterThanOrEqual(strangers.length * (13 * 2 * 2 + 1));
  });

  it('is in no list of anybody else, whatever page is asked for', async () => {
    for (const [who, , ask] of strangers) {
      for (const operation of operations.filter(({ method, parameters }) => method === 'GET' && parameters.every((parameter) => parameter.in !== 'path'))) {
        for (const one of owners) {
          const pages = operation.parameters.some(({ name }) => name === 'before')
            ? ['', `?before=${one.ended.session.id}`, `?before=${one.live.session.id}&limit=100`]
            : [''];
          for (const page of pages) {
            const text = await (await ask(`${operation.path}${page}`)).text();
            for (const secret of one.secrets) expect(text, `${operation.path}${page} for ${who}`).not.toContain(secret);
          }
        }
      }
    }
  });

  it('is shown to nobody who is not signed in', async () => {
    for (const operation of operations.filter(({ security }) => security.length > 0)) {
      const path = owners.map((one) => pathFor(operation, one, 'ended')).find((found) => found !== null) ?? operation.path;
      for (const headers of [{}, { authorization: 'Bearer cv_00000000000000000000000000000000' }, { cookie: 'coachvisio.session_token=x' }]) {
        const answer = await server.fetch(path, { method: operation.method, headers });
        expect(answer.status, `${operation.method} ${path}`).toBe(401);
      }
    }
  });

  it('opens no socket for what a stranger holds', async () => {
    for (const [who, client] of strangers) {
      const theirs = await openTalk(server.url, client);
      for (const { live, ended } of owners) {
        for (const { session } of [live, ended]) {
          const socket = await TestSocket.open(server.url, session.id);
          socket.hello({ ticket: await ticketFor(client, theirs.session.id) });
          expect(await socket.closed, who).toBe('unauthorised');
          expect(await (await joinTalk(server.url, session.id, theirs.resume)).closed, who).toBe('unauthorised');
        }
      }
      theirs.socket.close();
    }
  });

  it('cannot be read, changed or written by statements of another organisation', async () => {
    const [, stranger] = strangers[0] ?? [];
    const [one] = owners;
    if (!stranger || !one) throw new Error('nobody is there');
    const mine = stranger.me.organisation.id;
    const theirs = one.client.me.organisation.id;
    const all = (org: typeof mine) =>
      server.db.tenant(org, async (tx) => ({
        sessions: await tx.select().from(sessions),
        turns: await tx.select().from(turns),
        tapes: await tx.select().from(tapes),
        tickets: await tx.select().from(liveTickets),
        reports: await tx.select().from(reports),
        members: await tx.select().from(members),
      }));
    const before = await all(theirs);
    for (const [table, rows] of Object.entries(before)) expect(rows.length, table).toBeGreaterThan(0);
    for (const [table, rows] of Object.entries(await all(mine)))
      expect(
        rows.every(({ orgId }) => orgId === mine),
        table,
      ).toBe(true);
    await server.db.tenant(mine, async (tx) => {
      await tx.update(sessions).set({ seed: 0 });
      await tx.update(turns).set({ text: 'réécrit' });
      for (const table of [reports, tapes, liveTickets, turns, sessions]) await tx.delete(table);
    });
    expect(await all(theirs)).toEqual(before);
    const refused = { cause: { code: insufficientPrivilege } };
    await expect(server.db.tenant(mine, (tx) => tx.insert(sessions).values(before.sessions))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, (tx) => tx.insert(turns).values(before.turns))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, (tx) => tx.insert(tapes).values(before.tapes))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, (tx) => tx.insert(liveTickets).values(before.tickets))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, (tx) => tx.insert(reports).values(before.reports))).rejects.toMatchObject(refused);
    await expect(server.db.tenant(mine, async (tx) => void (await tx.update(members).set({ orgId: theirs })))).rejects.toThrow();
    expect(await all(theirs)).toEqual(before);
  });

  it('is all still there for its owner, whose conversation goes on', async () => {
    for (const { client, ended, live, ticket, key } of owners) {
      for (const { path, method, parameters } of operations.filter((operation) => operation.method === 'GET' && operation.path.includes('{id}'))) {
        if (parameters.some(({ schema }) => schema.pattern?.includes('ses_')))
          expect((await client.fetch(path.replace('{id}', ended.session.id).replace('{seq}', '1'), { method })).status, path).toBe(200);
      }
      live.socket.say('Je suis toujours là.');
      // The persona may have spoken into the silence meanwhile.
      await live.socket.next('committed');
      await live.socket.next('spoken');
      if (key !== null) expect(JSON.stringify((await client.call('GET', '/v1/api-keys')).json)).toContain(key);
      const again = await TestSocket.open(server.url, live.session.id);
      again.hello({ ticket });
      expect((await again.next('welcome')).turns.at(-2)?.text).toBe('Je suis toujours là.');
      again.close();
    }
  });
});
