import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Session, Session as SessionSchema } from '@coachvisio/contract/session.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions, turns as turnTable } from '../../apps/server/src/features/session/session.table.ts';
import { startTestServer, type TestClient, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { beginSession, openTalk, readReport, readSession, ticketFor } from './person.ts';
import { TestSocket } from './test-socket.ts';

const lines = readFileSync(join(import.meta.dirname, '../learners/contrat-client-mefiant/competent.fr.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .slice(0, 4);

describe('a session taken up again from a turn', () => {
  let server: TestServer;
  let learner: TestClient;
  let played: Session;
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asDemo();
    const { session, socket } = await openTalk(server.url, learner, { scenario: 'contrat-client-mefiant', durationMinutes: 15 });
    for (const line of lines) {
      socket.say(line);
      await socket.next('spoken');
    }
    socket.send({ type: 'end' });
    await socket.closed;
    played = session;
  });
  afterAll(() => server.close());

  const replay = (session: string, seq: number, who = learner) => who.call('POST', `/v1/sessions/${session}/replays`, { seq });
  const enter = async (session: Session) => {
    const socket = await TestSocket.open(server.url, session.id);
    socket.hello({ ticket: await ticketFor(learner, session.id) });
    return { socket, welcome: await socket.next('welcome') };
  };

  it('holds what was said before, waits for the learner, and answers the same words as then with the same words', async () => {
    const { turns } = await readSession(learner, played.id);
    const answer = await replay(played.id, 6);
    expect(answer.status).toBe(201);
    const again = SessionSchema.parse(answer.json);
    expect(again).toMatchObject({ status: 'ready', learnerTurns: 2, replayOf: { session: played.id, seq: 6 }, outcome: null, durationMs: 900_000 });
    expect(again.trust).toHaveLength(2);
    const { socket, welcome } = await enter(again);
    expect(welcome.turns).toEqual(turns.slice(0, 5));
    expect(await socket.next('clock')).toMatchObject({ status: 'live', clock: { running: true } });
    socket.say(lines[2] ?? '');
    expect((await socket.next('committed')).turn).toMatchObject({ seq: 6, text: lines[2] });
    expect((await socket.next('spoken')).turn).toMatchObject({ seq: 7, text: turns[6]?.text });
    socket.send({ type: 'end' });
    await socket.closed;
    const report = await readReport(learner, again.id);
    expect(report.turns.slice(0, 5)).toEqual(turns.slice(0, 5));
    expect(report.analysis.map(({ seq, state }) => ({ seq, state }))).toEqual(
      (await readReport(learner, played.id)).analysis.slice(0, 3).map(({ seq, state }) => ({ seq, state })),
    );
  });

  it('can itself be taken up again, and outlives the one it came from', async () => {
    const first = SessionSchema.parse((await replay(played.id, 8)).json);
    const second = SessionSchema.parse((await replay(first.id, 4)).json);
    expect((await readSession(learner, second.id)).turns).toHaveLength(3);
    expect((await learner.call('DELETE', `/v1/sessions/${first.id}`)).status).toBe(204);
    const left = await readSession(learner, second.id);
    expect(left).toMatchObject({ replayOf: null });
    expect(left.turns).toHaveLength(3);
  });

  it('that nobody enters has no debrief', async () => {
    const { id } = SessionSchema.parse((await replay(played.id, 4)).json);
    expect(await learner.call('POST', `/v1/sessions/${id}/end`)).toMatchObject({ status: 200, json: { status: 'ended', outcome: { reason: 'abandoned' } } });
    expect(await learner.call('GET', `/v1/sessions/${id}/report`)).toMatchObject({ status: 404, json: { code: 'report.not_found' } });
  });

  it('begins where the learner spoke, and nowhere else', async () => {
    expect(await replay(played.id, 3)).toMatchObject({ status: 404, json: { code: 'replay.no_turn' } });
    expect(await replay(played.id, 90)).toMatchObject({ status: 404, json: { code: 'replay.no_turn' } });
    expect(await replay(played.id, 0)).toMatchObject({ status: 400, json: { code: 'request.invalid' } });
  });

  it('is refused once the rules have changed: the same words would lead elsewhere', async () => {
    const member = await server.asMember();
    const orgId = member.me.organisation.id;
    const old = await beginSession(member, {});
    await server.db.tenant(orgId, async (tx) => {
      await tx.update(sessions).set({ engineVersion: '0.0.1' });
      await tx.insert(turnTable).values([
        { orgId, sessionId: old.id, seq: 1, who: 'persona', text: 'Alors ?', atMs: 0 },
        { orgId, sessionId: old.id, seq: 2, who: 'learner', text: 'Bonjour.', atMs: 0 },
      ]);
    });
    expect(await replay(old.id, 2, member)).toMatchObject({ status: 409, json: { code: 'replay.outdated' } });
  });

  it('is nobody else’s', async () => {
    expect(await replay(played.id, 4, await server.asDemo())).toMatchObject({ status: 404, json: { code: 'session.not_found' } });
  });
});
