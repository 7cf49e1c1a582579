import { describe, expect, it } from 'vitest';
import { guessMarks } from './guess-marks.ts';

describe('marks of a voice that gives no times', () => {
  const text = 'Bonjour Marc, vous partez ?';
  const { visemes, words } = guessMarks(text, 2000, 10);

  it('name every word of the turn, in order and within the sound', () => {
    expect(words.map(({ from, to }) => text.slice(from - 10, to - 10))).toEqual(['Bonjour', 'Marc,', 'vous', 'partez', '?']);
    const times = words.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(0);
    expect(Math.max(...times)).toBeLessThan(2000);
  });

  it('close the lips on the first sound and the mouth on a breath', () => {
    expect(visemes[0]).toEqual({ at: 0, viseme: 'PP' });
    expect(visemes.filter(({ viseme }) => viseme === 'sil').length).toBe(2);
  });

  it('are none for nothing', () => {
    expect(guessMarks('', 500)).toEqual({ visemes: [], words: [] });
  });
});
