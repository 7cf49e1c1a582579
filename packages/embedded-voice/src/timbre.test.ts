import { readdirSync, readFileSync } from 'node:fs';
import type { EspeakVoice } from './espeak-ng.ts';
import type { SpeechManner } from '@coachvisio/engine/ports.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { durationMs, english, french, levelOf, listen } from './listen.testing.ts';
import { openEspeak } from './open-espeak.ts';
import { timbreOf } from './timbre.ts';

const folder = new URL('../../../content/personas/', import.meta.url);
const personas: readonly Omit<SpeechManner, 'locale'>[] = readdirSync(folder).map((name) => {
  const { slug, voice } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return { persona: slug, gender: voice.gender, rate: voice.rate, pitch: voice.pitch };
});
const texts = {
  fr: "Bonjour, merci d'être venu. Pouvez-vous me parler d'une situation difficile, et de la façon dont vous l'avez résolue ?",
  en: 'Hello, thanks for coming in. Could you tell me about a difficult situation, and how you solved it?',
};
/** What speech carries: what is below is a rest. */
const loudEnough = 120;

let espeak: EspeakVoice;
beforeAll(async () => {
  espeak = await openEspeak();
});

describe('the voices of the library', { timeout: 30_000 }, () => {
  it('are all different', () => {
    const voices = personas.map((persona) => timbreOf({ ...persona, locale: 'fr' }));
    expect(new Set(voices.map(({ voice, pitch }) => `${voice} ${pitch}`)).size).toBe(personas.length);
    for (const [index, { gender }] of personas.entries()) expect(voices[index]?.voice).toMatch(gender === 'feminine' ? /\+f\d$/u : /\+m\d$/u);
    // The same variant comes back at another pitch only.
    for (const a of voices) for (const b of voices) if (a !== b && a.voice === b.voice) expect(Math.abs(a.pitch - b.pitch)).toBeGreaterThan(20);
  });

  it.each(['fr', 'en'] as const)('speak as loud as each other, unclipped, and end without a click: %s', (locale) => {
    const levels = personas.map((persona) => {
      const { samples, sampleRate } = listen(espeak, texts[locale], { ...persona, locale });
      const isLoud = (sample: number) => Math.abs(sample) > loudEnough;
      expect(samples.findIndex(isLoud) / sampleRate).toBeLessThan(0.03);
      expect((samples.length - 1 - samples.findLastIndex(isLoud)) / sampleRate).toBeLessThan(0.08);
      expect(Math.abs(samples[0] ?? 99)).toBeLessThan(16);
      expect(Math.abs(samples.at(-1) ?? 99)).toBeLessThan(16);
      expect(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)).toBeLessThan(0.97 * 32768);
      return levelOf(samples);
    });
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(1.5);
    expect(Math.abs(levels.reduce((sum, level) => sum + level, 0) / levels.length + 20)).toBeLessThan(1);
  });
});

describe('a manner', { timeout: 30_000 }, () => {
  it('changes pace and pitch', () => {
    const ordinary = durationMs(listen(espeak, texts.fr, french));
    expect(durationMs(listen(espeak, texts.fr, { ...french, rate: 1.25 }))).toBeLessThan(ordinary * 0.88);
    expect(durationMs(listen(espeak, texts.fr, { ...french, rate: 0.8 }))).toBeGreaterThan(ordinary * 1.15);
    expect(timbreOf({ ...english, pitch: 6 }).pitch).toBeGreaterThan(timbreOf({ ...english, pitch: -6 }).pitch + 60);
  });

  it('is one of the same for a name that nobody foresaw', () => {
    expect(timbreOf({ ...french, persona: 'someone-new' })).toEqual(timbreOf({ ...french, persona: 'someone-new' }));
    expect(timbreOf({ ...french, persona: '' }).voice).toMatch(/^fr\+f\d$/u);
  });
});
