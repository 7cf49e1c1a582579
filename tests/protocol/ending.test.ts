import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSession } from '../../apps/server/src/features/session/index.ts';
import { createTestDatabase, startTestServer, type TestClient, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { removeFolder, runServer, temporaryFolder } from '../../scripts/run-server.ts';
import { beginSession, enterDemo, joinTalk, openTalk, readReport, readSession, ticketFor } from './person.ts';
import { TestSocket } from './test-socket.ts';

describe('the end of a live session', () => {
  let server: TestServer;
  let learner: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asDemo();
  });
  afterAll(() => server.close());

  const talk = () => openTalk(server.url, learner);
  const said = async () => {
    const it = await talk();
    it.socket.say('On a dix jours de retard, à cause de la reprise des données.');
    await it.socket.next('spoken');
    return it;
  };

  it('comes after the persona has taken its leave, and the debrief after that', async () => {
    const { session, socket } = await said();
    socket.send({ type: 'end' });
    socket.send({ type: 'end' });
    socket.say('Une dernière chose.', 'late');
    const farewell = await socket.next('spoken');
    expect(farewell).toMatchObject({ turn: { who: 'persona' }, floor: 'nobody' });
    expect((await socket.next('ended')).outcome).toMatchObject({ reason: 'learner' });
    await socket.next('report');
    expect(await socket.closed).toBe('ended');
    expect(socket.all('ended')).toHaveLength(1);
    expect(socket.all('committed')).toHaveLength(1);
    const { status, turns } = await readSession(learner, session.id);
    expect({ status, last: turns.at(-1) }).toEqual({ status: 'ended', last: farewell.turn });
    expect((await readReport(learner, session.id)).turns).toEqual(turns);
  });

  it('is told again to whoever comes back, who is then let go', async () => {
    const { session, socket, resume } = await said();
    socket.send({ type: 'end' });
    await socket.closed;
    const back = await joinTalk(server.url, session.id, resume);
    expect(await back.next('welcome')).toMatchObject({ status: 'ended', floor: 'nobody', outcome: { reason: 'learner' }, clock: { running: false } });
    await back.next('ended');
    expect(await back.closed).toBe('ended');
    const ticket = await learner.call('POST', `/v1/sessions/${session.id}/tickets`);
    expect([ticket.status, ticket.json]).toMatchObject([409, { code: 'session.ended' }]);
  });

  it('leaves nothing to wait for where nothing was said', async () => {
    const { session, socket } = await talk();
    socket.send({ type: 'end' });
    expect((await socket.next('ended')).outcome).toEqual({ exit: null, kind: null, title: null, reason: 'abandoned' });
    expect(await socket.closed).toBe('ended');
    expect(await learner.call('GET', `/v1/sessions/${session.id}/report`)).toMatchObject({ status: 404, json: { code: 'report.not_found' } });
  });

  it('may come from a request, of which the socket hears; asking twice changes nothing', async () => {
    const { session, socket } = await said();
    const first = await learner.call('POST', `/v1/sessions/${session.id}/end`);
    expect(first).toMatchObject({ status: 200, json: { status: 'ended', outcome: { reason: 'learner' } } });
    expect(await socket.closed).toBe('ended');
    expect(await learner.call('POST', `/v1/sessions/${session.id}/end`)).toEqual(first);
    const { turns } = await readReport(learner, session.id);
    expect(turns.map(({ who }) => who)).toEqual(['persona', 'learner', 'persona', 'persona']);
  });

  it('is named to a socket that was speaking when the request came', async () => {
    const { session, socket } = await talk();
    const ending = learner.call('POST', `/v1/sessions/${session.id}/end`);
    for (let n = 0; n < 20; n += 1) socket.say(`Phrase ${n}, dite pendant que la séance se termine.`);
    expect((await ending).status).toBe(200);
    expect(await socket.closed).toBe('ended');
    const stored = (await readSession(learner, session.id)).turns.flatMap(({ clientTurnId }) => clientTurnId ?? []);
    for (const { clientTurnId } of socket.all('committed')) expect(stored).toContain(clientTurnId);
  });

  it('may be a deletion, of which nothing is left', async () => {
    const { session, socket } = await said();
    expect((await learner.call('DELETE', `/v1/sessions/${session.id}`)).status).toBe(204);
    socket.say('Vous êtes toujours là ?');
    expect(await socket.closed).toBe('not_found');
    expect((await learner.call('GET', `/v1/sessions/${session.id}`)).status).toBe(404);
    expect((await learner.call('DELETE', `/v1/sessions/${session.id}`)).status).toBe(404);
    expect(await server.db.tenant(learner.me.organisation.id, (tx) => findSession(tx, session.id))).toBeUndefined();
  });

  it('is not the end for a second tab, which takes the conversation with it', async () => {
    const { session, socket, resume } = await said();
    const second = await joinTalk(server.url, session.id, resume);
    const { turns } = await second.next('welcome');
    expect(await socket.closed).toBe('moved');
    expect(turns.map(({ who }) => who)).toEqual(['persona', 'learner', 'persona']);
    const heard = socket.frames.length;
    second.say('Je reprends ici.');
    await second.next('committed');
    await second.next('spoken');
    expect(socket.frames).toHaveLength(heard);
    // It says which turn it holds and hears only of later ones.
    const third = await TestSocket.open(server.url, session.id);
    third.hello({ ticket: await ticketFor(learner, session.id) }, 4);
    expect((await third.next('welcome')).turns.map(({ seq }) => seq)).toEqual([5]);
    expect(await second.closed).toBe('moved');
    third.close();
  });

  it('comes to a session that was prepared and never opened, without a debrief', async () => {
    const session = await beginSession(learner);
    expect(await learner.call('POST', `/v1/sessions/${session.id}/end`)).toMatchObject({
      status: 200,
      json: { status: 'ended', learnerTurns: 0, outcome: { reason: 'abandoned' } },
    });
  });
});

describe('a process that is asked to stop', () => {
  it('sends every learner elsewhere, with nothing lost', async () => {
    const folder = await temporaryFolder();
    const database = await createTestDatabase();
    const environment = { RATE_LIMIT: 'off', ...(database ? { DATABASE_URL: database.url } : {}) };
    const first = await runServer(folder, environment);
    const learner = await enterDemo(first.url);
    const talks = [await openTalk(first.url, learner), await openTalk(first.url, learner)];
    for (const { socket } of talks) {
      socket.say('On a dix jours de retard.');
      await socket.next('committed');
    }
    const port = new URL(first.url).port;
    const stopping = first.stop();
    for (const { socket } of talks) expect(await socket.closed).toBe('restart');
    await stopping;
    expect(first.process.exitCode).toBe(0);
    const second = await runServer(folder, { ...environment, PORT: port });
    for (const { session, socket, resume } of talks) {
      const back = await joinTalk(second.url, session.id, resume);
      const { turns, status } = await back.next('welcome');
      expect(status).toBe('live');
      for (const { turn } of [...socket.all('spoken'), ...socket.all('committed')]) expect(turns).toContainEqual(turn);
      back.send({ type: 'end' });
      await back.next('ended');
      await readReport(learner, session.id);
    }
    await second.stop();
    await database?.drop();
    await removeFolder(folder);
  });

  it('sends whoever comes in the meantime elsewhere as well', async () => {
    const server = await startTestServer();
    const learner = await server.asDemo();
    const { socket, resume, session } = await openTalk(server.url, learner);
    const prepared = await beginSession(learner);
    const ticket = await ticketFor(learner, prepared.id);
    const early = await TestSocket.open(server.url, prepared.id);
    let goOn = () => {};
    server.platform.onDrain(
      () =>
        new Promise((resolve) => {
          goOn = resolve;
        }),
    );
    const stopping = server.close();
    expect(await socket.closed).toBe('restart');
    early.hello({ ticket });
    expect(await early.closed).toBe('restart');
    expect(await (await joinTalk(server.url, session.id, resume)).closed).toBe('restart');
    goOn();
    await stopping;
  });
});
