import { liveFrameLimit, turnLimit } from '@coachvisio/contract/live-protocol.ts';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { library } from '../../apps/server/src/features/content/index.ts';
import { startTestServer, type TestClient, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { openTalk, readSession, type Talk } from './person.ts';

describe('the turns of a live session', () => {
  let server: TestServer;
  let learner: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asDemo();
  });
  afterAll(() => server.close());

  const talk = (wanted = {}) => openTalk(server.url, learner, wanted);
  const storedBy = async ({ session }: Talk) => (await readSession(learner, session.id)).turns.filter(({ who }) => who === 'learner');

  it('are acknowledged, answered and stored as they were said', async () => {
    const it = await talk();
    const text = '<b>Gras</b> & <script>alert(1)</script> "guillemets" \\ {{retard}} ’ é 🙂 \r\n\t fin';
    it.socket.say(text, 'a1');
    const { turn, clientTurnId } = await it.socket.next('committed');
    expect({ clientTurnId, seq: turn.seq, who: turn.who, text: turn.text }).toEqual({ clientTurnId: 'a1', seq: 2, who: 'learner', text });
    const { seq, expression } = await it.socket.next('speaking');
    const { turn: reply, floor } = await it.socket.next('spoken');
    expect({ seq: reply.seq, expression: reply.expression, voicedBy: reply.voicedBy, floor }).toEqual({ seq, expression, voicedBy: 'bank', floor: 'learner' });
    expect(
      it.socket
        .all('words')
        .filter((words) => words.seq === seq)
        .map((words) => words.text)
        .join(''),
    ).toBe(reply.text);
    expect((await readSession(learner, it.session.id)).turns.slice(-2)).toEqual([turn, reply]);
    it.socket.close();
  });

  it('may be as long as the limit, and not longer', async () => {
    const it = await talk();
    it.socket.say('a'.repeat(turnLimit + 1), 'long');
    expect(await it.socket.next('notice')).toEqual({ type: 'notice', code: 'turn.too_long', clientTurnId: 'long' });
    expect(await storedBy(it)).toEqual([]);
    const most = 'Le lot du 4. '.repeat(turnLimit).slice(0, turnLimit);
    it.socket.say(most);
    expect((await it.socket.next('committed')).turn.text).toBe(most);
    await it.socket.next('spoken');
    expect((await storedBy(it)).map(({ text }) => text)).toEqual([most]);
    it.socket.close();
  });

  it('are not taken when nothing was said', async () => {
    const it = await talk();
    for (const text of ['', '   ', '\n\t\u00a0']) {
      it.socket.say(text, 'nothing');
      expect(await it.socket.next('notice')).toEqual({ type: 'notice', code: 'turn.empty', clientTurnId: 'nothing' });
    }
    expect(await storedBy(it)).toEqual([]);
    it.socket.close();
  });

  it('are stored once, however often they are sent', async () => {
    const it = await talk();
    it.socket.say('On a dix jours de retard.', 'twice');
    const first = await it.socket.next('committed');
    it.socket.say('On a dix jours de retard.', 'twice');
    it.socket.say('Autre chose sous le même nom.', 'twice');
    expect(await it.socket.next('committed')).toEqual(first);
    expect(await it.socket.next('committed')).toEqual(first);
    expect(await storedBy(it)).toEqual([first.turn]);
    it.socket.close();
  });

  it('keep what a database can keep: no NUL, no half character', async () => {
    const it = await talk();
    it.socket.say('Le\0 retard \ud800est de dix jours, \udc00voilà.');
    expect((await it.socket.next('committed')).turn.text).toBe('Le retard \ufffdest de dix jours, \ufffdvoilà.');
    await it.socket.next('spoken');
    it.socket.say('\0');
    expect((await it.socket.next('notice')).code).toBe('turn.empty');
    it.socket.close();
  });

  it('wait while the session is paused, and the clock with them', async () => {
    const it = await talk();
    it.socket.send({ type: 'pause' });
    const stopped = await it.socket.next('clock');
    expect(stopped).toMatchObject({ status: 'paused', clock: { running: false } });
    it.socket.say('Et maintenant ?', 'later');
    expect(await it.socket.next('notice')).toEqual({ type: 'notice', code: 'session.paused', clientTurnId: 'later' });
    await pass(300);
    // Asked again, it tells how the clock stands.
    it.socket.send({ type: 'pause' });
    expect(await it.socket.next('clock')).toEqual(stopped);
    it.socket.send({ type: 'resume' });
    const going = await it.socket.next('clock');
    expect(going).toMatchObject({ status: 'live', clock: { running: true } });
    await pass(300);
    it.socket.send({ type: 'pause' });
    const again = await it.socket.next('clock');
    expect(again.clock.elapsedMs - stopped.clock.elapsedMs).toBeGreaterThanOrEqual(295);
    it.socket.send({ type: 'resume' });
    await it.socket.next('clock');
    it.socket.say('Et maintenant ?', 'later');
    expect((await it.socket.next('committed')).clientTurnId).toBe('later');
    expect(await storedBy(it)).toHaveLength(1);
    it.socket.close();
  });

  it('answer a question for something to try, and a ping', async () => {
    const it = await talk({ locale: 'en' });
    it.socket.send({ type: 'hint' });
    expect((await it.socket.next('hint')).text).not.toBe('');
    it.socket.send({ type: 'ping', at: 12.5 });
    expect(await it.socket.next('pong')).toEqual({ type: 'pong', at: 12.5 });
    expect(await storedBy(it)).toEqual([]);
    it.socket.close();
  });

  it.each([
    ['text that is no JSON', '{"type":"say"', 'protocol'],
    ['JSON that is no frame', '[]', 'protocol'],
    ['a frame of no known type', '{"type":"shout","text":"x"}', 'protocol'],
    ['a frame of the server', '{"type":"ended"}', 'protocol'],
    ['a field that is not there', '{"type":"ping","at":1,"as":"admin"}', 'protocol'],
    ['a field of the wrong kind', '{"type":"say","clientTurnId":7,"text":"x"}', 'protocol'],
    ['a turn without a name', '{"type":"say","clientTurnId":"","text":"x"}', 'protocol'],
    ['a name that cannot be stored', '{"type":"say","clientTurnId":"a\\u0000","text":"x"}', 'protocol'],
    ['a prototype', '{"__proto__":{"type":"end"}}', 'protocol'],
    ['bytes', new Uint8Array([1, 2, 3]), 'protocol'],
    ['a frame over the limit', JSON.stringify({ type: 'say', clientTurnId: 'x', text: 'x'.repeat(liveFrameLimit) }), 'too_large'],
    ['one far over the limit', 'x'.repeat(5 * liveFrameLimit), '1009'],
  ])('end with the socket on %s, and nothing of it is kept', async (_name, data, reason) => {
    const it = await talk();
    it.socket.sendRaw(data);
    it.socket.say('Ceci suit une trame refusée.');
    expect(await it.socket.closed).toBe(reason);
    expect(await storedBy(it)).toEqual([]);
    expect((await server.fetch('/readyz')).status).toBe(200);
  });

  it('end with the socket on a flood', async () => {
    const it = await talk();
    for (let n = 0; n < 200; n += 1) it.socket.send({ type: 'ping', at: n });
    expect(await it.socket.closed).toBe('rate');
    expect(it.socket.all('pong').length).toBeLessThan(120);
  });

  it('are cut where the learner speaks into them', async () => {
    const it = await talk();
    it.socket.say('Une première chose.');
    it.socket.say('Une deuxième, sans attendre.');
    it.socket.say('Une troisième.');
    for (let n = 0; n < 3; n += 1) await it.socket.next('committed');
    await it.socket.next('spoken');
    const { turns } = await readSession(learner, it.session.id);
    expect(turns.map(({ seq }) => seq)).toEqual(turns.map((_, index) => index + 1));
    expect(turns.filter(({ who }) => who === 'learner').map(({ text }) => text)).toEqual([
      'Une première chose.',
      'Une deuxième, sans attendre.',
      'Une troisième.',
    ]);
    it.socket.close();
  });

  it('are asked for after a silence, as often as the scenario says', async () => {
    const scenario = library().scenarios.get('remobiliser-collaboratrice');
    if (!scenario) throw new Error('the scenario left the library');
    // The library of this process: real plans begin at seconds.
    scenario.silencePlan = { patienceMs: 80, againMs: 80, most: 2, turnPatience: 1 };
    const it = await talk({ scenario: scenario.slug });
    let seq = 1;
    for (let nudge = 0; nudge < 2; nudge += 1) {
      it.socket.send({ type: 'heard', seq });
      const { turn, floor } = await it.socket.next('spoken');
      expect({ who: turn.who, floor }).toEqual({ who: 'persona', floor: 'learner' });
      seq = turn.seq;
    }
    it.socket.send({ type: 'heard', seq });
    await pass(300);
    it.socket.say('Pardon, je cherchais mes mots.');
    await it.socket.next('committed');
    const { turns } = await readSession(learner, it.session.id);
    expect(turns.slice(0, 4).map(({ who }) => who)).toEqual(['persona', 'persona', 'persona', 'learner']);
    expect(new Set(turns.map(({ text }) => text)).size).toBe(turns.length);
    it.socket.close();
  });
});
