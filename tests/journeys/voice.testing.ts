import { once } from 'node:events';
import { createServer } from 'node:http';
import { liveProtocolVersion } from '@coachvisio/contract/live-protocol.ts';
import { LiveTicket, Session } from '@coachvisio/contract/session.ts';
import { openEmbeddedVoice } from '@coachvisio/embedded-voice/open-voice.ts';
import type { Page } from 'playwright-core';
import { type Locale, playing } from './playing.testing.ts';

/** A recogniser on the usual protocol: it understands whatever line is due. */
export interface TestRecogniser {
  readonly url: string;
  due: string;
  /** Of each sound that it was given, its seconds. */
  readonly heard: readonly number[];
  close(): void;
}

/** Of a WAV file, as the server sends them: 16 kHz, 16 bit, one channel. */
const bytesPerSecond = 32_000;

export async function openRecogniser(): Promise<TestRecogniser> {
  const heard: number[] = [];
  const server = createServer((request, response) => {
    let bytes = 0;
    request
      .on('data', (data: Buffer) => (bytes += data.length))
      .on('end', () => {
        heard.push(bytes / bytesPerSecond);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text: recogniser.due }));
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`;
  const recogniser: TestRecogniser = { url, due: '', heard, close: () => void server.close() };
  return recogniser;
}

export const learnerRate = 22_050;

/** A learner who says these lines. */
export async function speakAs(locale: Locale, lines: readonly string[]): Promise<Int16Array[]> {
  const voice = await openEmbeddedVoice();
  const manner = { locale, persona: 'learner', gender: 'feminine', rate: 1, pitch: 0 } as const;
  const spoken: Int16Array[] = [];
  for (const line of lines) {
    const pieces: Int16Array[] = [];
    for await (const piece of voice.speak(line, manner, new AbortController().signal)) if (piece.type === 'sound') pieces.push(piece.samples);
    spoken.push(joinSound(pieces));
  }
  await voice.close();
  return spoken;
}

export function joinSound(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Resolves when the server's own voice is warm: from then on the persona is heard at once. */
export async function warmVoice(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: url };
  const demo = await fetch(`${url}/v1/demo`, { method: 'POST', headers, body: '{}' });
  const cookie = demo.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const post = async (path: string, body: object): Promise<unknown> =>
    (await fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) })).json();
  const session = Session.parse(await post('/v1/sessions', { scenario: 'contrat-client-mefiant', locale: 'fr', durationMinutes: null }));
  const { ticket, path } = LiveTicket.parse(await post(`/v1/sessions/${session.id}/tickets`, {}));
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`);
  socket.binaryType = 'arraybuffer';
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', protocol: liveProtocolVersion, ticket, lastSeq: 0, voice: { speak: true, hear: false } }));
  await new Promise<void>((resolve) => socket.addEventListener('message', ({ data }) => typeof data !== 'string' && resolve()));
  socket.close();
}

/** Chooses to speak, and enters. */
export async function enterAloud(page: Page, locale: Locale) {
  const at = playing(page, locale);
  await page.goto('/scenarios/contrat-client-mefiant');
  await page.locator('input[name="ear"][value="server"]').check({ force: true });
  await at.button('session', 'preflight.enter').click();
  await page.waitForURL('**/sessions/ses_*');
  return at;
}
