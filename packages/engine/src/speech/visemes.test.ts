import { describe, expect, it } from 'vitest';
import { visemesOf } from './visemes.ts';

/** Sounds of 100 ms each. */
const every100 = (...phonemes: string[]) => phonemes.map((phoneme, index) => ({ at: index * 100, phoneme }));
const shapes = (...phonemes: string[]) => visemesOf(every100(...phonemes)).map(({ viseme }) => viseme);

describe('the mouth of what is spoken', () => {
  it.each([
    ['Bonjour', ['b', 'ɔ̃', 'ʒ', 'ˈu', 'ʁ', ''], ['PP', 'O', 'CH', 'U', 'kk', 'sil']],
    ['un vin blanc', ['œ̃', 'v', 'ˈɛ̃', 'b', 'l', 'ˈɑ̃', ''], ['O', 'FF', 'E', 'PP', 'nn', 'aa', 'sil']],
    ['lui, deux peurs', ['l', 'ɥ', 'ˈi', 'd', 'ø', 'p', 'œ', 'ʁ', ''], ['nn', 'U', 'I', 'DD', 'U', 'PP', 'O', 'kk', 'sil']],
    ['montagne', ['m', 'ɔ̃', 't', 'a', 'ɲ', ''], ['PP', 'O', 'DD', 'aa', 'nn', 'sil']],
    ['the church', ['ð', 'ə', 'tʃ', 'ˈɜː', 'tʃ', ''], ['TH', 'E', 'CH', 'RR', 'CH', 'sil']],
    ['judge', ['dʒ', 'ˈʌ', 'dʒ', ''], ['CH', 'aa', 'CH', 'sil']],
    ['little', ['l', 'ˈɪ', 'ɾ', 'əl', ''], ['nn', 'I', 'DD', 'E', 'nn', 'sil']],
  ])('%s', (_, phonemes, expected) => {
    expect(shapes(...phonemes)).toEqual(expected);
  });

  it.each([
    ['aɪ', ['aa', 'I']],
    ['aʊ', ['aa', 'U']],
    ['eɪ', ['E', 'I']],
    ['oʊ', ['O', 'U']],
    ['ɔɪ', ['O', 'I']],
    ['ɑːɹ', ['aa', 'RR']],
  ])('moves within %s, in the time of that sound', (diphthong, [first, second]) => {
    expect(
      visemesOf([
        { at: 0, phoneme: 's' },
        { at: 100, phoneme: `ˈ${diphthong}` },
        { at: 300, phoneme: 's' },
        { at: 400, phoneme: '' },
      ]),
    ).toEqual([
      { at: 0, viseme: 'SS' },
      { at: 100, viseme: first },
      { at: 220, viseme: second },
      { at: 300, viseme: 'SS' },
      { at: 400, viseme: 'sil' },
    ]);
  });

  it('does not show that a voice passes through another language', () => {
    expect(shapes('œ̃', '(en)', 'm', 'ˈiː', '(fr)', '')).toEqual(['O', 'PP', 'I', 'sil']);
    expect(shapes('(en-us)', 'm')).toEqual(['PP', 'sil']);
  });

  it('makes ready for the vowel during an h', () => {
    expect(visemesOf(every100('h', 'ˈʌ', 'l'))[0]).toEqual({ at: 0, viseme: 'aa' });
  });

  it('closes for a breath, not for the stop before a vowel', () => {
    const pausing = (ms: number) =>
      visemesOf([
        { at: 0, phoneme: 'i' },
        { at: 100, phoneme: '' },
        { at: 100 + ms, phoneme: 'ɛ' },
        { at: 400, phoneme: '' },
      ]);
    expect(pausing(60).map(({ viseme }) => viseme)).toEqual(['I', 'E', 'sil']);
    expect(pausing(200).map(({ viseme }) => viseme)).toEqual(['I', 'sil', 'E', 'sil']);
  });

  it('holds one shape as long as it lasts, and ends closed', () => {
    expect(visemesOf(every100('m', 'p', 'b'))).toEqual([
      { at: 0, viseme: 'PP' },
      { at: 320, viseme: 'sil' },
    ]);
    expect(visemesOf([])).toEqual([]);
  });

  it('knows every sound that the voices of both languages make', () => {
    // The phonemes of espeak-ng's fr and en-us as met in every line of the library.
    const french = 'a ɑ̃ e ɛ ɛ̃ ə i o ɔ ɔ̃ ø œ œ̃ u y b d f ɡ j k l m n ɲ ŋ p ʁ s ʃ t v w z ʒ ɥ';
    const english = 'aɪ aʊ æ ɐ ɑː ɑːɹ eɪ ɛ ɛɹ ɜː ə ɚ əl i iə ɪ ɪɹ iː oʊ ɔ ɔɪ ɔː oːɹ ʊ ʊɹ uː ʌ aɪɚ b d dʒ ð f ɡ j k l m n ŋ p ɹ ɾ s ʃ t tʃ θ v w z ʒ';
    for (const phoneme of `${french} ${english}`.split(' ')) expect([phoneme, shapes(phoneme).filter((shape) => shape !== 'sil')]).not.toEqual([phoneme, []]);
  });
});
