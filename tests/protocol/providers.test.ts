import { LLMock } from '@copilotkit/aimock';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { microphoneRate, writeSound } from '@coachvisio/contract/speech.ts';
import { SessionUsage } from '@coachvisio/contract/usage.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { removeFolder, temporaryFolder } from '../../scripts/run-server.ts';
import { beginSession, openTalk, type Talk, ticketFor } from './person.ts';

const answerTo = async ({ socket }: Talk, text: string) => {
  socket.say(text);
  return (await socket.next('spoken')).turn;
};

describe('two models, one after the other', () => {
  let folder: string;
  let models: readonly [LLMock, LLMock];
  let server: TestServer;
  let learner: TestClient;
  beforeAll(async () => {
    folder = await temporaryFolder();
    models = [new LLMock({ port: 0, logLevel: 'silent' }), new LLMock({ port: 0, logLevel: 'silent', auth: { apiKeys: ['right'] } })];
    for (const model of models) await model.start();
    const [first, second] = models;
    const file = join(folder, 'providers.json');
    writeFileSync(
      file,
      JSON.stringify({
        think: [
          { name: 'first', url: `${first.url}/v1`, model: 'small' },
          { name: 'second', url: `${second.url}/v1`, model: 'large', keyEnv: 'KEY_OF_SECOND' },
        ],
        limits: { firstWordMs: 1500 },
        prices: { small: { in: 1, out: 10 } },
      }),
    );
    server = await startTestServer({ env: { PROVIDERS_FILE: file, KEY_OF_SECOND: 'right' } });
    learner = await server.asDemo();
  });
  afterAll(async () => {
    await server.close();
    for (const model of models) await model.stop();
    await removeFolder(folder);
  });
  afterEach(() => {
    for (const model of models) model.reset();
  });

  const says = (model: LLMock, fixture: Partial<Parameters<LLMock['addFixture']>[0]>) =>
    model.addFixture({ match: {}, response: { content: 'Je vous écoute.', usage: { prompt_tokens: 500, completion_tokens: 20 } }, ...fixture });
  const usageOf = async (session: SessionId, of: TestClient = learner): Promise<SessionUsage> =>
    SessionUsage.parse((await of.call('GET', `/v1/sessions/${session}/usage`)).json);

  it('the first one that answers is heard, and what it cost is written soon after', async () => {
    const [first, second] = models;
    says(first, {});
    says(second, {});
    const talk = await openTalk(server.url, learner);
    expect(await usageOf(talk.session.id)).toMatchObject({ models: [], eur: null, unpriced: 0, latency: { typed: { turns: 0, committedMs: null } } });
    for (const line of ['On a dix jours de retard.', 'On peut livrer un lot le 4 décembre.'])
      expect(await answerTo(talk, line)).toMatchObject({ voicedBy: 'model', text: 'Je vous écoute.' });
    expect(second.getRequests()).toHaveLength(0);
    await expect
      .poll(() => usageOf(talk.session.id), { timeout: 10_000 })
      .toMatchObject({
        models: [
          {
            role: 'think',
            provider: 'first',
            model: 'small',
            calls: 2,
            failures: {},
            givenUp: 0,
            tokensIn: 1000,
            tokensOut: 40,
            firstMs: { p50: expect.any(Number) },
          },
        ],
        latency: {
          typed: { turns: 2, committedMs: { p95: expect.any(Number) }, firstTokenMs: { p50: expect.any(Number) }, firstAudioMs: null },
          spoken: { turns: 0 },
        },
        unpriced: 0,
      });
    expect((await usageOf(talk.session.id)).eur).toBeCloseTo((1000 * 1 + 40 * 10) / 1e6, 9);
    talk.socket.close();
  });

  it('the second one answers when the first hangs, in the time that both have', async () => {
    const [first, second] = models;
    says(first, { streamingProfile: { ttft: 10_000, tps: 60 } });
    says(second, {});
    const talk = await openTalk(server.url, learner);
    const began = Date.now();
    expect(await answerTo(talk, 'On a dix jours de retard.')).toMatchObject({ voicedBy: 'model', text: 'Je vous écoute.' });
    expect(Date.now() - began).toBeLessThan(4000);
    expect(talk.socket.all('notice')).toEqual([]);
    talk.socket.close();
  });

  it('the first one is left alone after five failures in a row, and the bank speaks when neither answers', async () => {
    const [first, second] = models;
    says(first, { response: { error: { message: 'oops' }, status: 500 } });
    says(second, {});
    const talk = await openTalk(server.url, learner);
    for (let turn = 0; turn < 6; turn += 1) expect((await answerTo(talk, `On livre le ${turn + 4} décembre, c'est sûr.`)).voicedBy).toBe('model');
    // One of the five was the hanging of the test before.
    expect(first.getRequests().length).toBeLessThanOrEqual(5);
    expect(second.getRequests()).toHaveLength(6);
    second.reset();
    says(second, { response: { error: { message: 'oops' }, status: 500 } });
    expect((await answerTo(talk, 'Vous êtes là ?')).voicedBy).toBe('bank');
    expect(talk.socket.all('notice')).toMatchObject([{ code: 'model.fallback' }]);
    await expect
      .poll(async () => (await usageOf(talk.session.id)).models.map(({ provider, failures }) => ({ provider, failures })), { timeout: 10_000 })
      .toMatchObject([
        { provider: 'first', failures: { failed: expect.any(Number) } },
        { provider: 'second', failures: { failed: 2 } },
      ]);
    // Nobody named a price for the second one; what was refused costs nothing.
    expect(await usageOf(talk.session.id)).toMatchObject({ unpriced: 6 });
    talk.socket.close();
  });

  it('one that asks to be left alone is left alone for as long as it says', async () => {
    const second = models[1];
    const alone = await startTestServer({ env: { MODEL_URL: `${second.url}/v1`, MODEL_NAME: 'large', MODEL_KEY: 'right' } });
    const visitor = await alone.asDemo();
    says(second, { response: { error: { message: 'slow down' }, status: 429, retryAfter: 4 } });
    const talk = await openTalk(alone.url, visitor);
    for (const line of ['On livre le 4.', 'Le lot est prêt.']) expect((await answerTo(talk, line)).voicedBy).toBe('bank');
    expect(second.getRequests()).toHaveLength(1);
    second.reset();
    says(second, {});
    await expect.poll(async () => (await answerTo(talk, 'Vous êtes là ?')).voicedBy, { interval: 500, timeout: 20_000 }).toBe('model');
    talk.socket.close();
    await alone.close();
  });

  it('what is left to be written is written when the session ends', async () => {
    says(models[1], {});
    const talk = await openTalk(server.url, learner);
    await answerTo(talk, 'On livre le 4.');
    talk.socket.send({ type: 'end' });
    await talk.socket.closed;
    await expect.poll(async () => (await usageOf(talk.session.id)).latency.typed.turns, { timeout: 10_000 }).toBe(1);
  });

  it('the figures of a session are its learner’s alone', async () => {
    const talk = await openTalk(server.url, learner);
    for (const other of [await server.asDemo(), await server.asMember()])
      expect(await other.call('GET', `/v1/sessions/${talk.session.id}/usage`)).toMatchObject({ status: 404, json: { code: 'session.not_found' } });
    talk.socket.close();
  });
});

describe('a conversation aloud', () => {
  let provider: LLMock;
  let server: TestServer;
  beforeAll(async () => {
    provider = new LLMock({ port: 0, logLevel: 'silent' });
    await provider.start();
    provider.addFixture({ match: { endpoint: 'chat' }, response: { content: 'Je veux un nom.', usage: { prompt_tokens: 500, completion_tokens: 20 } } });
    const second = Buffer.from(new Int16Array(24_000).fill(500).buffer).toString('base64');
    provider.onSpeech(/.*/, { audio: second, format: 'pcm' });
    provider.onTranscription({ transcription: { text: 'On livre un premier lot le quatre décembre.' } });
    const url = `${provider.url}/v1`;
    server = await startTestServer({
      env: { MODEL_URL: url, MODEL_NAME: 'small', SPEAK_URL: url, SPEAK_NAME: 'tts', HEAR_URL: url, HEAR_NAME: 'whisper', EMBEDDED_VOICE: 'off' },
    });
  });
  afterAll(async () => {
    await server.close();
    await provider.stop();
  });

  it('tells what each of the three did, and how long the learner waited for the first sound', async () => {
    const learner = await server.asDemo();
    const session = await beginSession(learner);
    const frames: LiveServerFrame[] = [];
    let sounds = 0;
    const socket = new WebSocket(`${server.url.replace(/^http/, 'ws')}/v1/sessions/${session.id}/live`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') frames.push(LiveServerFrame.parse(JSON.parse(data)));
      else sounds += 1;
    });
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    const send = (frame: object) => socket.send(JSON.stringify(frame));
    const heard = (type: LiveServerFrame['type'], times = 1) =>
      expect.poll(() => frames.filter((frame) => frame.type === type).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(times);
    send({ type: 'hello', protocol: liveProtocolVersion, lastSeq: 0, ticket: await ticketFor(learner, session.id), voice: { speak: true, hear: true } });
    await heard('speech_end');
    expect(sounds).toBeGreaterThan(10);
    send({ type: 'heard', seq: 1 });
    send({ type: 'utterance', number: 1, state: 'began' });
    for (let packet = 0; packet < 50; packet += 1) socket.send(writeSound('microphone', 1, packet, new Int16Array(microphoneRate / 50).fill(800)));
    send({ type: 'utterance', number: 1, state: 'paused', silentMs: 60 });
    send({ type: 'utterance', number: 1, state: 'ended' });
    await heard('committed');
    await heard('speech_end', 2);
    const usage = async () => SessionUsage.parse((await learner.call('GET', `/v1/sessions/${session.id}/usage`)).json);
    await expect.poll(async () => (await usage()).models.map(({ role }) => role).toSorted(), { timeout: 10_000 }).toEqual(['hear', 'speak', 'think']);
    const { models, latency, unpriced } = await usage();
    expect(models).toMatchObject(
      models.map(
        ({ role }) => ({ think: { tokensIn: 500 }, speak: { characters: expect.any(Number), failures: {} }, hear: { failures: {}, tokensOut: 0 } })[role],
      ),
    );
    expect(models.find(({ role }) => role === 'hear')?.seconds).toBeGreaterThan(0.5);
    expect(models.find(({ role }) => role === 'speak')?.seconds).toBeGreaterThan(1.5);
    expect(latency.spoken).toMatchObject({ turns: 1, firstTokenMs: { p50: expect.any(Number) }, firstAudioMs: { p50: expect.any(Number) } });
    expect(latency.typed.turns).toBe(0);
    expect(unpriced).toBeGreaterThanOrEqual(4);
    socket.close();
  });
});
