import { liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { soundHeaderBytes } from '@coachvisio/contract/speech.ts';
import { SessionUsage } from '@coachvisio/contract/usage.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { type Endpoint, json, openEndpoint } from '../../apps/server/src/providers/openai-compatible/endpoint.testing.ts';
import { beginSession, ticketFor } from './person.ts';

let endpoint: Endpoint;
let server: TestServer;
let learner: TestClient;
beforeAll(async () => {
  endpoint = await openEndpoint();
  server = await startTestServer({ env: { SPEAK_URL: endpoint.url, SPEAK_NAME: 'tts', EMBEDDED_VOICE: 'on' } });
  learner = await server.asDemo();
});
afterAll(async () => {
  await server.close();
  await endpoint.close();
});

/** Opens a session aloud and listens to the persona's first line. */
async function hearOpening(seed: number) {
  const session = await beginSession(learner, { seed });
  const ticket = await ticketFor(learner, session.id);
  const socket = new WebSocket(`${server.url.replace(/^http/, 'ws')}/v1/sessions/${session.id}/live`);
  socket.binaryType = 'arraybuffer';
  const frames: LiveServerFrame[] = [];
  let bytes = 0;
  const over = new Promise<void>((resolve) =>
    socket.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return void (bytes += data.byteLength - soundHeaderBytes);
      const frame = LiveServerFrame.parse(JSON.parse(data));
      frames.push(frame);
      if (frame.type === 'speech_end') resolve();
    }),
  );
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  socket.send(JSON.stringify({ type: 'hello', protocol: liveProtocolVersion, lastSeq: 0, ticket, voice: { speak: true, hear: false } }));
  await over;
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve, { once: true }));
  // What it took is written when it ends.
  socket.send(JSON.stringify({ type: 'end' }));
  await closed;
  const of = <T extends LiveServerFrame['type']>(type: T) => frames.filter((frame): frame is Extract<LiveServerFrame, { type: T }> => frame.type === type);
  return {
    session,
    bytes,
    text: of('spoken').find(({ turn }) => turn.seq === 1)?.turn.text,
    sources: of('sentence').map(({ source }) => source),
    words: of('marks').flatMap(({ words }) => words).length,
    notices: of('notice').map(({ code }) => code),
  };
}

it('an opening is made by the provider once: the next conversation has its first sound without asking, also while the provider is down', async () => {
  // A hasty voice, 30 ms a character: an opening is sent no faster than it is heard.
  endpoint.answer = ({ body }, response) =>
    void response.writeHead(200, { 'content-type': 'audio/pcm' }).end(Buffer.alloc(String(JSON.parse(String(body)).input).length * 720 * 2, 40));
  const first = await hearOpening(7);
  const calls = endpoint.asked.length;
  expect(calls).toBe(first.sources.length);
  expect(new Set(first.sources)).toEqual(new Set(['provider']));
  await expect.poll(async () => (await server.platform.storage.list('speech')).length, { timeout: 10_000 }).toBe(calls);

  endpoint.answer = json(500, { error: { message: 'down' } });
  const second = await hearOpening(7);
  expect(endpoint.asked).toHaveLength(calls);
  expect(second).toMatchObject({ text: first.text, bytes: first.bytes, sources: first.sources, notices: [] });
  expect(second.words).toBeGreaterThan(0);

  const modelsOf = async () => SessionUsage.parse((await learner.call('GET', `/v1/sessions/${second.session.id}/usage`)).json).models;
  await expect.poll(async () => (await modelsOf()).length, { timeout: 20_000 }).toBe(1);
  expect(await modelsOf()).toMatchObject([{ role: 'speak', provider: 'kept', model: 'tts', calls, failures: {}, seconds: 0, characters: 0, eur: 0 }]);
});
