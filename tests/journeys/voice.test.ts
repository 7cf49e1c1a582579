import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@coachvisio/engine/speech/wav.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../../scripts/run-server.ts';
import { type Locale, transcriptOf } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { enterAloud, joinSound, learnerRate, openRecogniser, speakAs, warmVoice } from './voice.testing.ts';
import { asShown } from './words.testing.ts';

const words = {
  fr: ['Bonjour monsieur Garnier, racontez-moi ce qui s’est passé avec les deux prestataires précédents ?', 'Quelle garantie attendez-vous de nous ?'],
  en: ['Good morning, please tell me what happened with the two previous vendors?', 'What guarantee do you expect from us?'],
} as const;

const recogniser = await openRecogniser();

/** What the microphone hears: the first line after a while of silence, the second one long after it. */
const folder = await temporaryFolder();
async function record(locale: Locale): Promise<string> {
  const silence = (seconds: number) => new Int16Array(seconds * learnerRate).map((_, index) => ((index * 7919) % 13) - 6);
  const [first, second] = await speakAs(locale, words[locale]);
  const samples = joinSound([silence(6), first ?? silence(0), silence(16), second ?? silence(0), silence(20)]);
  const path = join(folder, `${locale}.wav`);
  await writeFile(path, writeWav({ samples, sampleRate: learnerRate }));
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
const environment = { EMBEDDED_VOICE: 'on', HEAR_URL: recogniser.url, HEAR_NAME: 'ears' };

describe.each([
  ['fr', 1440],
  ['en', 390],
] as const)('a session by voice (%s, %d px)', (locale, width) => {
  const house = openHouse(environment, microphone(recorded[locale]));

  test('the learner cuts in, is understood, is answered aloud, and asks again', async () => {
    const page = await house.visit({ locale: locale === 'fr' ? 'fr-FR' : 'en-US', width });
    recogniser.due = words[locale][0];
    await warmVoice(house.server().url);
    const at = await enterAloud(page, locale);
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
    recogniser.due = words[locale][1];
    await expect.poll(() => transcriptOf(page, 'learner'), { timeout: 60_000 }).toEqual([...words[locale]]);
    await at.personaLines(3);
    expect(recogniser.heard.length).toBeGreaterThan(1);
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
    const at = await enterAloud(page, 'fr');
    const problem = (reason: string) => page.getByText(asShown(at.t('session', `micCheck.problem.${reason}`)));
    await problem('refused').or(problem('none')).first().waitFor();
    await at.personaLines(1);
    await at.say('Bonjour monsieur Garnier. Que s’est-il passé avec les deux précédents ?');
    await at.personaLines(2);
  });
});
