import { LLMock } from '@copilotkit/aimock';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrganisationId } from '@coachvisio/contract/id.ts';
import { Session } from '@coachvisio/contract/session.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { library } from '../../apps/server/src/features/content/index.ts';
import { findSession, listTurns, presentTurn } from '../../apps/server/src/features/session/index.ts';
import { tapes } from '../../apps/server/src/features/session/session.table.ts';
import { startTestServer, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { joinTalk, openTalk, readReport, type Talk, ticketFor } from '../protocol/person.ts';
import { TestSocket } from '../protocol/test-socket.ts';
import { replay } from '@coachvisio/engine/turn/replay.ts';

const linesOf = (scenario: string, learner: string) =>
  readFileSync(join(import.meta.dirname, `../learners/${scenario}/${learner}.fr.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

describe('the tape of a session', () => {
  let model: LLMock;
  let server: TestServer;
  beforeAll(async () => {
    model = new LLMock({ port: 0, logLevel: 'silent' });
    // Slow enough to be spoken into.
    model.addFixture({
      match: {},
      response: { content: 'Je vous écoute, mais je ne vois pas encore où vous allez.' },
      chunkSize: 6,
      streamingProfile: { ttft: 5, tps: 200 },
    });
    await model.start();
    server = await startTestServer({ env: { MODEL_URL: `${model.url}/v1`, MODEL_NAME: 'test' } });
  });
  afterAll(async () => {
    await server.close();
    await model.stop();
  });

  /** Plays what was stored of the session again, and finds what was stored. */
  async function holds(org: OrganisationId, { session }: Talk): Promise<void> {
    const { row, turns, tape } = await server.db.tenant(org, async (tx) => ({
      row: await findSession(tx, session.id),
      turns: (await listTurns(tx, session.id)).map(presentTurn),
      tape: (await tx.select().from(tapes)).filter(({ sessionId }) => sessionId === session.id).toSorted((a, b) => a.n - b.n),
    }));
    const scenario = library().scenarios.get(row?.scenario ?? '');
    const persona = library().personas.get(row?.persona ?? '');
    if (!row || !scenario || !persona) throw new Error('the session or its scenario is gone');
    expect(tape.map(({ n }) => n)).toEqual(tape.map((_, index) => index + 1));
    expect(JSON.stringify(tape)).not.toContain(turns[1]?.text);
    const again = replay(
      { scenario, persona, locale: row.locale, seed: row.seed },
      row.durationMs,
      tape.map(({ event }) => event),
      turns,
    );
    expect(again.turns).toEqual(turns);
    expect(again.snapshot).toEqual(row.snapshot);
    expect({ status: row.status, exit: row.exit, reason: row.endReason }).toEqual({
      status: 'ended',
      exit: again.snapshot.outcome?.exit,
      reason: again.snapshot.outcome?.reason,
    });
  }

  it('gives the same turns, state and exit when it is played again', async () => {
    const member = await server.asMember();
    const talk = await openTalk(server.url, member, { scenario: 'contrat-client-mefiant', durationMinutes: 15 });
    const { socket } = talk;
    for (const line of linesOf('contrat-client-mefiant', 'competent')) {
      socket.say(line);
      if ((await socket.next('spoken')).floor === 'nobody') break;
    }
    socket.send({ type: 'end' });
    await socket.next('ended');
    await readReport(member, talk.session.id);
    await holds(member.me.organisation.id, talk);
  });

  it('does so through pauses, refusals, interruptions, composing and a lost line', async () => {
    const member = await server.asMember();
    const talk = await openTalk(server.url, member);
    const [first = '', second = '', third = '', fourth = ''] = linesOf('retard-projet-strategique', 'middling');
    talk.socket.send({ type: 'heard', seq: 1 });
    talk.socket.send({ type: 'composing' });
    talk.socket.say('');
    talk.socket.say(first);
    await talk.socket.next('words');
    talk.socket.say(second);
    await talk.socket.next('spoken');
    await talk.socket.next('spoken');
    talk.socket.send({ type: 'pause' });
    talk.socket.say('Pendant la pause.');
    talk.socket.send({ type: 'resume' });
    talk.socket.say(third);
    const { seq } = await talk.socket.next('words');
    talk.socket.send({ type: 'interrupt', seq, heardCharacters: 3 });
    await talk.socket.next('spoken');
    talk.socket.close();
    await talk.socket.closed;
    const back = await joinTalk(server.url, talk.session.id, talk.resume);
    await back.next('welcome');
    back.say(fourth);
    await back.next('committed');
    await back.next('spoken');
    back.send({ type: 'end' });
    await back.next('ended');
    await readReport(member, talk.session.id);
    await holds(member.me.organisation.id, talk);
  });

  it('does so for a session that a request ended', async () => {
    const member = await server.asMember();
    const talk = await openTalk(server.url, member);
    talk.socket.say('On a dix jours de retard.');
    await talk.socket.next('spoken');
    expect((await member.call('POST', `/v1/sessions/${talk.session.id}/end`)).status).toBe(200);
    await talk.socket.closed;
    await holds(member.me.organisation.id, talk);
  });

  it('does so for a session that takes another one up', async () => {
    const member = await server.asMember();
    const first = await openTalk(server.url, member);
    for (const line of linesOf('retard-projet-strategique', 'middling').slice(0, 3)) {
      first.socket.say(line);
      await first.socket.next('spoken');
    }
    const session = Session.parse((await member.call('POST', `/v1/sessions/${first.session.id}/replays`, { seq: 4 })).json);
    const socket = await TestSocket.open(server.url, session.id);
    socket.hello({ ticket: await ticketFor(member, session.id) });
    socket.say('Je reprends : le client a été prévenu ce matin.');
    await socket.next('spoken');
    socket.send({ type: 'end' });
    await socket.next('ended');
    await readReport(member, session.id);
    await holds(member.me.organisation.id, { session, socket, resume: '' });
  });
});
