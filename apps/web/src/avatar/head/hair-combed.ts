import type { Scalp } from './scalp.ts';
import { addLock, type Flow, grow } from './locks.ts';
import { mix, mix3, noise, ramp, scale, unit, type V3 } from './maths.ts';
import type { PartBuilder } from './part.ts';
import { hairDepth } from './skin-paint.ts';

type Comb = { readonly top: V3; readonly lengthTop: number; readonly lengthSide: number; readonly body: number; readonly fringe: number };

const COMBS = {
  swept: { top: [0.62, 0.12, -0.72], lengthTop: 0.52, lengthSide: 0.26, body: 0.075, fringe: 0.09 },
  'brushed-up': { top: [0.5, 0.22, -0.8], lengthTop: 0.56, lengthSide: 0.17, body: 0.13, fringe: 0.2 },
  'crown-bare': { top: [0, -0.5, -0.8], lengthTop: 0.16, lengthSide: 0.24, body: 0.02, fringe: 0.0 },
} as const satisfies Record<string, Comb>;

/** 1 on top of the head, 0 on its sides. */
const topness = ([x, y, z]: V3) => ramp(0.42, 0.82, y + 0.12 * noise(scale([x, y, z], 3))) * ramp(-0.95, -0.45, z);

/** Short hair: combed back from the forehead, lying flat over the ears. */
export function growCombed(part: PartBuilder, scalp: Scalp): void {
  const { look, sdf, chance } = scalp;
  const style = look.hair.style === 'brushed-up' || look.hair.style === 'crown-bare' ? look.hair.style : 'swept';
  const comb: Comb = COMBS[style];
  const parting = look.hair.parting;
  const sweep = parting === undefined ? 1 : -Math.sign(parting);

  const wayAt = (p: V3): V3 => {
    const back = ramp(-0.35, -0.85, p[2]);
    const side = mix3([0.05 * Math.sign(p[0]), -0.62, -0.75], [0, -1, -0.15], back);
    // Beyond a parting hair falls to its own side.
    const over = parting !== undefined && (p[0] - parting) * Math.sign(parting) > 0 ? -0.7 : 1;
    const crossing: V3 = [comb.top[0] * sweep * over, comb.top[1], comb.top[2]];
    const swirl = 0.28 * noise(scale(p, 2.4));
    return unit(mix3(side, [crossing[0] + swirl, crossing[1], crossing[2]], topness(p)));
  };

  const strand = (root: V3, id: number, fine: boolean) => {
    const top = topness(root);
    const depth = hairDepth(look, root);
    const edge = ramp(0.22, 0.0, depth) * ramp(0.2, 0.6, root[2]);
    const rise = mix(style === 'crown-bare' ? 0.028 : 0.02, comb.body, top) * (0.55 + 0.8 * chance()) + comb.fringe * edge * top * (0.5 + 0.6 * chance());
    const own = mix(comb.lengthSide, comb.lengthTop, top) * (0.75 + 0.5 * chance());
    // Where the sides are short at the neck and before the ears, hair is shorter still.
    const clipped = mix(0.5, 1, ramp(0.02, 0.3, depth));
    const flow: Flow = {
      sdf,
      way: (p, share) => {
        const w = wayAt(p);
        // At the forehead it stands up before it lies back.
        return edge > 0 && top > 0.3 ? unit([w[0], w[1] + edge * 0.9 * (1 - share), w[2] + edge * 0.25 * (1 - share)]) : w;
      },
      lift: (share) => 0.004 + rise * Math.sin(Math.PI * Math.min(1, 0.12 + share * 0.72)) ** 0.8,
      hug: () => (style === 'brushed-up' && top > 0.4 ? 0.7 : 0.85),
      length: own * (top > 0.5 ? 1 : clipped) * (fine ? 0.7 : 1),
      steps: fine ? 6 : 9,
      waver: 0.22,
    };
    const width = fine ? 0.006 + 0.005 * chance() : mix(0.018, 0.036, top) * (0.7 + 0.6 * chance());
    addLock(
      part,
      grow(root, flow, id),
      { width, thick: width * 0.55, root: 0.35, tip: 0.06, color: scalp.colorAt(root, id), id, open: fine ? 0.85 : mix(0.72, 0.55, top) },
      fine ? 3 : 5,
    );
  };

  const thick = style === 'crown-bare' ? 420 : 620;
  for (const [id, root] of scalp.roots(thick).entries()) strand(root, id, false);
  // Single hairs over the locks and along the border, which is never a line.
  for (const [id, root] of scalp.roots(style === 'crown-bare' ? 500 : 900, -0.03).entries()) {
    if (hairDepth(look, root) < 0.07 || chance() < 0.2) strand(root, id + 1000, true);
  }
}
