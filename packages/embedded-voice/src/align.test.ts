import { alignSpeech } from '@coachvisio/engine/speech/align.ts';
import { visemesOf } from '@coachvisio/engine/speech/visemes.ts';
import type { SpeechManner } from '@coachvisio/engine/ports.ts';
import type { Viseme, VisemeMark } from '@coachvisio/contract/speech.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EspeakVoice } from './espeak-ng.ts';
import { durationMs, listen, type Speech } from './listen.testing.ts';
import { openEspeak } from './open-espeak.ts';

/** How far the jaw is open. */
const jaws: Readonly<Record<Viseme, number>> = {
  sil: 0,
  PP: 0,
  FF: 0.1,
  TH: 0.2,
  DD: 0.2,
  kk: 0.25,
  CH: 0.2,
  SS: 0.1,
  nn: 0.2,
  RR: 0.3,
  aa: 1,
  E: 0.6,
  I: 0.35,
  O: 0.7,
  U: 0.3,
};

const texts = [
  ['fr', "Pouvez-vous me parler d'une situation difficile que vous avez rencontrée, et de la façon dont vous l'avez résolue ?"],
  ['fr', "D'accord, mais cela ne me dit pas quand vous comptez livrer les 25 % qui restent."],
  ['fr', 'Je reste prudente.'],
  ['en', 'Could you tell me about a difficult situation that you faced in your previous job, and how you solved it?'],
  ['en', "Okay, but that doesn't tell me when you're going to deliver."],
] as const;

/** A reading by one persona, and another voice, faster, higher, at another rate and with silence around it. */
const pairs: readonly (readonly [reader: Omit<SpeechManner, 'locale'>, other: Omit<SpeechManner, 'locale'>, sampleRate: number])[] = [
  [{ persona: 'claire-morel', gender: 'feminine', rate: 1, pitch: 0 }, { persona: 'philippe-garnier', gender: 'masculine', rate: 1.2, pitch: 3 }, 24_000],
  [{ persona: 'marc-delattre', gender: 'masculine', rate: 1, pitch: -2 }, { persona: 'ines-laurent', gender: 'feminine', rate: 0.85, pitch: 2 }, 16_000],
];
const silenceMs = 180;

let espeak: EspeakVoice;
beforeAll(async () => {
  espeak = await openEspeak();
});

/** The same sound at another rate, with silence at both ends. */
function elsewhere({ samples, sampleRate }: Speech, rate: number): Int16Array {
  const silence = Math.round((silenceMs * rate) / 1000);
  const moved = new Int16Array(Math.floor((samples.length * rate) / sampleRate) + 2 * silence);
  for (let index = silence; index < moved.length - silence; index += 1) {
    const place = ((index - silence) * sampleRate) / rate;
    const low = samples[Math.floor(place)] ?? 0;
    moved[index] = Math.round(low + ((samples[Math.floor(place) + 1] ?? 0) - low) * (place % 1));
  }
  return moved;
}

/** How open the jaw is each 10 ms, as muscles follow: smoothed over 70 ms. */
function jawOf(marks: readonly VisemeMark[], ms: number): number[] {
  const open = Array.from({ length: Math.floor(ms / 10) }, (_, step) => jaws[marks.findLast(({ at }) => at <= step * 10)?.viseme ?? 'sil']);
  return open.map((_, step) => {
    const near = open.slice(Math.max(0, step - 3), step + 4);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (of: (a: number, b: number) => number) => a.reduce((total, value, index) => total + of(value - meanA, (b[index] ?? 0) - meanB), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}

describe('marks laid onto the sound of another voice', { timeout: 30_000 }, () => {
  it.each(pairs)('%o, by another one %o', (reader, other, sampleRate) => {
    const errors: number[] = [];
    for (const [locale, text] of texts) {
      const reference = listen(espeak, text, { ...reader, locale });
      const truth = listen(espeak, text, { ...other, locale });
      const samples = elsewhere(truth, sampleRate);
      const begun = performance.now();
      const { words, phonemes } = alignSpeech({ reference, samples, sampleRate });
      // A sentence takes 20 to 80 ms on a core of its own.
      expect(performance.now() - begun).toBeLessThan(2000);
      expect(words.map(({ from }) => from)).toEqual(truth.words.map(({ from }) => from));
      errors.push(...words.map(({ at }, index) => Math.abs(at - silenceMs - (truth.words[index]?.at ?? 0))));
      const moved = phonemes.map(({ at, phoneme }) => ({ at: Math.max(0, at - silenceMs), phoneme }));
      expect(correlation(jawOf(visemesOf(moved), durationMs(truth)), jawOf(visemesOf(truth.phonemes), durationMs(truth)))).toBeGreaterThan(0.6);
    }
    const sorted = errors.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(40);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(80);
  });
});
