import { expect, test } from 'vitest';
import { areaUnderCurve, Tally } from './scores.ts';

test('counts precision, recall and their mean', () => {
  const tally = new Tally();
  for (const [found, gold] of [
    [true, true],
    [true, true],
    [true, false],
    [false, true],
    [false, true],
    [false, false],
  ] as const)
    tally.add(found, gold);
  expect(tally.f1()).toEqual({ p: 0.667, r: 0.5, f1: 0.571 });
});

test('finds no fault where nothing was found and nothing was there', () => {
  expect(new Tally().f1()).toEqual({ p: 1, r: 1, f1: 0 });
});

test.each([
  [[3, 2], [1], 1],
  [[1], [2, 3], 0],
  [[1, 2], [2], 0.25],
  [[1], [1], 0.5],
])('of %j against %j the area is %f', (high, low, area) => {
  expect(areaUnderCurve(high, low)).toBe(area);
});

test('has no area without both kinds', () => {
  expect(areaUnderCurve([1], [])).toBeNull();
});
