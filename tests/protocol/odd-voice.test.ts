import type { ServerResponse } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { writeWav } from '@coachvisio/engine/speech/wav.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { type Endpoint, openEndpoint } from '../../apps/server/src/providers/openai-compatible/endpoint.testing.ts';
import { removeFolder, temporaryFolder } from '../../scripts/run-server.ts';
import { openAloud, type SoundSocket } from './sound-socket.ts';

/** What the second voice says, whatever it is asked: nothing of what the first one sends sounds like it. */
const hum = 500;
const humming = (length: number) => new Int16Array(length).fill(hum);

type Answer = (response: ServerResponse) => void | Promise<void>;
const answers =
  (type: string, body: Uint8Array | string): Answer =>
  (response) =>
    void response.writeHead(200, { 'content-type': type }).end(body);

describe('a voice that answers oddly', () => {
  let folder: string;
  let odd: Endpoint;
  let sound: Endpoint;
  let followed: TestServer;
  let alone: TestServer;
  beforeAll(async () => {
    folder = await temporaryFolder();
    odd = await openEndpoint();
    sound = await openEndpoint();
    sound.answer = (_, response) => answers('audio/pcm', Buffer.from(humming(2_400).buffer))(response);
    const file = join(folder, 'providers.json');
    writeFileSync(file, JSON.stringify({ speak: [odd, sound].map(({ url }, index) => ({ name: `voice-${index}`, url, model: 'tts' })) }));
    followed = await startTestServer({ env: { PROVIDERS_FILE: file } });
    alone = await startTestServer({ env: { SPEAK_URL: odd.url, SPEAK_NAME: 'tts' } });
  });
  afterAll(async () => {
    for (const server of [followed, alone]) await server.close();
    for (const endpoint of [odd, sound]) await endpoint.close();
    await removeFolder(folder);
  });

  /** The opening line of a scenario (another one each time: its sound may be kept), said by a voice that answers in these ways, one after the other. */
  async function hear(server: TestServer, scenario: string, ...ways: readonly [Answer, ...Answer[]]): Promise<SoundSocket> {
    odd.asked.splice(0);
    odd.answer = (_, response) => void (ways[(odd.asked.length - 1) % ways.length] ?? ways[0])(response);
    const { socket } = await openAloud(server.url, await server.asDemo(), undefined, scenario);
    await socket.heard('speech_end');
    expect(odd.asked.length).toBeGreaterThan(0);
    return socket;
  }
  const saidOf = (socket: SoundSocket): number => socket.sounds.reduce((sum, { samples }) => sum + samples.filter((sample) => sample === hum).length, 0);
  const page = answers('audio/pcm', '<!doctype html><title>Sign in</title>');
  const mp3 = answers(
    'application/octet-stream',
    Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.from(new Int16Array(4_800).fill(29_000).buffer)]),
  );

  it('is played at the rate that its WAV file names', async () => {
    const socket = await hear(alone, 'contrat-client-mefiant', answers('audio/wav', writeWav({ samples: humming(1_102), sampleRate: 11_025 })));
    expect(socket.all('notice')).toEqual([]);
    expect(new Set(socket.all('sentence').map(({ sampleRate }) => sampleRate))).toEqual(new Set([11_025]));
    expect(saidOf(socket)).toBe(socket.all('sentence').length * 1_102);
    socket.close();
  });

  it('stutters where its sound comes half as fast as it is heard, and says all of it', async () => {
    const pieces = 12;
    const socket = await hear(alone, 'retard-projet-strategique', async (response) => {
      response.writeHead(200, { 'content-type': 'audio/pcm' });
      for (let piece = 0; piece < pieces && !response.destroyed; piece += 1) {
        // 50 ms of sound, every 100 ms.
        response.write(Buffer.from(humming(1_200).buffer));
        await pass(100);
      }
      response.end();
    });
    expect(socket.all('notice')).toEqual([]);
    const clauses = socket.all('sentence').length;
    expect(clauses).toBeGreaterThan(1);
    expect(saidOf(socket)).toBe(clauses * pieces * 1_200);
    socket.send({ type: 'heard', seq: 1 });
    socket.send({ type: 'say', clientTurnId: 'a', text: 'On livre le 4.' });
    expect((await socket.heard('spoken', 2)).floor).toBe('learner');
    await socket.heard('speech_end', 2);
    socket.close();
  });

  it('is followed by the next one, and nothing of what is no sound is played', async () => {
    const socket = await hear(followed, 'retard-projet-strategique', mp3, page);
    expect(Math.max(...socket.sounds.flatMap(({ samples }) => [...samples].map(Math.abs)))).toBe(hum);
    expect(saidOf(socket)).toBe(socket.all('sentence').length * 2_400);
    expect(socket.all('notice').map(({ code }) => code)).toEqual(['speak.fallback']);
    socket.close();
  });

  it('leaves the words when nobody is behind it', async () => {
    const socket = await hear(alone, 'negociation-salaire', page, mp3);
    expect(socket.sounds).toEqual([]);
    expect(socket.all('notice').map(({ code }) => code)).toEqual(['speak.lost']);
    expect(socket.all('spoken')[0]?.turn.text).not.toBe('');
    socket.close();
  });
});
