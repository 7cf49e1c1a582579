import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CutLine, openCutLine } from './cut-line.testing.ts';
import { type Locale, transcriptOf } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { enterAloud, learnerRate, openRecogniser, speakAs, warmVoice } from './voice.testing.ts';
import { asShown, words } from './words.testing.ts';

/** Without a comma: the recogniser of the test knows all of a line from its first pause on, and a question is answered at once. */
const lines = {
  fr: [
    'Bonjour monsieur Garnier racontez-moi ce qui s’est passé avec les deux prestataires précédents et ce que cela vous a coûté ?',
    'Quelle garantie attendez-vous de nous ?',
  ],
  en: [
    'Good morning mister Garnier please tell me what happened with the two previous vendors and what it cost you and your people?',
    'What guarantee do you expect from us?',
  ],
} as const;
const cutMs = 10_000;

declare global {
  /** Said to its end when it resolves. */
  var sayAloud: (samples: readonly number[], rate: number) => Promise<void>;
  var openMicrophones: () => number;
}

const recogniser = await openRecogniser();
const spoken = { fr: await speakAs('fr', lines.fr), en: await speakAs('en', lines.en) };
afterAll(() => recogniser.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A microphone in a quiet room, in which something is said when the test wants it to be, not at a second of a recording.
 * Everything behind `getUserMedia` is the product's own.
 */
function microphoneOfTheTest() {
  const context = new AudioContext();
  const room = context.createMediaStreamDestination();
  const noise = context.createBuffer(1, context.sampleRate, context.sampleRate);
  noise.copyToChannel(
    Float32Array.from({ length: noise.length }, () => (Math.random() - 0.5) / 2500),
    0,
  );
  const hum = new AudioBufferSourceNode(context, { buffer: noise, loop: true });
  hum.connect(room);
  hum.start();
  const tracks: MediaStreamTrack[] = [];
  navigator.mediaDevices.getUserMedia = async () => {
    await context.resume();
    const stream = room.stream.clone();
    tracks.push(...stream.getTracks());
    return stream;
  };
  Object.assign(globalThis, {
    sayAloud: async (samples: readonly number[], rate: number) => {
      const buffer = context.createBuffer(1, samples.length, rate);
      buffer.copyToChannel(
        Float32Array.from(samples, (sample) => sample / 32_768),
        0,
      );
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(room);
      source.start();
      await new Promise((resolve) => source.addEventListener('ended', resolve));
    },
    openMicrophones: () => tracks.filter(({ readyState }) => readyState === 'live').length,
  });
}

/** Starts to say it; what comes back resolves when it is said. */
const say = (page: Page, sound: Int16Array | undefined) =>
  page.evaluate(([samples, rate]) => globalThis.sayAloud(samples, rate), [[...(sound ?? [])], learnerRate] as const);

describe.each([
  ['the persona', 'fr', 1440],
  ['the learner', 'en', 390],
] as const)('the network is cut for ten seconds while %s speaks (%s, %d px)', (who, locale: Locale, width) => {
  const house = openHouse({ EMBEDDED_VOICE: 'on', HEAR_URL: recogniser.url, HEAR_NAME: 'ears' });
  let line: CutLine;
  beforeAll(async () => {
    line = await openCutLine(house.server().url);
    await warmVoice(house.server().url);
    const { process, stop } = house.server();
    house.replaceServer({ url: line.url, process, stop });
  });
  afterAll(() => line.close());
  const t = words(locale);
  const shown = (page: Page, key: string) => page.getByText(asShown(t('session', key))).first();
  const [first, second] = lines[locale];
  const [firstSound, secondSound] = spoken[locale];

  async function cutForAWhile(page: Page) {
    line.cut();
    await shown(page, 'line.lost').waitFor();
    await pause(cutMs);
    line.mend();
    await shown(page, 'line.back').waitFor({ timeout: 60_000 });
  }

  test('the page goes on by itself; nothing said is lost, nothing is there twice, and the microphone hears', async () => {
    const page = await house.visit({ locale: locale === 'fr' ? 'fr-FR' : 'en-US', width });
    await page.addInitScript(microphoneOfTheTest);
    recogniser.due = first;
    const at = await enterAloud(page, locale);
    await at.personaLines(1);
    await shown(page, 'mic.listening').waitFor({ timeout: 60_000 });
    const asked = recogniser.heard.length;
    const saying = say(page, firstSound);
    if (who === 'the learner') {
      await page.locator('button[data-state="hearing"]').waitFor();
      await cutForAWhile(page);
    }
    await saying;
    await expect.poll(() => transcriptOf(page, 'learner'), { timeout: 60_000 }).toEqual([first]);
    // All of it reached the recogniser in the end, in one piece or divided at a pause; and no piece holds anything twice.
    const seconds = (firstSound?.length ?? 0) / learnerRate;
    const heard = recogniser.heard.slice(asked);
    expect(heard.reduce((sum, piece) => sum + piece, 0)).toBeGreaterThan(seconds - 0.3);
    expect(Math.max(...heard)).toBeLessThan(seconds + 1.5);
    await at.personaLines(2);
    if (who === 'the persona') {
      await shown(page, 'mic.interrupt').waitFor();
      await cutForAWhile(page);
    }
    // The notice goes by itself, and the floor comes back.
    await shown(page, 'line.back').waitFor({ state: 'hidden', timeout: 60_000 });
    await shown(page, 'mic.listening').waitFor({ timeout: 60_000 });
    recogniser.due = second;
    await say(page, secondSound);
    await expect.poll(() => transcriptOf(page, 'learner'), { timeout: 60_000 }).toEqual([first, second]);
    const said = await at.personaLines(3);
    expect(new Set(said).size).toBe(said.length);
    expect(await page.evaluate(() => globalThis.openMicrophones())).toBe(1);
    // A minute of it is spoken and waited for.
  }, 240_000);
});

describe('a session by voice that is opened in another window', () => {
  // Nobody touches the newer window, and this microphone is none that the browser knows to be one.
  const house = openHouse({ EMBEDDED_VOICE: 'on', HEAR_URL: recogniser.url, HEAR_NAME: 'ears' }, ['--autoplay-policy=no-user-gesture-required']);
  const t = words('fr');
  const shown = (page: Page, key: string) => page.getByText(asShown(t('session', key))).first();

  test('goes on there; the older window says so and lets go of the microphone, and takes both back when asked to', async () => {
    const older = await house.visit();
    await older.addInitScript(microphoneOfTheTest);
    await enterAloud(older, 'fr');
    const open = (page: Page) => expect.poll(() => page.evaluate(() => globalThis.openMicrophones()), { timeout: 60_000 });
    await open(older).toBe(1);
    const newer = await older.context().newPage();
    await newer.addInitScript(microphoneOfTheTest);
    await newer.goto(older.url());
    await shown(older, 'line.moved').waitFor();
    await open(older).toBe(0);
    await open(newer).toBe(1);
    await older.getByRole('button', { name: t('session', 'line.here') }).click();
    await shown(newer, 'line.moved').waitFor();
    await open(newer).toBe(0);
    await open(older).toBe(1);
  });
});
