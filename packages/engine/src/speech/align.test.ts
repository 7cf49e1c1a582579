import { describe, expect, it } from 'vitest';
import { alignSpeech } from './align.ts';

/** Vowels by their first two formants; null is a pause. */
const formants: Readonly<Record<string, readonly [number, number] | null>> = {
  a: [750, 1250],
  i: [280, 2250],
  u: [300, 750],
  e: [450, 2000],
  o: [450, 850],
  '': null,
};

interface Syllable {
  readonly phoneme: string;
  readonly ms: number;
}

/** A voice made of harmonics under two formants, with the times of its vowels. */
function say(syllables: readonly Syllable[], pitch: number, sampleRate: number, silenceMs = 0) {
  const silence = Math.round((silenceMs * sampleRate) / 1000);
  const total = syllables.reduce((sum, { ms }) => sum + ms, 0);
  const samples = new Int16Array(Math.round((total * sampleRate) / 1000) + 2 * silence);
  let at = 0;
  const phonemes = syllables.map(({ phoneme, ms }) => {
    const shape = formants[phoneme];
    const from = silence + Math.round((at * sampleRate) / 1000);
    const length = Math.round((ms * sampleRate) / 1000);
    for (let index = 0; shape && index < length; index += 1) {
      const envelope = Math.min(1, index / (0.01 * sampleRate), (length - index) / (0.01 * sampleRate));
      let value = 0;
      for (let hz = pitch; hz < Math.min(3500, sampleRate / 2); hz += pitch) {
        const gain = shape.reduce((sum, formant) => sum + 1 / (1 + ((hz - formant) / 120) ** 2), 0.01);
        value += gain * Math.sin((2 * Math.PI * hz * (from + index)) / sampleRate);
      }
      samples[from + index] = Math.round(value * envelope * 2500);
    }
    const mark = { at: silenceMs + at, phoneme };
    at += ms;
    return mark;
  });
  return { samples, sampleRate, phonemes, words: phonemes.map((mark, index) => ({ at: mark.at, from: index, to: index + 1 })) };
}

const said = 'a i u e - o a u i e a o - i u a e o i a'.split(' ').map((name, index) => ({ phoneme: name === '-' ? '' : name, ms: 110 + ((index * 37) % 60) }));
const reference = say(said, 110, 22_050);
const medianError = (found: readonly { readonly at: number }[], truth: readonly { readonly at: number }[]) =>
  found.map(({ at }, index) => Math.abs(at - (truth[index]?.at ?? 0))).toSorted((a, b) => a - b)[Math.floor(found.length / 2)];

describe('marks for a sound that has none', () => {
  it.each([
    ['faster and higher', 0.75, 190, 24_000, 0],
    ['slower, with silence around it', 1.3, 140, 16_000, 400],
    ['on the telephone', 1, 120, 8000, 100],
  ])('lie where a voice that is %s says the same', (_, pace, pitch, sampleRate, silenceMs) => {
    const other = say(
      said.map(({ phoneme, ms }, index) => ({ phoneme, ms: ms * pace * (index % 3 === 0 ? 1.3 : 0.9) })),
      pitch,
      sampleRate,
      silenceMs,
    );
    const { phonemes, words } = alignSpeech({ reference, samples: other.samples, sampleRate });
    expect(phonemes.map(({ phoneme }) => phoneme)).toEqual(said.map(({ phoneme }) => phoneme));
    expect(medianError(phonemes, other.phonemes)).toBeLessThan(40);
    expect(medianError(words, other.words)).toBeLessThan(40);
    const times = phonemes.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual((other.samples.length / sampleRate) * 1000);
  });

  it('wait for a breath that only the other voice takes', () => {
    const other = say([...said.slice(0, 9), { phoneme: '', ms: 350 }, ...said.slice(9)], 150, 24_000);
    const { words } = alignSpeech({ reference, samples: other.samples, sampleRate: 24_000 });
    const truth = other.words.filter((__, index) => index !== 9);
    expect(medianError(words, truth)).toBeLessThan(40);
    expect(Math.abs((words[12]?.at ?? 0) - (truth[12]?.at ?? 0))).toBeLessThan(60);
  });

  it('are the same marks for the same sound', () => {
    const { words } = alignSpeech({ reference, samples: reference.samples, sampleRate: reference.sampleRate });
    expect(Math.max(...words.map(({ at }, index) => Math.abs(at - (reference.words[index]?.at ?? 0))))).toBeLessThanOrEqual(20);
  });

  it.each([
    ['silence', new Int16Array(24_000)],
    ['nothing', new Int16Array(0)],
    ['a click', Int16Array.from({ length: 24_000 }, (_, index) => (index === 9000 ? 20_000 : 0))],
  ])('are none for %s', (_, samples) => {
    expect(alignSpeech({ reference, samples, sampleRate: 24_000 })).toEqual({ phonemes: [], words: [] });
  });
});
