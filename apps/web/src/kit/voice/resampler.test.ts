import { describe, expect, test } from 'vitest';
import { Resampler } from './resampler.ts';

const tone = (rate: number, hertz: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, k) => 0.5 * Math.sin((2 * Math.PI * hertz * k) / rate));

function resample(input: Float32Array, from: number, to: number, blocks: readonly number[] = [128]): number[] {
  const resampler = new Resampler(from, to);
  const output: number[] = [];
  for (let at = 0, turn = 0; at < input.length; turn += 1) {
    const length = blocks[turn % blocks.length] ?? 128;
    output.push(...resampler.push(input.subarray(at, at + length)));
    at += length;
  }
  return [...output, ...resampler.end()];
}

const decibels = (samples: readonly number[]) => 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length + 1e-20);
/** Without the first and the last 20 ms, where a tone begins and ends. */
const middle = (samples: readonly number[], rate: number) => samples.slice(rate / 50, -rate / 50);

describe.each([96_000, 48_000, 44_100, 32_000, 22_050, 16_000, 8000])('from %i Hz to 16 kHz', (from) => {
  test('gives as much as came, where it came', () => {
    const output = resample(tone(from, 1000, 1), from, 16_000);
    expect(Math.abs(output.length - 16_000)).toBeLessThanOrEqual(1);
    const wrong = Math.max(...middle(output, 16_000).map((sample, k) => Math.abs(sample - 0.5 * Math.sin((2 * Math.PI * 1000 * (k + 320)) / 16_000))));
    expect(wrong).toBeLessThan(0.002);
  });

  test('gives the same whatever the blocks are', () => {
    const input = tone(from, 440, 0.5);
    const whole = resample(input, from, 16_000, [input.length]);
    const cut = resample(input, from, 16_000, [1, 128, 7, 441, 3]);
    expect(cut).toEqual(whole);
  });
});

test.each([48_000, 44_100, 96_000])('nothing above 8 kHz folds back from %i Hz: 75 dB are taken off it', (from) => {
  for (const hertz of [8200, 9000, 12_000, 15_700, 20_000]) {
    const output = middle(resample(tone(from, hertz, 0.5), from, 16_000), 16_000);
    expect(decibels(output) - decibels([...tone(from, hertz, 0.5)])).toBeLessThan(-75);
  }
});

test.each([48_000, 44_100])('what is said is not touched: up to 6.8 kHz within a tenth of a decibel from %i Hz', (from) => {
  for (const hertz of [100, 1000, 4000, 6800]) {
    const output = middle(resample(tone(from, hertz, 0.5), from, 16_000), 16_000);
    expect(Math.abs(decibels(output) - decibels(middle([...tone(16_000, hertz, 0.5)], 16_000)))).toBeLessThan(0.1);
  }
});

test.each([22_050, 24_000, 16_000, 48_000])('a voice at %i Hz goes up to the rate of a loudspeaker', (from) => {
  const output = resample(tone(from, 700, 0.5), from, 48_000, [441]);
  expect(Math.abs(output.length - 24_000)).toBeLessThanOrEqual(2);
  const wrong = Math.max(...middle(output, 48_000).map((sample, k) => Math.abs(sample - 0.5 * Math.sin((2 * Math.PI * 700 * (k + 960)) / 48_000))));
  expect(wrong).toBeLessThan(0.002);
});
