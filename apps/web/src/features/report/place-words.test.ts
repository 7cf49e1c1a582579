import { describe, expect, it } from 'vitest';
import { placeWords, startOf, type TimedWord } from './place-words.ts';

const timed = (...words: string[]): TimedWord[] => words.map((text, n) => ({ text, at: n * 300, until: n * 300 + 250 }));
const found = (text: string, words: readonly TimedWord[]) => placeWords(text, words).map(({ from, to, at }) => [text.slice(from, to), at]);

describe('words that were timed', () => {
  it('are found in the text as the screen sets it', () => {
    expect(found('D’accord : qui le teste\u00a0?', timed("d'accord", 'qui', 'le', 'teste'))).toEqual([
      ['D’accord', 0],
      ['qui', 300],
      ['le', 600],
      ['teste', 900],
    ]);
  });

  it('are found one after the other, also where one stands twice', () => {
    expect(found('le lot le lot', timed('le', 'lot', 'le', 'lot')).map(([word]) => word)).toEqual(['le', 'lot', 'le', 'lot']);
    expect(placeWords('le lot le lot', timed('le', 'lot', 'le', 'lot')).map(({ from }) => from)).toEqual([0, 3, 7, 10]);
  });

  it('are left out where the text has others, without losing those that follow', () => {
    expect(found('Il reste 27 installations.', timed('il', 'reste', 'vingt-sept', 'installations'))).toEqual([
      ['Il', 0],
      ['reste', 300],
      ['installations', 900],
    ]);
    expect(found(`Oui. ${'Voilà ce que je voulais dire de tout cela. '.repeat(3)}Non.`, timed('oui', 'non', 'voilà')).map(([word]) => word)).toEqual([
      'Oui',
      'Voilà',
    ]);
  });

  it('say when a passage of the text begins', () => {
    const words = placeWords('Mais qui le teste', timed('mais', 'qui', 'le', 'teste'));
    expect([0, 4, 5, 9, 12, 99].map((character) => startOf(words, character))).toEqual([0, 300, 300, 600, 900, 0]);
    expect(startOf([], 12)).toBe(0);
  });
});
