import type { CurvePoint } from '@coachvisio/contract/report.ts';
import { describe, expect, it } from 'vitest';
import { type CurveFrame, layCurve } from './curve-layout.ts';

const minute = 60_000;
const point = (seq: number, atMs: number, trust: number, tension = 50): CurvePoint => ({ seq, atMs, trust, tension });
const points = [point(1, 0, 40), point(3, minute, 48), point(5, 1.05 * minute, 60), point(7, 1.1 * minute, 55), point(9, 10 * minute, 72)];
const moments = [3, 5, 7, 9].map((seq) => ({ seq }));

/** A hundred across and a hundred down; a tag is ten wide and may stand above its dot or below, or further up. */
const frame = (over: Partial<CurveFrame<unknown>> = {}): CurveFrame<unknown> => ({
  fromMs: 0,
  toMs: 10 * minute,
  x: (atMs) => atMs / (minute / 10),
  y: (value) => 100 - value,
  minuteStep: () => 2,
  tagWays: () => [-12, 12, -24].map((y) => ({ x: 0, y })),
  holds: () => true,
  clear: (tag, other) => Math.hypot(tag.x - other.x, tag.y - other.y) >= 10,
  endsApart: 10,
  ...over,
});

describe('the layout of the curve', () => {
  it('gives each moment a pin on the line of trust, no tag over another', () => {
    const { pins } = layCurve(points, moments, frame());
    expect(pins.map(({ dot }) => dot)).toEqual([
      { x: 10, y: 52 },
      { x: 10.5, y: 40 },
      { x: 11, y: 45 },
      { x: 100, y: 28 },
    ]);
    for (const [index, { tag }] of pins.entries())
      for (const other of pins.slice(index + 1)) expect(Math.hypot(tag.x - other.tag.x, tag.y - other.tag.y)).toBeGreaterThanOrEqual(10);
  });

  it('keeps tags off the edges, and takes the best place where none is free', () => {
    const low = layCurve(points, [{ seq: 9 }], frame({ holds: ({ y }) => y > 20 })).pins[0];
    expect(low?.tag).toEqual({ x: 100, y: 40 });
    const nowhere = layCurve(points, [{ seq: 9 }], frame({ holds: () => false })).pins[0];
    expect(nowhere?.tag).toEqual({ x: 100, y: 16 });
  });

  it('leaves out a moment whose turn the curve does not hold', () => {
    expect(layCurve(points, [{ seq: 4 }, { seq: 5 }], frame()).pins.map(({ moment }) => moment.seq)).toEqual([5]);
  });

  it('keeps the names of two lines apart that end together, the upper one above', () => {
    expect(layCurve([point(1, 0, 50, 50)], [], frame()).ends).toEqual({ trust: 45, tension: 55 });
    expect(layCurve([point(1, 0, 48, 52)], [], frame()).ends).toEqual({ trust: 55, tension: 45 });
    expect(layCurve([point(1, 0, 40, 60)], [], frame()).ends).toEqual({ trust: 60, tension: 40 });
  });

  it('never runs backwards, with turns in the same millisecond', () => {
    const { trust, tension } = layCurve([point(1, 0, 40), point(2, 600, 50), point(3, 600, 60), point(4, 1200, 70)], [], frame());
    expect(trust.map(({ x }) => x)).toEqual([0, 0.1, 0.2]);
    expect(tension).toHaveLength(3);
  });

  it('names whole minutes only, from the first point on', () => {
    const late = frame({ fromMs: minute, toMs: 6.9 * minute });
    expect(layCurve(points, [], late).minutes).toEqual([
      { minute: 0, x: 10 },
      { minute: 2, x: 30 },
      { minute: 4, x: 50 },
    ]);
  });

  it('shows the whole axis, and nothing more, of a conversation without a turn', () => {
    const { trust, levels, pins, ends } = layCurve([], moments, frame());
    expect({ trust, pins, ends }).toEqual({ trust: [], pins: [], ends: null });
    expect(levels).toEqual([
      { value: 0, y: 100 },
      { value: 50, y: 50 },
      { value: 100, y: 0 },
    ]);
  });
});
