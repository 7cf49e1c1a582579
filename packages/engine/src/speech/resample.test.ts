import { describe, expect, it } from 'vitest';
import { resample } from './resample.ts';

const tone = (hz: number, sampleRate: number, seconds = 0.5): Int16Array =>
  Int16Array.from({ length: Math.round(sampleRate * seconds) }, (_, n) => Math.round(12_000 * Math.sin((2 * Math.PI * hz * n) / sampleRate)));
/** The edges fade in and out with the filter. */
const middle = (samples: Int16Array): Int16Array => samples.subarray(200, samples.length - 200);
const level = (samples: Int16Array): number => Math.sqrt(middle(samples).reduce((sum, sample) => sum + sample * sample, 0) / middle(samples).length);
const apart = (a: Int16Array, b: Int16Array): number => level(a.map((sample, n) => sample - (b[n] ?? 0))) / level(b);

describe('sound at another rate', () => {
  it.each([22_050, 24_000, 44_100, 48_000, 8_000])('is the same sound, from %i to 16 000', (from) => {
    const changed = resample(tone(440, from), from, 16_000);
    expect(Math.abs(changed.length - 8_000)).toBeLessThanOrEqual(1);
    expect(apart(changed, tone(440, 16_000))).toBeLessThan(0.01);
  });

  it.each([9_500, 11_000])('holds nothing of what the slower rate cannot: %i Hz', (hz) => {
    expect(level(resample(tone(hz, 48_000), 48_000, 16_000))).toBeLessThan(100);
  });

  it('keeps a level as it is, and does not run over', () => {
    const loud = new Int16Array(22_050).fill(32_767);
    expect(new Set(middle(resample(loud, 22_050, 16_000)))).toEqual(new Set([32_767]));
  });

  it('takes nothing for nothing, and the same rate as it comes', () => {
    expect(resample(new Int16Array(0), 24_000, 16_000)).toHaveLength(0);
    const samples = tone(300, 16_000);
    expect(resample(samples, 16_000, 16_000)).toBe(samples);
  });
});
