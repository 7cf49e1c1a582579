import { LLMock } from '@copilotkit/aimock';
import { liveProtocolVersion, soundFrameLimit } from '@coachvisio/contract/live-protocol.ts';
import { writeSound } from '@coachvisio/contract/speech.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { beginSession, readSession, ticketFor } from './person.ts';
import { RawSocket } from './raw-socket.ts';
import { type Aloud, openAloud, SoundSocket } from './sound-socket.ts';

const megabyte = 1024 * 1024;
const heardAs = 'On livre un premier lot le quatre décembre.';
/** Eight bytes of a head, and 20 ms. */
const packet = (change: (bytes: Uint8Array<ArrayBuffer>) => void = () => undefined): Uint8Array<ArrayBuffer> => {
  const bytes = writeSound('microphone', 1, 0, new Int16Array(320).fill(800));
  change(bytes);
  return bytes;
};

describe('odd sound on the live socket', () => {
  let provider: LLMock;
  let server: TestServer;
  let learner: TestClient;
  let neighbour: Aloud;
  beforeAll(async () => {
    provider = new LLMock({ port: 0, logLevel: 'silent' });
    await provider.start();
    provider.addFixture({ match: { endpoint: 'chat' }, response: { content: 'Je veux un nom.' } });
    provider.onSpeech(/.*/, { audio: Buffer.from(new Int16Array(1_200).fill(500).buffer).toString('base64'), format: 'pcm' });
    provider.onTranscription({ transcription: { text: heardAs } });
    const url = `${provider.url}/v1`;
    server = await startTestServer({ env: { MODEL_URL: url, MODEL_NAME: 'm', SPEAK_URL: url, SPEAK_NAME: 's', HEAR_URL: url, HEAR_NAME: 'h' } });
    learner = await server.asDemo();
    neighbour = await openAloud(server.url, learner);
  });
  afterAll(async () => {
    neighbour.socket.close();
    await server.close();
    await provider.stop();
  });

  const aloud = (voice?: { readonly speak: boolean; readonly hear: boolean }) => openAloud(server.url, learner, voice);
  const typed = ({ socket }: Aloud, text: string) => socket.send({ type: 'say', clientTurnId: crypto.randomUUID(), text });
  const learnersTurns = async ({ id }: Aloud) => (await readSession(learner, id)).turns.filter(({ who }) => who === 'learner').map(({ text }) => text);
  /** The conversation beside it goes on, and the one that was cut off can be taken up again. */
  async function nobodyElseIsHarmed(talk: Aloud) {
    const pongs = neighbour.socket.all('pong').length;
    neighbour.socket.send({ type: 'ping', at: 1 });
    await neighbour.socket.heard('pong', pongs + 1);
    const back = await SoundSocket.open(server.url, talk.id);
    back.hello({ resume: talk.resume });
    expect((await back.heard('welcome')).turns.length).toBeGreaterThan(0);
    back.close();
  }

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['of the persona’s kind', packet((bytes) => void (bytes[0] = 2)), 'protocol'],
    ['of a kind that is none', packet((bytes) => void (bytes[0] = 7)), 'protocol'],
    ['with something in its second byte', packet((bytes) => void (bytes[1] = 1)), 'protocol'],
    ['that breaks off in the middle of a sample', packet().slice(0, -1), 'protocol'],
    ['shorter than its head', packet().slice(0, 6), 'protocol'],
    ['of nothing', new Uint8Array(0), 'protocol'],
    ['a little too long', new Uint8Array(soundFrameLimit + 2), 'too_large'],
    ['of two megabytes', new Uint8Array(2 * megabyte), '1009'],
  ])('ends it: a packet %s', async (_, bytes, reason) => {
    const talk = await aloud();
    talk.socket.utterance(1, 'began');
    talk.socket.raw(bytes);
    expect(await talk.socket.closed).toBe(reason);
    await nobodyElseIsHarmed(talk);
  });

  it.each([
    '{"type":"utterance","number":0,"state":"began"}',
    '{"type":"utterance","number":1.5,"state":"began"}',
    '{"type":"utterance","number":1e300,"state":"began"}',
    '{"type":"utterance","number":1,"state":"began","sampleRate":192000}',
    '{"type":"utterance","number":1,"state":"sung"}',
    '{"type":"utterance","number":1,"state":"paused","silentMs":1e9}',
    '{"type":"utterance","number":1,"state":"paused","silentMs":-1}',
    '{"type":"utterance","number":1,"state":"began","over":{"seq":0,"playedMs":0}}',
    '{"type":"interrupt","seq":1,"playedMs":-1}',
    '{"type":"interrupt","seq":1,"playedMs":null}',
    '{"type":"interrupt","seq":1,"playedMs":NaN}',
    '{"type":"interrupt","seq":1,"playedMs":1e999}',
    '{"type":"heard","seq":-1}',
  ])('ends it: %s', async (frame) => {
    const talk = await aloud();
    talk.socket.raw(frame);
    expect(await talk.socket.closed).toBe('protocol');
    await nobodyElseIsHarmed(talk);
  });

  it('ends it: sound before it was let in, with a ticket that was used, or in another version', async () => {
    const early = await SoundSocket.open(server.url, (await beginSession(learner)).id);
    early.raw(packet());
    expect(await early.closed).toBe('protocol');
    const { id } = await beginSession(learner);
    const ticket = await ticketFor(learner, id);
    const strange = await SoundSocket.open(server.url, id);
    strange.send({ type: 'hello', protocol: liveProtocolVersion + 1, lastSeq: 0, ticket, voice: { speak: true, hear: true } });
    expect(await strange.closed).toBe('version');
    const first = await SoundSocket.open(server.url, id);
    first.hello({ ticket });
    await first.heard('spoken');
    const second = await SoundSocket.open(server.url, id);
    second.hello({ ticket });
    expect(await second.closed).toBe('unauthorised');
    const other = await server.asMember();
    const theirs = await SoundSocket.open(server.url, id);
    theirs.hello({ ticket: await ticketFor(other, (await beginSession(other)).id) });
    expect(await theirs.closed).toBe('unauthorised');
    first.send({ type: 'ping', at: 1 });
    await first.heard('pong');
    first.close();
  });

  it('ends it: more packets than a microphone has', async () => {
    const talk = await aloud();
    const before = process.memoryUsage().rss;
    talk.socket.utterance(1, 'began');
    talk.socket.speak(1, 10_000);
    expect(await talk.socket.closed).toBe('rate');
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * megabyte);
    await nobodyElseIsHarmed(talk);
  });

  it('ends it: a packet that announces a gigabyte, of which nothing is kept', async () => {
    const talk = await aloud();
    const raw = await RawSocket.open(server.url, talk.id);
    const before = process.memoryUsage().rss;
    raw.announce('binary', 1024 * megabyte);
    raw.pour(new Uint8Array(1024));
    await expect.poll(() => raw.closeCode, { timeout: 10_000 }).toBe(1009);
    // Who pours it all the same pours into a line that is gone.
    for (let sent = 0; sent < 64; sent += 1) raw.pour(new Uint8Array(megabyte));
    await raw.gone;
    expect(process.memoryUsage().rss - before).toBeLessThan(160 * megabyte);
    raw.destroy();
    talk.socket.close();
    await nobodyElseIsHarmed(talk);
  });

  it('ends it: pings that nobody reads the answers to', async () => {
    const talk = await aloud();
    const raw = await RawSocket.open(server.url, talk.id);
    for (let sent = 0; sent < 500; sent += 1) raw.write('ping', 'x'.repeat(100));
    await raw.gone;
    talk.socket.close();
    await nobodyElseIsHarmed(talk);
  });

  it.each<[string, (talk: Aloud) => void]>([
    ['sound without an utterance', ({ socket }) => socket.speak(1, 5)],
    [
      'sound of an utterance that is not the one that runs',
      ({ socket }) => {
        socket.utterance(5, 'began');
        for (const number of [1, 4, 6, 0xffffffff]) socket.speak(number, 2);
        socket.utterance(5, 'dropped');
        socket.speak(5, 2);
      },
    ],
    [
      'an utterance that never began',
      ({ socket }) => {
        for (const state of ['paused', 'resumed', 'ended', 'dropped'] as const) socket.utterance(9, state);
      },
    ],
    [
      'one that is over before it has any sound',
      ({ socket }) => {
        socket.utterance(1, 'began');
        socket.utterance(1, 'dropped');
        socket.utterance(Number.MAX_SAFE_INTEGER, 'began');
        socket.utterance(Number.MAX_SAFE_INTEGER, 'dropped');
      },
    ],
    ['what was heard of a turn that is still to come', ({ socket }) => socket.send({ type: 'heard', seq: 999 })],
    ['a stop to a turn that is still to come', ({ socket }) => socket.send({ type: 'interrupt', seq: 999, playedMs: 10 })],
    ['a stop after more sound than there is', ({ socket }) => socket.send({ type: 'interrupt', seq: 1, playedMs: 1e300 })],
    [
      'a voice over a turn that is still to come',
      ({ socket }) => {
        socket.send({ type: 'utterance', number: 1, state: 'began', silentMs: 0, over: { seq: 999, playedMs: 1e300 } });
        socket.utterance(1, 'dropped');
      },
    ],
  ])('changes nothing: %s', async (_, does) => {
    const talk = await aloud();
    const opening = talk.socket.all('spoken')[0]?.turn.text;
    await talk.socket.heard('speech_end');
    does(talk);
    talk.socket.send({ type: 'heard', seq: 1 });
    typed(talk, 'On livre le 4.');
    await talk.socket.heard('committed');
    const { turns } = await readSession(learner, talk.id);
    expect(turns.slice(0, 2).map(({ text, unheard }) => [text, unheard])).toEqual([
      [opening, undefined],
      ['On livre le 4.', undefined],
    ]);
    talk.socket.close();
  });

  it('is not listened to where nobody asked to be heard, nor while the conversation is paused', async () => {
    const deaf = await aloud({ speak: true, hear: false });
    const paused = await aloud();
    paused.socket.send({ type: 'pause' });
    await expect.poll(() => paused.socket.all('clock').at(-1)?.status).toBe('paused');
    for (const { socket } of [deaf, paused]) {
      socket.utterance(1, 'began');
      socket.speak(1, 50);
      socket.utterance(1, 'ended');
      socket.send({ type: 'ping', at: 1 });
      await socket.heard('pong');
    }
    paused.socket.send({ type: 'resume' });
    await expect.poll(() => paused.socket.all('clock').at(-1)?.status).toBe('live');
    for (const talk of [deaf, paused]) {
      typed(talk, 'On livre le 4.');
      await talk.socket.heard('spoken', 2);
      expect(await learnersTurns(talk)).toEqual(['On livre le 4.']);
      expect(talk.socket.all('understood')).toEqual([]);
      talk.socket.close();
    }
  });

  it('is one turn, from where it began the second time, when it begins twice', async () => {
    const talk = await aloud();
    talk.socket.utterance(1, 'began');
    talk.socket.speak(1, 50);
    talk.socket.utterance(1, 'began');
    talk.socket.speak(1, 50);
    talk.socket.utterance(1, 'ended');
    expect((await talk.socket.heard('committed')).turn.text).toBe(heardAs);
    await talk.socket.heard('spoken', 2);
    expect(await learnersTurns(talk)).toEqual([heardAs]);
    talk.socket.close();
  });

  it('is not taken any more when the conversation is over', async () => {
    const talk = await aloud();
    typed(talk, 'On livre le 4.');
    await talk.socket.heard('spoken', 2);
    talk.socket.send({ type: 'end' });
    talk.socket.utterance(1, 'began');
    talk.socket.speak(1, 50);
    talk.socket.utterance(1, 'ended');
    expect(await talk.socket.closed).toBe('ended');
    expect(await learnersTurns(talk)).toEqual(['On livre le 4.']);
  });
});
