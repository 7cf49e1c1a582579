import type { Scalp } from './scalp.ts';
import { addLock, curl, type Flow, grow } from './locks.ts';
import { along, clamp, mix, mix3, noise, ramp, scale, unit, type V3 } from './maths.ts';
import type { PartBuilder } from './part.ts';
import { normalOf } from './sdf.ts';
import { hairDepth } from './skin-paint.ts';

/** Loose curls to the shoulders: each strand leaves the head, falls, and winds round its own line. */
export function growCurls(part: PartBuilder, scalp: Scalp): void {
  const { look, scene, chance } = scalp;
  const strand = (root: V3, id: number, layer: number) => {
    const depth = hairDepth(look, root);
    const front = ramp(0.2, 0.6, root[2]) * ramp(0.3, 0.0, depth);
    const side = clamp(root[0] / 0.45, -1, 1);
    const ends = mix(-1.55, -0.7, chance() ** 1.5) + 0.25 * front;
    const flow: Flow = {
      sdf: scene,
      way: (p, share, out) => {
        const away: V3 = [out[0] * 1.0 + side * 0.22, out[1] * 0.75 + 0.2, out[2] * 0.6 - 0.3 * front];
        const fall: V3 = [side * 0.42 * ramp(-0.3, 0.6, p[1]) - side * 0.2 * ramp(-0.7, -1.3, p[1]), -1, p[2] > 0.35 ? -0.5 : 0];
        // Hair stays beside the face, never before it.
        if (p[2] > 0.2 && Math.abs(p[0]) < 0.8 && p[1] < 0.72) return unit([Math.sign(p[0]) * 1.1, -0.35, -0.5]);
        return unit(mix3(away, fall, ramp(0.03, 0.3, share)));
      },
      lift: (share) => mix(0.03, 0.13 + 0.3 * layer, ramp(0, 0.3, share)),
      hug: (_, p) => 0.75 * ramp(-0.5, 0.4, p[1]),
      length: mix(1.0, 2.6, ramp(-0.2, 1.1, root[1])) + 0.4,
      steps: 26,
      waver: 0.16,
      end: (p) => p[1] < ends,
    };
    if (front > 0.6) return;
    const path = grow(root, flow, id);
    const span = path.at.length / 26;
    if (path.at.length < 5) return;
    const size = 0.05 + 0.034 * chance();
    const turns = span * (7 + 3 * chance());
    const wound = curl(path, (share) => size * ramp(0, 0.18, share) * mix(1, 0.7, share), turns, id * 2.4, Math.round(8 + turns * 6.5));
    addLock(
      part,
      wound,
      {
        width: 0.03 + 0.014 * chance(),
        thick: 0.03,
        root: 0.6,
        tip: 0.25,
        color: scalp.colorAt(root, id),
        id,
        open: 0.35 + 0.35 * layer,
        follow: scalp.follow,
      },
      4,
    );
  };
  const edge = (root: V3, id: number) => {
    const n = normalOf(scene, root);
    const way = unit([n[0] * 0.8 + Math.sign(root[0]) * 0.3 + (chance() - 0.5) * 0.6, n[1] * 0.6 + 0.55, n[2] * 0.2 - 0.2]);
    const at = [0, 1, 2, 3, 4].map((i) => along(along(root, n, 0.01 + 0.02 * i), way, 0.055 * i * (0.8 + 0.5 * chance())));
    const wound = curl({ at, out: at.map(() => n) }, (share) => 0.045 * ramp(-0.1, 0.3, share), 1.3 + chance(), id * 1.7, 18);
    addLock(
      part,
      wound,
      { width: 0.026 + 0.012 * chance(), thick: 0.026, root: 0.7, tip: 0.3, color: scalp.colorAt(root, id), id, open: 0.6, follow: scalp.follow },
      4,
    );
  };
  for (const [id, root] of scalp.roots(170).entries()) strand(root, id, 0.1 + 0.3 * chance());
  // Short ones cover the border.
  for (const [id, root] of scalp.roots(620, 0.01).entries()) if (hairDepth(look, root) < 0.22 && root[2] > 0) edge(root, id + 700);
  for (const [id, root] of scalp.roots(210).entries()) if (root[1] > 0.0) strand(root, id + 300, 0.55 + 0.5 * chance());
}

/** A close crop of small curls. */
export function growCrop(part: PartBuilder, scalp: Scalp): void {
  const { look, sdf, chance } = scalp;
  for (const [id, root] of scalp.roots(760).entries()) {
    const n = normalOf(sdf, root);
    const depth = hairDepth(look, root);
    const tall = mix(0.04, 0.14, ramp(0, 0.35, depth)) * mix(0.55, 1, ramp(0.1, 0.7, root[1]));
    const lean: V3 = [noise(scale(root, 3)) * 0.6, noise(scale(root, 3.3)) * 0.3 + 0.1, noise(scale(root, 2.7)) * 0.6];
    const way = unit([n[0] + lean[0], n[1] + lean[1], n[2] + lean[2]]);
    const at = [0, 1, 2, 3].map((i) => along(along(root, n, 0.005), way, (tall * i) / 3));
    const size = 0.024 + 0.02 * chance();
    const turns = 1.6 + chance();
    const wound = curl({ at, out: at.map(() => unit([n[2], n[0], n[1]])) }, (share) => size * ramp(-0.2, 0.3, share), turns, chance() * 6.28, 16);
    addLock(
      part,
      wound,
      { width: 0.015 + 0.009 * chance(), thick: 0.018, root: 0.8, tip: 0.35, color: scalp.colorAt(root, id), id, open: mix(0.4, 0.62, chance()) },
      4,
    );
  }
}
