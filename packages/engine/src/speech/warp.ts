import type { Features } from './mfcc.ts';

/** How far, as a share of the longer sound, one may run ahead of the other. */
const bandShare = 0.2;
/** And no less than this, in frames: a pause that only one of them makes. */
const leastBand = 60;
/** What it costs to stand still in one sound while the other goes on: speech seldom does. */
const stillCost = 0.18;

const diagonal = 0;
const upward = 1;
const sideward = 2;

/**
 * For each frame of one sound the frame of the other one that says the same, on the cheapest path from start to start to end to
 * end (dynamic time warping: Sakoe and Chiba, 1978, with their band).
 */
export function warp(from: Features, to: Features): Float32Array {
  const reach = Math.max(leastBand, Math.round(bandShare * Math.max(from.frames, to.frames)));
  const width = 2 * reach + 1;
  const steps = new Uint8Array(from.frames * width);
  /** The band of a row begins here; costs are kept for two rows only. */
  const firstOf = (row: number) => Math.round((row * (to.frames - 1)) / Math.max(1, from.frames - 1)) - reach;
  let before = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  let now = new Float64Array(width);
  for (let row = 0; row < from.frames; row += 1) {
    now.fill(Number.POSITIVE_INFINITY);
    const first = firstOf(row);
    /** How far the band moved since the row before. */
    const shift = row === 0 ? 0 : first - firstOf(row - 1);
    for (let place = Math.max(0, -first); place < width && first + place < to.frames; place += 1) {
      const distance = distanceOf(from, row, to, first + place);
      if (row === 0 && first + place === 0) {
        now[place] = distance;
        continue;
      }
      const cross = before[place + shift - 1] ?? Number.POSITIVE_INFINITY;
      const up = (before[place + shift] ?? Number.POSITIVE_INFINITY) + distance * stillCost;
      const side = (now[place - 1] ?? Number.POSITIVE_INFINITY) + distance * stillCost;
      const best = Math.min(cross, up, side);
      now[place] = best + distance;
      steps[row * width + place] = best === cross ? diagonal : best === up ? upward : sideward;
    }
    [before, now] = [now, before];
  }
  return trace(steps, width, firstOf, from.frames, to.frames);
}

function distanceOf(a: Features, row: number, b: Features, column: number): number {
  let sum = 0;
  for (let place = 0; place < a.width; place += 1) {
    const difference = (a.values[row * a.width + place] ?? 0) - (b.values[column * b.width + place] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** A frame that stands for more than this many is a pause that only the other sound makes: what begins there begins after it. */
const pauseFrames = 8;

/** Goes back along the path; a frame that stands for several gets the middle of them. */
function trace(steps: Uint8Array, width: number, firstOf: (row: number) => number, rows: number, columns: number): Float32Array {
  const path = new Float32Array(rows);
  let row = rows - 1;
  let column = columns - 1;
  for (let last = column; ;) {
    const step = row === 0 ? sideward : column === 0 ? upward : (steps[row * width + column - firstOf(row)] ?? diagonal);
    if (step === sideward && column > 0) {
      column -= 1;
      continue;
    }
    path[row] = last - column > pauseFrames ? last : (last + column) / 2;
    if (row === 0) return path;
    row -= 1;
    if (step === diagonal) column -= 1;
    last = column;
  }
}
