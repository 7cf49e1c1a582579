import { percentile } from './percentile.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: string;
  readonly holds?: boolean;
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The first of a system in a run are its compiler's and its caches'. */
export const warmUp = 3;
/** More drift of the limit than this share, and the machine was busy with something else. */
const mostDrift = 0.15;
/** A limit shorter than this moves by the grain of timers, in milliseconds. */
const leastLimitMs = 50;

export const atMost = (name: string, value: number, most: number, unit = 'ms'): Figure => ({ name, value, unit, target: `≤ ${most}`, holds: value <= most });
export const exactly = (name: string, value: number, wanted: number, unit = ''): Figure => ({
  name,
  value,
  unit,
  target: String(wanted),
  holds: value === wanted,
});

/** How far the p95 of the limit moved between the first and the second half of a run, as a share. */
function driftOf(limit: readonly number[]): number {
  const half = Math.floor(limit.length / 2);
  const [before, after] = [percentile(limit.slice(0, half), 95), percentile(limit.slice(half), 95)];
  return Math.abs(after - before) / Math.max(leastLimitMs, Math.min(before, after));
}

/** The figures, if the limit that was measured between them stood still; otherwise only that it did not. */
export function besideLimit(name: string, limit: readonly number[], figures: readonly Figure[]): Figure[] {
  const drift = Math.round(driftOf(limit) * 1000) / 10;
  const figure: Figure = {
    name: `${name}: drift of the limit’s p95`,
    value: drift,
    unit: '%',
    target: `≤ ${mostDrift * 100}`,
    holds: drift <= mostDrift * 100,
  };
  return figure.holds === true ? [figure, ...figures] : [{ ...figure, name: `${name}: limit drifted, nothing is published; run it again on an idle machine` }];
}
