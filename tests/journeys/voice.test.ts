import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { liveProtocolVersion } from '@coachvisio/contract/live-protocol.ts';
import { LiveTicket, Session } from '@coachvisio/contract/session.ts';
import { openEmbeddedVoice } from '@coachvisio/embedded-voice/open-voice.ts';
import { writeWav } from '@coachvisio/engine/speech/wav.ts';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../../scripts/run-server.ts';
import { playing, transcriptOf } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { asShown } from './words.testing.ts';

const words = {
  fr: ['Bonjour monsieur Garnier, racontez-moi ce qui s’est passé avec les deux prestataires précédents ?', 'Quelle garantie attendez-vous de nous ?'],
  en: ['Good morning, please tell me what happened with the two previous vendors?', 'What guarantee do you expect from us?'],
} as const;
type Locale = keyof typeof words;

/** A recogniser on the usual protocol: it understands whatever line is due, and counts how often it was asked. */
let due = '';
let asked = 0;
const recogniser = createServer((request, response) => {
  request.resume().on('end', () => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text: due }));
  });
});
recogniser.listen(0, '127.0.0.1');
await once(recogniser, 'listening');
const address = recogniser.address();
const recogniserUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`;

/** What the microphone hears: the first line after a while of silence, the second one long after it. */
const folder = await temporaryFolder();
const rate = 22_050;
async function record(locale: Locale): Promise<string> {
  const voice = await openEmbeddedVoice();
  const sound = async (text: string): Promise<Int16Array[]> => {
    const pieces: Int16Array[] = [];
    const manner = { locale, persona: 'learner', gender: 'feminine', rate: 1, pitch: 0 } as const;
    for await (const piece of voice.speak(text, manner, new AbortController().signal)) if (piece.type === 'sound') pieces.push(piece.samples);
    return pieces;
  };
  const silence = (seconds: number) => new Int16Array(seconds * rate).map((_, index) => ((index * 7919) % 13) - 6);
  const pieces = [silence(6), ...(await sound(words[locale][0])), silence(16), ...(await sound(words[locale][1])), silence(20)];
  await voice.close();
  const all = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  const path = join(folder, `${locale}.wav`);
  await writeFile(path, writeWav({ samples: all, sampleRate: rate }));
  return path;
}
const recorded = { fr: await record('fr'), en: await record('en') };

afterAll(async () => {
  recogniser.close();
  await removeFolder(folder);
});

const microphone = (file: string) => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-audio-capture=${file}%noloop`,
];
const environment = { EMBEDDED_VOICE: 'on', HEAR_URL: recogniserUrl, HEAR_NAME: 'ears' };

/** Resolves when the server's own voice is warm: from then on the persona is heard at once. */
async function warm(url: string): Promise<void> {
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
async function enter(page: Page, locale: Locale) {
  const at = playing(page, locale);
  await page.goto('/scenarios/contrat-client-mefiant');
  await page.locator('input[name="ear"][value="server"]').check({ force: true });
  await at.button('session', 'preflight.enter').click();
  await page.waitForURL('**/sessions/ses_*');
  return at;
}

describe.each([
  ['fr', 1440],
  ['en', 390],
] as const)('a session by voice (%s, %d px)', (locale, width) => {
  const house = openHouse(environment, microphone(recorded[locale]));

  test('the learner cuts in, is understood, is answered aloud, and asks again', async () => {
    const page = await house.visit({ locale: locale === 'fr' ? 'fr-FR' : 'en-US', width });
    due = words[locale][0];
    await warm(house.server().url);
    const at = await enter(page, locale);
    // The opening is still being said when the first line begins: it is cut where it was.
    await expect.poll(() => transcriptOf(page, 'learner'), { timeout: 60_000 }).toEqual([words[locale][0]]);
    const [opening] = await transcriptOf(page, 'persona');
    const unheard = await page.evaluate(async () => {
      const answer = await fetch(`/v1/sessions/${location.pathname.split('/')[2]}`);
      const { turns }: { turns: { unheard?: string }[] } = await answer.json();
      return turns[0]?.unheard;
    });
    expect(unheard).toBeTruthy();
    expect(opening).not.toContain(unheard);
    await at.personaLines(2);
    due = words[locale][1];
    await expect.poll(() => transcriptOf(page, 'learner'), { timeout: 60_000 }).toEqual([...words[locale]]);
    await at.personaLines(3);
    expect(asked).toBeGreaterThan(1);
    await at.button('session', 'dock.finish').click();
    await page.getByRole('alertdialog').getByRole('button').last().click();
    await page.getByRole('link', { name: at.t('session', 'ended.read') }).click({ timeout: 60_000 });
    await page.waitForURL('**/debrief');
    await page.locator('a[href$="/report.pdf"]').first().waitFor();
    // What was spoken is measured as speech, and hesitations are told with what the recogniser does to them.
    const measures = await page.evaluate(async () => {
      const answer = await fetch(`/v1/sessions/${location.pathname.split('/')[2]}/report`);
      const report: { measures: { id: string; value: number | null; caveat: string | null }[] } = await answer.json();
      return report.measures;
    });
    expect(measures.find(({ id }) => id === 'speech_rate')).toBeDefined();
    expect(measures.find(({ id }) => id === 'fillers')?.caveat).toBeTruthy();
  });
});

describe('a microphone that is refused', () => {
  const house = openHouse(environment, ['--deny-permission-prompts']);
  test('is explained, and the session goes on in writing', async () => {
    const page = await house.visit();
    const at = await enter(page, 'fr');
    const problem = (reason: string) => page.getByText(asShown(at.t('session', `micCheck.problem.${reason}`)));
    await problem('refused').or(problem('none')).first().waitFor();
    await at.personaLines(1);
    await at.say('Bonjour monsieur Garnier. Que s’est-il passé avec les deux précédents ?');
    await at.personaLines(2);
  });
});
