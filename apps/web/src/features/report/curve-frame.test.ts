import { layCurve } from '@coachvisio/engine/rating/curve-layout.ts';
import { describe, expect, it } from 'vitest';
import { curveFrame } from './curve-frame.ts';

const plot = { left: 44, right: 596, top: 34, bottom: 286 };
const points = Array.from({ length: 12 }, (_, index) => ({ seq: index * 2, atMs: index * 61_000, trust: 40 + ((index * 7) % 30), tension: 55 - index }));
const minutesOver = (minutes: number) => {
  const long = points.map((point, index) => ({ ...point, atMs: (index * minutes * 60_000) / (points.length - 1) }));
  return layCurve(long, [], curveFrame(long, plot)).minutes;
};

describe('the curve on a screen', () => {
  it('keeps crowded tags inside the plot and clear of one another', () => {
    const crowded = points.slice(-8).map((point, index) => ({ ...point, atMs: 600_000 + index * 9000 }));
    const { pins } = layCurve(crowded.slice(0, 6), crowded.slice(0, 6), curveFrame(crowded, plot));
    expect(pins).toHaveLength(6);
    for (const [index, { tag }] of pins.entries()) {
      expect(tag.x).toBeLessThanOrEqual(plot.right + 2);
      expect(tag.y + 13).toBeLessThanOrEqual(plot.bottom);
      for (const other of pins.slice(index + 1)) expect(Math.abs(other.tag.x - tag.x) >= 28 || Math.abs(other.tag.y - tag.y) >= 26).toBe(true);
    }
  });

  it.each([3, 12, 25, 45, 90])('leaves room for each label of a minute over %d minutes', (minutes) => {
    const xs = minutesOver(minutes).map(({ x }) => x);
    for (const [index, x] of xs.entries()) if (index > 0) expect(x - (xs[index - 1] ?? 0)).toBeGreaterThanOrEqual(69);
  });

  it('is drawn for a session that lasted no time', () => {
    const { trust, ends } = layCurve(points.slice(0, 1), [], curveFrame(points.slice(0, 1), plot));
    expect(trust).toEqual([{ x: 44, y: 185.2 }]);
    expect(ends).not.toBeNull();
  });
});
