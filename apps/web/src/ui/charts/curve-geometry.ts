import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';

/** Both values stand on 0 … 100 at a time in seconds. */
export type CurvePoint = { readonly at: number; readonly trust: number; readonly tension: number };
export type CurveMoment = { readonly id: string; readonly number: number; readonly at: number };

export type CurveFrame = {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
};

type Place = { readonly x: number; readonly y: number };

export type CurveDrawing = {
  readonly trust: string;
  readonly tension: string;
  /** The whole axis, always: a curve on a cut axis exaggerates. */
  readonly levels: readonly { readonly value: number; readonly y: number }[];
  readonly minutes: readonly { readonly minute: number; readonly x: number }[];
  readonly pins: readonly { readonly moment: CurveMoment; readonly dot: Place; readonly tag: Place }[];
  readonly ends: { readonly trust: Place; readonly tension: Place };
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
};

/** A tag is 28 × 26; closer than this two of them touch. */
const TAG_APART = { x: 31, y: 28 };
const TAG_REACH = 25;
/** Where a tag may stand from its dot: above, below, further, then aside, since moments crowd at the end of a conversation. */
const WAYS = [
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
] as const;
/** Labels of 13 px on one right edge. */
const END_APART = 18;

const round = (value: number) => Math.round(value * 10) / 10;

export function layCurve(points: readonly CurvePoint[], moments: readonly CurveMoment[], frame: CurveFrame): CurveDrawing {
  const plot = { left: frame.margin.left, right: frame.width - frame.margin.right, top: frame.margin.top, bottom: frame.height - frame.margin.bottom };
  const lastAt = Math.max(1, ...points.map((point) => point.at));
  const x = scaleLinear([0, lastAt], [plot.left, plot.right]);
  const y = scaleLinear([0, 100], [plot.bottom, plot.top]).clamp(true);
  // Monotone, so that the line never passes a value the conversation never had.
  const draw = (value: (point: CurvePoint) => number) =>
    line<CurvePoint>()
      .x((point) => round(x(point.at)))
      .y((point) => round(y(value(point))))
      .curve(curveMonotoneX)
      .digits(1)([...points]) ?? '';
  const last = points.at(-1);
  return {
    trust: draw((point) => point.trust),
    tension: draw((point) => point.tension),
    levels: [0, 50, 100].map((value) => ({ value, y: round(y(value)) })),
    minutes: minutesUpTo(lastAt, plot.right - plot.left).map((minute) => ({ minute, x: round(x(minute * 60)) })),
    pins: placePins(
      moments.map((moment) => ({ moment, dot: { x: round(x(moment.at)), y: round(y(trustAt(points, moment.at))) } })),
      plot,
    ),
    ends: apart({ x: plot.right, y: round(y(last?.trust ?? 0)) }, { x: plot.right, y: round(y(last?.tension ?? 0)) }),
    plot,
  };
}

/** Between two points the value is read off the straight line: pins stand on points, this only covers a moment between two. */
function trustAt(points: readonly CurvePoint[], at: number): number {
  const after = points.findIndex((point) => point.at >= at);
  const next = points[after] ?? points.at(-1);
  const before = points[after - 1] ?? next;
  if (!next || !before || next.at === before.at) return next?.trust ?? 0;
  return before.trust + ((next.trust - before.trust) * (at - before.at)) / (next.at - before.at);
}

/** Steps of 1, 2, 5 or 10 minutes, whichever leaves at least 70 px to a label. */
function minutesUpTo(seconds: number, width: number): number[] {
  const whole = Math.floor(seconds / 60);
  const pixelsPerMinute = (width * 60) / seconds;
  const step = [1, 2, 5, 10].find((minutes) => minutes * pixelsPerMinute >= 70) ?? 20;
  return Array.from({ length: Math.floor(whole / step) + 1 }, (_, index) => index * step);
}

type Pin = { readonly moment: CurveMoment; readonly dot: Place };

/** Each tag takes the first place clear of the edges and of the tags before it. */
function placePins(pins: readonly Pin[], plot: CurveDrawing['plot']): CurveDrawing['pins'] {
  const placed: Place[] = [];
  return pins.map((pin) => {
    const candidates = WAYS.map(([across, side]) => ({ x: pin.dot.x + across * TAG_APART.x, y: pin.dot.y + side * TAG_REACH }));
    const free = candidates.find(
      (tag) =>
        tag.y - 13 >= plot.top - 14 &&
        tag.y + 13 <= plot.bottom &&
        tag.x >= plot.left &&
        tag.x <= plot.right + 2 &&
        placed.every((other) => Math.abs(other.x - tag.x) >= TAG_APART.x || Math.abs(other.y - tag.y) >= TAG_APART.y),
    );
    const tag = free ?? { x: pin.dot.x, y: pin.dot.y - TAG_REACH };
    placed.push(tag);
    return { ...pin, tag };
  });
}

function apart(first: Place, second: Place): CurveDrawing['ends'] {
  const missing = END_APART - Math.abs(first.y - second.y);
  if (missing <= 0) return { trust: first, tension: second };
  const up = first.y <= second.y ? -1 : 1;
  return { trust: { ...first, y: first.y + (up * missing) / 2 }, tension: { ...second, y: second.y - (up * missing) / 2 } };
}
