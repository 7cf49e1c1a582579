import type { CurvePoint } from '@coachvisio/contract/report.ts';
import type { CurveFrame, Place } from '@coachvisio/engine/rating/curve-layout.ts';
import { scaleLinear } from 'd3-scale';

export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** A tag is 28 × 26; closer than this two of them touch. */
const TAG_APART = { x: 31, y: 28 };
const TAG_REACH = 25;
/** Above its dot, below, further, then aside, since moments crowd at the end of a conversation. */
const TAG_WAYS: readonly Place[] = (
  [
    [0, -1],
    [0, 1],
    [0, -2],
    [0, 2],
    [-1, -1],
    [-1, 1],
    [0, -3],
    [0, 3],
    [-1, -2],
    [-1, 2],
  ] as const
).map(([across, down]) => ({ x: across * TAG_APART.x, y: down * TAG_REACH }));
/** Labels of 13 px on one right edge. */
const ENDS_APART = 18;
/** What a label of a minute needs. */
const MINUTE_WIDTH = 70;

/** A tenth of a pixel is finer than any screen, and spares the path half of its letters. */
const round = (value: number) => Math.round(value * 10) / 10;

/** The curve on a screen: from the start of the session, in pixels of the plot. */
export function curveFrame(points: readonly CurvePoint[], plot: Plot): CurveFrame<unknown> {
  const toMs = Math.max(1000, ...points.map(({ atMs }) => atMs));
  const across = scaleLinear([0, toMs], [plot.left, plot.right]);
  const down = scaleLinear([0, 100], [plot.bottom, plot.top]).clamp(true);
  return {
    fromMs: 0,
    toMs,
    x: (atMs) => round(across(atMs)),
    y: (value) => round(down(value)),
    minuteStep: (minutes) => [1, 2, 5, 10].find((step) => (step * (plot.right - plot.left)) / minutes >= MINUTE_WIDTH) ?? 20,
    tagWays: () => TAG_WAYS,
    holds: ({ x, y }) => y - 13 >= plot.top - 14 && y + 13 <= plot.bottom && x >= plot.left && x <= plot.right + 2,
    clear: (tag, other) => Math.abs(other.x - tag.x) >= TAG_APART.x || Math.abs(other.y - tag.y) >= TAG_APART.y,
    endsApart: ENDS_APART,
  };
}
