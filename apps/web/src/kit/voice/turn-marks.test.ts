import { expect, test } from 'vitest';
import { TurnMarks } from './turn-marks.ts';

const visemeAt = (marks: TurnMarks, ms: number) => marks.visemes.findLast(({ at }) => at <= ms)?.viseme;

function twoSentences() {
  const marks = new TurnMarks();
  marks.begin(0, 0, 12, 0);
  marks.mark(
    0,
    [
      { at: 0, viseme: 'PP' },
      { at: 80, viseme: 'O' },
      { at: 700, viseme: 'sil' },
    ],
    [
      { at: 20, from: 0, to: 7 },
      { at: 400, from: 8, to: 12 },
    ],
  );
  marks.end(0, 800);
  marks.begin(1, 13, 33, 800);
  return marks;
}

test('mouth and word are those of the moment, on the clock of the turn', () => {
  const marks = twoSentences();
  marks.mark(1, [{ at: 10, viseme: 'FF' }], [{ at: 0, from: 13, to: 18 }]);
  expect([0, 79, 80, 750, 805, 810].map((ms) => visemeAt(marks, ms))).toEqual(['PP', 'PP', 'O', 'sil', 'sil', 'FF']);
  expect([10, 20, 399, 400, 799, 800].map((ms) => marks.wordAt(ms))).toEqual([
    { from: 0, to: 0 },
    { from: 0, to: 7 },
    { from: 0, to: 7 },
    { from: 8, to: 12 },
    { from: 8, to: 12 },
    { from: 13, to: 18 },
  ]);
});

test('what is known better replaces what was guessed', () => {
  const marks = twoSentences();
  marks.mark(0, [{ at: 0, viseme: 'aa' }], []);
  expect(visemeAt(marks, 500)).toBe('aa');
  expect(marks.visemes).toHaveLength(1);
});

test('a voice that names no words is followed by its pace, and by its length once that is known', () => {
  const marks = twoSentences();
  expect(marks.wordAt(800 + 700)).toEqual({ from: 23, to: 23 });
  marks.end(1, 2800);
  expect(marks.wordAt(800 + 700)).toEqual({ from: 18, to: 18 });
  expect(marks.wordAt(9000)).toEqual({ from: 33, to: 33 });
});

test('before the first sentence there is a closed mouth and no word; marks of an unknown one change nothing', () => {
  const marks = new TurnMarks();
  marks.mark(4, [{ at: 0, viseme: 'aa' }], []);
  expect([visemeAt(marks, 100), marks.wordAt(100)]).toEqual([undefined, null]);
});

test('sound that a broken line lost counts as sent once what came before it was played', () => {
  const marks = twoSentences();
  expect(marks.guessedStart(43)).toBe(800 + 30 * 70);
  marks.miss(900, 2000);
  marks.miss(900, -5);
  expect([0, 900, 901, 1500].map((ms) => marks.asSent(ms))).toEqual([0, 900, 2901, 3500]);
});
