import { beforeAll, describe, expect, it } from 'vitest';
import type { EspeakVoice } from './espeak-ng.ts';
import { english, french, type Speech, listen } from './listen.testing.ts';
import { openEspeak } from './open-espeak.ts';

let espeak: EspeakVoice;
beforeAll(async () => {
  espeak = await openEspeak();
});

const soundsOf = ({ phonemes }: Speech) => phonemes.map(({ phoneme }) => phoneme.replaceAll(/[ˈˌ-]/gu, '')).join('');

describe('the voice says in French', { timeout: 30_000 }, () => {
  it.each([
    ['14 h 30', 'katɔʁzœʁtʁɑ̃t'],
    ['21 h', 'vɛ̃teynœʁ'],
    ['25 %', 'vɛ̃tsɛ̃kpuʁsɑ̃'],
    ['12,50 €', 'duzøʁosɛ̃kɑ̃t'],
    ['25\u202f000\u00a0€', 'vɛ̃tsɛ̃kmiløʁo'],
    ['le 1er mars', 'ləpʁəmjemaʁs'],
    ['03/12/2025', 'tʁwadesɑ̃bʁdømilvɛ̃tsɛ̃k'],
    ['le 3114', 'lətʁɑ̃teœ̃katɔʁz'],
    ['l’équipe', 'lekip'],
    ['« Bonjour »', 'bɔ̃ʒuʁ'],
    ['vos fils', 'vofis'],
    ['Hm.', 'œm'],
  ])('%s', (text, sounds) => {
    expect(soundsOf(listen(espeak, text, french))).toBe(sounds);
  });
});

describe('the voice says in English', { timeout: 30_000 }, () => {
  it.each([
    ['$25', 'twɛntifaɪvdɑːlɚz'],
    ['3:30 PM', 'θɹiːθɜːɾipiːɛm'],
    ['9 a.m.', 'naɪneɪɛm'],
    ['in 1998', 'ɪnnaɪntiːnnaɪntieɪt'],
    ['March 3rd', 'mɑːɹtʃθɜːd'],
    ['25%', 'twɛntifaɪvpɚsɛnt'],
    ['Don’t', 'doʊnt'],
    ['call 911', 'kɔːlnaɪnwʌnwʌn'],
  ])('%s', (text, sounds) => {
    expect(soundsOf(listen(espeak, text, english))).toBe(sounds);
  });
});

describe('the words it marks', { timeout: 30_000 }, () => {
  it.each([
    [
      french,
      'À 14\u00a0h\u00a030, «\u00a0l’équipe\u00a0» perd 1\u202f200\u00a0€, soit 25\u00a0%\u00a0! 😀 D’accord ?',
      ['À', '14', 'h', '30,', 'l’équipe', 'perd', '1', '200', 'soit', '25', 'D’accord'],
    ],
    [english, 'It’s $2.5 million — at 3:30 PM, “today”, 25% off.', ['It’s', '$2.5', 'million', 'at', '3:30', 'PM,', '“today”,', '25%', 'off.']],
  ])('stand in the text as it was written: %#', (manner, text, expected) => {
    const { words, phonemes, samples, sampleRate } = listen(espeak, text, manner);
    expect(words.map(({ from, to }) => text.slice(from, to))).toEqual(expected);
    for (const marks of [words, phonemes]) {
      const times = marks.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(Math.ceil((samples.length / sampleRate) * 1000));
    }
    expect(words[0]?.at).toBeLessThan(40);
  });

  it.each(['', '   ', '…', '« »', '😀', '. . .'])('are none where nothing is said: «%s»', (text) => {
    expect(listen(espeak, text, french)).toMatchObject({ words: [], phonemes: [], samples: new Int16Array(0) });
  });
});
