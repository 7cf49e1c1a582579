import type { CurvePoint, Moment } from '@coachvisio/contract/report.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a screen and a sheet of paper differ in. Sizes are in the unit of whoever draws. */
export interface CurveFrame<M> {
  readonly fromMs: number;
  readonly toMs: number;
  /** Where a moment of the conversation stands across, and a value from 0 to 100 down. */
  readonly x: (atMs: number) => number;
  readonly y: (value: number) => number;
  /** How many minutes lie between two labels when the whole lasts so many. */
  readonly minuteStep: (minutes: number) => number;
  /** Where the tag of a moment may stand, seen from its dot, the best place first. */
  readonly tagWays: (moment: M) => readonly Place[];
  /** Whether a tag is clear of the edges, and whether two of them are clear of one another. */
  readonly holds: (tag: Place) => boolean;
  readonly clear: (tag: Place, other: Place) => boolean;
  /** Two names at the ends of their lines hide each other when they are nearer than this. */
  readonly endsApart: number;
}

export interface Pin<M> {
  readonly moment: M;
  readonly dot: Place;
  readonly tag: Place;
}

export interface CurveLayout<M> {
  readonly trust: readonly Place[];
  readonly tension: readonly Place[];
  readonly levels: readonly { readonly value: number; readonly y: number }[];
  readonly minutes: readonly { readonly minute: number; readonly x: number }[];
  readonly pins: readonly Pin<M>[];
  /** How far down the two names stand; none without a point. */
  readonly ends: { readonly trust: number; readonly tension: number } | null;
}

/** Where everything of the curve stands. Whoever draws it joins the places, monotone: a line must not pass a value that the conversation never had. */
export function layCurve<M extends Pick<Moment, 'seq'>>(points: readonly CurvePoint[], moments: readonly M[], frame: CurveFrame<M>): CurveLayout<M> {
  const { x, y } = frame;
  const drawn = onward(points);
  const last = points.at(-1);
  return {
    trust: drawn.map(({ atMs, trust }) => ({ x: x(atMs), y: y(trust) })),
    tension: drawn.map(({ atMs, tension }) => ({ x: x(atMs), y: y(tension) })),
    // The whole axis, always: a curve on a cut axis exaggerates.
    levels: [0, 50, 100].map((value) => ({ value, y: y(value) })),
    minutes: minutesOf(frame).map((minute) => ({ minute, x: x(frame.fromMs + minute * 60_000) })),
    pins: placePins(points, moments, frame),
    ends: last ? apart(y(last.trust), y(last.tension), frame.endsApart) : null,
  };
}

/** Two turns in one millisecond would make the line run backwards. */
const onward = (points: readonly CurvePoint[]): readonly CurvePoint[] =>
  points.filter((point, index) => index === 0 || point.atMs > (points[index - 1]?.atMs ?? 0));

function minutesOf({ fromMs, toMs, minuteStep }: Pick<CurveFrame<never>, 'fromMs' | 'toMs' | 'minuteStep'>): number[] {
  const minutes = (toMs - fromMs) / 60_000;
  const step = minuteStep(minutes);
  return Array.from({ length: Math.floor(Math.floor(minutes) / step) + 1 }, (_, index) => index * step);
}

/** Each tag takes the first place clear of the edges and of the tags before it; where there is none, its best one. */
function placePins<M extends Pick<Moment, 'seq'>>(points: readonly CurvePoint[], moments: readonly M[], frame: CurveFrame<M>): Pin<M>[] {
  const placed: Place[] = [];
  return moments.flatMap((moment) => {
    const point = points.find(({ seq }) => seq === moment.seq);
    if (!point) return [];
    const dot = { x: frame.x(point.atMs), y: frame.y(point.trust) };
    const places = frame.tagWays(moment).map((way) => ({ x: dot.x + way.x, y: dot.y + way.y }));
    const tag = places.find((place) => frame.holds(place) && placed.every((other) => frame.clear(place, other))) ?? places[0] ?? dot;
    placed.push(tag);
    return [{ moment, dot, tag }];
  });
}

/** Both give way by half of what is missing, whichever is above. */
function apart(trust: number, tension: number, distance: number): { trust: number; tension: number } {
  const missing = distance - Math.abs(trust - tension);
  if (missing <= 0) return { trust, tension };
  const half = trust <= tension ? missing / 2 : -missing / 2;
  return { trust: trust - half, tension: tension + half };
}
