import { expect, it } from 'vitest';
import { judgeNetwork } from './network-verdict.ts';

/** Eight round trips around so many milliseconds that differ by so many from one to the next. */
const trips = (ms: number, unrest = 0): number[] => Array.from({ length: 8 }, (_, index) => ms + (index % 2 === 0 ? -unrest / 2 : unrest / 2));

it.each([
  ['a wire in the same town', trips(12, 3), 0, 'good'],
  ['a telephone in a train that stands', trips(120, 40), 0, 'good'],
  ['the last that nobody notices', trips(300), 0, 'good'],
  ['a little more than that', trips(301), 0, 'usable'],
  ['another continent', trips(340, 30), 0, 'usable'],
  ['a quick one that stutters', trips(90, 120), 0, 'usable'],
  ['a quick one that lost one of eight', trips(40).slice(1), 1, 'usable'],
  ['a satellite far up', trips(820), 0, 'bad'],
  ['a full network', trips(400, 260), 0, 'bad'],
  ['a quick one with holes', trips(40).slice(2), 2, 'bad'],
  ['one answer that came through', [60], 3, 'bad'],
  ['nothing', [], 3, undefined],
  ['nothing yet', [], 0, undefined],
] as const)('judges %s', (_what, tripsMs, lost, verdict) => {
  expect(judgeNetwork({ tripsMs, lost })?.verdict).toBe(verdict);
});

it('gives the middle of the round trips and the mean of their steps, which one slow answer moves little', () => {
  expect(judgeNetwork({ tripsMs: [40, 44, 40, 44, 40, 44, 40, 44], lost: 0 })).toEqual({ verdict: 'good', p50: 42, jitter: 4 });
  expect(judgeNetwork({ tripsMs: [40, 40, 40, 40, 40, 40, 40, 180], lost: 0 })).toEqual({ verdict: 'good', p50: 40, jitter: 20 });
  expect(judgeNetwork({ tripsMs: [30, 10, 20], lost: 0 })).toMatchObject({ p50: 20, jitter: 15 });
});
