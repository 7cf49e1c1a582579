import { length, unit, type V3 } from './maths.ts';

/** Distance to a surface: negative inside. */
export type Sdf = (x: number, y: number, z: number) => number;

/** Union with a seam melted over a width of `k`. */
export function melt(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}

/** Takes `b` away from `a`, with a soft edge. */
export const carve = (a: number, b: number, k: number): number => -melt(-a, b, k);

/** Square roots by hand: `Math.hypot` takes ten times as long, and a head asks for ten million of them. */
export const far = (x: number, y: number, z: number): number => Math.sqrt(x * x + y * y + z * z);

export function ellipsoid(x: number, y: number, z: number, rx: number, ry: number, rz: number): number {
  const k0 = far(x / rx, y / ry, z / rz);
  const k1 = far(x / (rx * rx), y / (ry * ry), z / (rz * rz));
  return k1 < 1e-9 ? -Math.min(rx, ry, rz) : (k0 * (k0 - 1)) / k1;
}

/** A capsule whose radius goes from `ra` to `rb`. */
export function limb(x: number, y: number, z: number, a: V3, b: V3, ra: number, rb: number): number {
  const px = x - a[0];
  const py = y - a[1];
  const pz = z - a[2];
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const dz = b[2] - a[2];
  const h = Math.min(1, Math.max(0, (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz)));
  return far(px - dx * h, py - dy * h, pz - dz * h) - (ra + (rb - ra) * h);
}

export function normalOf(sdf: Sdf, [x, y, z]: V3, reach = 0.004): V3 {
  return unit([sdf(x + reach, y, z) - sdf(x - reach, y, z), sdf(x, y + reach, z) - sdf(x, y - reach, z), sdf(x, y, z + reach) - sdf(x, y, z - reach)]);
}

/** How far from `from` along `direction` the surface is, looked for from the outside in. */
export function reachOf(sdf: Sdf, from: V3, direction: V3, outside = 2.4): number {
  const at = (t: number) => sdf(from[0] + direction[0] * t, from[1] + direction[1] * t, from[2] + direction[2] * t);
  let t = outside;
  let clear = outside;
  for (let step = 0; step < 90; step++) {
    const d = at(t);
    if (d < 0) return halve(at, t, clear);
    if (d < 0.0005) return t;
    clear = t;
    t -= d * 0.75;
    if (t < 0.02) return t;
  }
  return t;
}

/** Melted shapes are a little closer than they say: a step that went inside goes back to the surface. */
function halve(at: (t: number) => number, inside: number, outside: number): number {
  let [low, high] = [inside, outside];
  for (let step = 0; step < 9; step++) {
    const middle = (low + high) / 2;
    if (at(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}

/** How much of the sky a point sees, 0 … 1: three looks along its normal. */
export function opennessOf(sdf: Sdf, p: V3, n: V3): number {
  let open = 0;
  for (const reach of [0.05, 0.14, 0.32]) {
    const d = sdf(p[0] + n[0] * reach, p[1] + n[1] * reach, p[2] + n[2] * reach);
    open += Math.min(1, Math.max(0, d / reach)) / 3;
  }
  return open;
}

/** Puts a point at a height over a surface, in a few steps. */
export function settle(sdf: Sdf, p: V3, height: number): V3 {
  let q = p;
  for (let step = 0; step < 3; step++) {
    const n = normalOf(sdf, q);
    const d = sdf(q[0], q[1], q[2]) - height;
    if (Math.abs(d) < 0.001 || length(n) === 0) break;
    q = [q[0] - n[0] * d, q[1] - n[1] * d, q[2] - n[2] * d];
  }
  return q;
}
