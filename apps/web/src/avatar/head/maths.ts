export type V3 = readonly [x: number, y: number, z: number];

export const add = (a: V3, b: V3): V3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: V3, b: V3): V3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: V3, by: number): V3 => [a[0] * by, a[1] * by, a[2] * by];
export const along = (a: V3, direction: V3, by: number): V3 => [a[0] + direction[0] * by, a[1] + direction[1] * by, a[2] + direction[2] * by];
export const dot = (a: V3, b: V3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: V3, b: V3): V3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const length = (a: V3): number => Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
export const unit = (a: V3): V3 => scale(a, 1 / (length(a) || 1));
export const mix3 = (a: V3, b: V3, share: number): V3 => [mix(a[0], b[0], share), mix(a[1], b[1], share), mix(a[2], b[2], share)];

export const mix = (a: number, b: number, share: number): number => a + (b - a) * share;
export const clamp = (x: number, low = 0, high = 1): number => Math.min(high, Math.max(low, x));

/** From 0 at `from` to 1 at `to`, without a corner; `to` may be the smaller. */
export function ramp(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** 1 in the middle, 0.37 at a distance of `width`. */
export const bell = (x: number, width: number): number => Math.exp(-((x / width) ** 2));

/** The same seed gives the same head on every screen (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function lattice(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 2147483647);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1;
}

/** Smooth noise in space, −1 … 1, with bumps one unit apart. */
export function noise([x, y, z]: V3): number {
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [ramp(0, 1, x - i), ramp(0, 1, y - j), ramp(0, 1, z - k)];
  const edge = (b: number, c: number) => mix(lattice(i, j + b, k + c), lattice(i + 1, j + b, k + c), u);
  return mix(mix(edge(0, 0), edge(1, 0), v), mix(edge(0, 1), edge(1, 1), v), w);
}

/** Straight between the points of a table, held at its ends. */
export function lookUp(table: readonly (readonly [at: number, value: number])[], at: number): number {
  let last = table[0];
  if (!last || at <= last[0]) return last?.[1] ?? 0;
  for (const next of table) {
    if (at <= next[0]) return mix(last[1], next[1], ramp(last[0], next[0], at) * 0.5 + 0.5 * clamp((at - last[0]) / (next[0] - last[0] || 1)));
    last = next;
  }
  return last[1];
}

/** A smooth curve through points (Catmull–Rom), asked for at 0 … 1. */
export function curveThrough(points: readonly V3[]): (share: number) => V3 {
  const at = (index: number): V3 => points[clamp(index, 0, points.length - 1)] ?? [0, 0, 0];
  return (share) => {
    const place = clamp(share) * (points.length - 1);
    const i = Math.min(points.length - 2, Math.floor(place));
    const t = place - i;
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const axis = (k: 0 | 1 | 2) =>
      0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
    return [axis(0), axis(1), axis(2)];
  };
}

export type Rgb = readonly [r: number, g: number, b: number];

/** 0 … 255, as the pictures write their colours. */
export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export const mixRgb = (a: Rgb, b: Rgb, share: number): Rgb => mix3(a, b, share);
