import { expect, it } from 'vitest';
import { estimateWait } from './estimate-wait.ts';

const minute = 60_000;
const tens = Array.from({ length: 9 }, (_, index) => (6 + index) * minute);

it('is what the conversations that go on still take, by those that ended', () => {
  expect(estimateWait({ ages: [0, 4 * minute, 8 * minute], lengths: tens }, 1)).toBe(3 * minute);
  expect(estimateWait({ ages: [0, 4 * minute, 8 * minute], lengths: tens }, 2)).toBe(6 * minute);
  expect(estimateWait({ ages: [0, 4 * minute, 8 * minute], lengths: tens }, 3)).toBe(10 * minute);
});

it('counts another round for whoever waits behind more people than there are places', () => {
  expect(estimateWait({ ages: [8 * minute], lengths: tens }, 3)).toBe(3 * minute + 2 * 10 * minute);
});

it('takes a conversation that outlasts all others to end soon', () => {
  expect(estimateWait({ ages: [60 * minute], lengths: tens }, 1)).toBe(minute);
});

it('goes by ten minutes while too few have ended, and is nothing where there is room', () => {
  expect(estimateWait({ ages: [4 * minute], lengths: [minute] }, 1)).toBe(6 * minute);
  expect(estimateWait({ ages: [], lengths: [] }, 1)).toBe(10 * minute);
  expect(estimateWait({ ages: [minute], lengths: tens }, 0)).toBe(0);
});
