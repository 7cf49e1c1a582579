import type { Scalp } from './scalp.ts';
import { addLock, type Flow, grow, type Path } from './locks.ts';
import { add, cross, curveThrough, length, mix, mix3, noise, ramp, scale, sub, unit, type V3 } from './maths.ts';
import { addBall, type PartBuilder } from './part.ts';
import { hairDepth } from './skin-paint.ts';

/** A bob: parted, falling to the jaw; `bob-back` is drawn behind both ears. */
export function growBob(part: PartBuilder, scalp: Scalp): void {
  const { look, scene, chance } = scalp;
  const back = look.hair.style === 'bob-back';
  const parting = look.hair.parting ?? 0;
  const partAt = (z: number) => parting * ramp(-0.9, 0.3, z);
  const tip = back ? -1.02 : -1.16;

  const strand = (root: V3, id: number, layer: number, fine: boolean) => {
    const side = Math.sign(root[0] - partAt(root[2])) || 1;
    // One side of a plain bob is put behind the ear.
    const tucked = back || side === Math.sign(parting || 1);
    const depth = hairDepth(look, root);
    const ends = tip + 0.09 * noise([id * 0.9, 1, 2]) + (root[2] < -0.4 ? 0.05 : 0);
    const flow: Flow = {
      sdf: scene,
      way: (p) => {
        const front = ramp(-0.2, 0.35, p[2]);
        const high = ramp(0.15, 0.75, p[1]);
        const out: V3 = [side * (0.9 + 0.3 * front), -0.3, back || tucked ? -0.34 * front - 0.1 : -0.1 * front];
        // What grows behind the ears spreads to the sides: it is the curtain the neck stands before.
        const rear: V3 = [side * 0.7, -0.6, -0.4];
        const over = mix3(rear, out, ramp(-0.85, -0.1, p[2]));
        // Over the ear and behind it, then down.
        const tuck: V3 = p[1] > -0.3 ? [side * 0.05, -0.4 - 0.6 * ramp(-0.3, -0.5, p[2]), -1.2 * ramp(-0.52, -0.25, p[2])] : [0, -1, 0];
        const inward = ramp(ends + 0.42, ends, p[1]) * 0.42;
        const gather = tucked ? 0.16 * ramp(-0.2, -0.5, p[1]) * ramp(0.5, 0.75, Math.abs(p[0])) : 0;
        const fall: V3 = [-side * (inward * (Math.abs(p[0]) > 0.45 ? 1 : 0.2) + gather), -1, inward * (back ? 0.3 : 0.25) * (p[2] < -0.2 ? 1 : 0)];
        return unit(mix3(tucked ? mix3(fall, tuck, ramp(-0.5, -0.2, p[1])) : fall, over, high));
      },
      lift: (share) => mix(0.02, 0.08 + 0.13 * layer, ramp(0, 0.25, share)) + (tucked && !back ? 0 : 0.05 * ramp(0.3, 0.7, share)),
      hug: (_, p) => ramp(-0.35, 0.3, p[1]) * 0.9 + (tucked ? 0.5 * ramp(-0.75, -0.2, p[1]) : 0),
      length: 2.9,
      steps: fine ? 20 : 26,
      waver: 0.07,
      end: (p) => p[1] < ends,
    };
    const width = fine ? 0.007 + 0.005 * chance() : 0.04 + 0.03 * chance();
    const path = grow(root, flow, id);
    addLock(
      part,
      path,
      {
        width,
        thick: width * 0.5,
        root: fine ? 0.4 : mix(0.12, 0.5, ramp(0.02, 0.16, depth)),
        tip: fine ? 0.3 : 0.62,
        color: scalp.colorAt(root, id),
        id,
        open: 0.5 + 0.25 * layer,
        follow: scalp.follow,
      },
      fine ? 3 : 5,
    );
    return depth;
  };

  for (const [id, root] of scalp.roots(420).entries()) if (root[1] > -0.3) strand(root, id, 0.15 + 0.35 * chance(), false);
  for (const [id, root] of scalp.beside(110, partAt).entries()) strand(root, id + 2000, 0.1 + 0.5 * chance(), false);
  for (const [id, root] of scalp.roots(420).entries()) if (root[1] > 0.35) strand(root, id + 400, 0.3 + 0.45 * chance(), false);
  for (const [id, root] of scalp.roots(500, -0.02).entries()) {
    if (root[1] > 0.2 && (hairDepth(look, root) < 0.07 || Math.abs(root[0] - partAt(root[2])) < 0.1 || chance() < 0.16))
      strand(root, id + 1000, chance() * 0.8, true);
  }
}

const KNOTS = {
  'knot-high': { at: [-0.86, 1.0, -0.3], radius: [0.4, 0.35, 0.36] },
  'knot-low': { at: [0.82, -0.66, -0.42], radius: [0.32, 0.38, 0.3] },
} as const;

/** Hair put up: drawn over the head to a knot, wound round it, with what escapes. */
export function growKnot(part: PartBuilder, wisps: PartBuilder, scalp: Scalp): void {
  const { look, sdf, chance } = scalp;
  const high = look.hair.style === 'knot-high';
  const knot = high ? KNOTS['knot-high'] : KNOTS['knot-low'];
  const middle: V3 = knot.at;
  const parting = look.hair.parting ?? 0;

  const strand = (root: V3, id: number, layer: number, fine: boolean) => {
    const side = Math.sign(root[0] - parting) || 1;
    const flow: Flow = {
      sdf,
      way: (p) => {
        const home = unit(sub(middle, p));
        if (high) {
          // From the parting it first goes to its own side, then up and over.
          const start = ramp(0.55, 0.85, p[2]) * ramp(0.5, 0.9, p[1]);
          return unit(mix3(home, [side * 0.8, -0.25, -0.5], start * 0.75));
        }
        const wing: V3 = [side * 1.0, -0.42 - 0.3 * ramp(0.4, 0.7, Math.abs(p[0])), -0.28 - 0.9 * ramp(0.55, 0.75, Math.abs(p[0]))];
        const round: V3 = p[0] < 0.2 && p[2] < 0.1 ? [0.75, -0.45, p[2] > -0.9 ? -0.6 : 0.1] : home;
        return unit(mix3(round, wing, ramp(-0.15, 0.3, p[2])));
      },
      lift: (share) => 0.012 + (0.03 + 0.035 * layer) * Math.sin(Math.PI * Math.min(1, 0.15 + share * 0.6)),
      hug: (_, p) => ramp(0.1, 0.5, length(sub(p, middle)) - 0.2) * 0.95,
      length: 2.7,
      steps: fine ? 20 : 24,
      waver: fine ? 0.1 : 0.05,
      end: (p) => length(sub(p, middle)) < 0.2,
    };
    const width = fine ? 0.006 + 0.005 * chance() : 0.035 + 0.025 * chance();
    addLock(
      part,
      grow(root, flow, id),
      { width, thick: width * 0.5, root: 0.4, tip: 0.5, color: scalp.colorAt(root, id), id, open: 0.6 + 0.3 * layer, follow: scalp.follow },
      fine ? 3 : 5,
    );
  };
  for (const [id, root] of scalp.roots(560).entries()) strand(root, id, chance(), false);
  for (const [id, root] of scalp.beside(80, () => parting).entries()) strand(root, id + 2000, 0.3 * chance(), false);
  for (const [id, root] of scalp.roots(700, 0.012).entries()) if (hairDepth(look, root) < 0.06 || chance() < 0.2) strand(root, id + 1000, chance() * 1.3, true);

  windKnot(part, scalp, middle, knot.radius);
  const loose: readonly (readonly V3[])[] = high
    ? [
        [
          [-0.66, 0.5, 0.2],
          [-0.78, 0.2, 0.26],
          [-0.85, -0.2, 0.22],
          [-0.82, -0.62, 0.2],
          [-0.88, -1.0, 0.22],
        ],
        [
          [0.68, 0.5, 0.2],
          [0.78, 0.25, 0.22],
          [0.85, -0.15, 0.2],
          [0.8, -0.55, 0.22],
          [0.86, -0.86, 0.2],
        ],
        [
          [0.5, 0.75, 0.5],
          [0.72, 0.45, 0.5],
          [0.83, 0.0, 0.32],
          [0.8, -0.3, 0.28],
        ],
      ]
    : [];
  for (const [id, points] of loose.entries()) {
    for (let copy = 0; copy < 7; copy++) {
      const shift = (): number => (chance() - 0.5) * 0.05;
      const moved = points.map(([x, y, z]): V3 => [x + shift(), y + shift(), z + shift()]);
      const line = curveThrough(moved);
      const path = withOut(Array.from({ length: 16 }, (_, i) => line(i / 15)));
      addLock(
        wisps,
        path,
        {
          width: 0.008 + 0.012 * chance(),
          thick: 0.006,
          root: 0.2,
          tip: 0.1,
          color: scalp.colorAt(points[0] ?? [0, 0, 0], id * 7 + copy),
          id: id * 7 + copy,
          open: 0.9,
          follow: scalp.follow,
        },
        3,
      );
    }
  }
}

function windKnot(part: PartBuilder, scalp: Scalp, middle: V3, radius: V3): void {
  const { chance } = scalp;
  addBall(part, middle, scale(radius, 0.93), { color: scale(scalp.colorAt(middle, 3), 0.78), open: 0.5, traits: [0, 1, 0, 5] }, 16);
  for (let id = 0; id < 110; id++) {
    const axis = unit([chance() - 0.5, chance() - 0.5, 0.35 + chance() * 0.5]);
    const a = unit(cross(axis, [0.2, 0.1, 1]));
    const b = cross(axis, a);
    const away = (chance() - 0.5) * 1.5;
    const from = chance() * 6.28;
    const span = 2.4 + chance() * 2.2;
    const at: V3[] = [];
    const out: V3[] = [];
    for (let i = 0; i < 16; i++) {
      const angle = from + (i / 15) * span;
      const wave = away + 0.12 * Math.sin(angle * 2 + id);
      const ring = Math.sqrt(Math.max(0, 1 - wave * wave * 0.7));
      const n = unit(add(add(scale(a, Math.cos(angle) * ring), scale(b, Math.sin(angle) * ring)), scale(axis, wave * 0.85)));
      const over = 0.93 + 0.13 * Math.sin(Math.PI * (i / 15)) * (0.5 + 0.5 * chance());
      at.push([middle[0] + n[0] * radius[0] * over, middle[1] + n[1] * radius[1] * over, middle[2] + n[2] * radius[2] * over]);
      out.push(n);
    }
    addLock(
      part,
      { at, out },
      { width: 0.03 + 0.03 * chance(), thick: 0.03, root: 0.3, tip: 0.3, color: scalp.colorAt(middle, id), id, open: 0.7, follow: scalp.follow },
    );
  }
}

const withOut = (at: readonly V3[]): Path => ({ at, out: at.map((p) => unit([p[0], 0, p[2] + 0.3])) });
