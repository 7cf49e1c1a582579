import { describe, expect, it } from 'vitest';
import { charactersHeard, cutAtWord, type SpokenSentence } from './heard.ts';

const text = "C'est trop vague. Quelle date annoncez-vous ?";
const first: SpokenSentence = { from: 0, to: 17, durationMs: 1200, words: [] };
const second: SpokenSentence = {
  from: 18,
  to: 45,
  durationMs: 2000,
  words: [
    { at: 0, from: 18, to: 24 },
    { at: 400, from: 25, to: 29 },
    { at: 800, from: 30, to: 43 },
  ],
};
const heard = (playedMs: number) => text.slice(0, charactersHeard([first, second], playedMs));

describe('what was heard of a turn', () => {
  it.each([
    [0, ''],
    [1200, "C'est trop vague."],
    [1250, "C'est trop vague."],
    [1350, "C'est trop vague. Quelle"],
    [1700, "C'est trop vague. Quelle"],
    [1730, "C'est trop vague. Quelle date"],
    [3200, text],
    [9999, text],
  ])('after %d ms', (playedMs, expected) => {
    expect(heard(playedMs)).toBe(expected);
  });

  it('is taken to be even where no word is known', () => {
    expect(charactersHeard([first], 600)).toBe(8);
  });
});

describe('a cut text', () => {
  it.each([
    [8, "C'est"],
    [10, "C'est trop"],
    [12, "C'est trop"],
    [3, ''],
    [999, text],
  ])('ends with a word: %d characters', (characters, expected) => {
    expect(cutAtWord(text, characters)).toBe(expected);
  });
});
