import { liveProtocolVersion } from '@coachvisio/contract/live-protocol.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { type Endpoint, openEndpoint } from '../../apps/server/src/providers/openai-compatible/endpoint.testing.ts';
import { beginSession, readSession, ticketFor } from './person.ts';
import { RawSocket } from './raw-socket.ts';
import { SoundSocket } from './sound-socket.ts';

const megabyte = 1024 * 1024;

describe('a client that reads nothing while the persona speaks', () => {
  let voice: Endpoint;
  let server: TestServer;
  beforeAll(async () => {
    voice = await openEndpoint();
    // Ten seconds of sound for each clause: it is spoken for as long as the test lasts.
    const sound = Buffer.from(new Int16Array(240_000).fill(500).buffer);
    voice.answer = (_, response) => void response.writeHead(200, { 'content-type': 'audio/pcm' }).end(sound);
    server = await startTestServer({ env: { SPEAK_URL: voice.url, SPEAK_NAME: 'tts' } });
  });
  afterAll(async () => {
    await server.close();
    await voice.close();
  });

  it('is cut off before what waits for it fills the memory, and finds every word when it comes back', async () => {
    const learner = await server.asDemo();
    const { id } = await beginSession(learner);
    const before = process.memoryUsage().rss;
    const raw = await RawSocket.open(server.url, id);
    const send = (frame: object) => raw.write('text', JSON.stringify(frame));
    send({ type: 'hello', protocol: liveProtocolVersion, ticket: await ticketFor(learner, id), voice: { speak: true, hear: true } });
    await expect.poll(async () => (await readSession(learner, id)).turns.length, { timeout: 20_000 }).toBe(1);
    raw.stopReading();
    // A turn of characters that are told in six each: sent again under the same id it is told again, 60 KB each time.
    const text = `On livre le 4. ${'\u0001'.repeat(9_900)}`;
    send({ type: 'say', clientTurnId: 'long', text });
    let isGone = false;
    void raw.gone.then(() => (isGone = true));
    const asking = setInterval(() => send({ type: 'say', clientTurnId: 'long', text: '' }), 60);
    // Whoever does not read is not told that the line is gone until it writes into it.
    await expect.poll(() => isGone, { timeout: 60_000, interval: 200 }).toBe(true);
    clearInterval(asking);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * megabyte);

    const back = await SoundSocket.open(server.url, id);
    back.hello({ ticket: await ticketFor(learner, id) });
    const { turns } = await back.heard('welcome');
    expect(turns.slice(0, 3).map(({ who }) => who)).toEqual(['persona', 'learner', 'persona']);
    expect(turns[1]?.text).toBe(text);
    back.send({ type: 'say', clientTurnId: 'next', text: 'Je vous rappelle à 18 heures.' });
    await back.heard('committed');
    back.close();
  }, 120_000);
});
