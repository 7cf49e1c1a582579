import type { Look } from './look.ts';
import { along, curveThrough, type V3 } from './maths.ts';
import type { PartBuilder } from './part.ts';
import { normalOf, type Sdf } from './sdf.ts';
import { inFront } from './torso.ts';

export type Tailor = { readonly cloth: PartBuilder; readonly plain: PartBuilder; readonly body: Sdf; readonly scene: Sdf; readonly look: Look };

/** Lays a drawn line on the front of the body. */
export const drape = ({ body }: Tailor, points: readonly (readonly [number, number])[], lift: number): V3[] => {
  const line = curveThrough(points.map(([x, y]) => inFront(body, x, y, lift)));
  return Array.from({ length: 40 }, (_, i) => {
    const p = line(i / 39);
    const d = body(p[0], p[1], p[2]);
    return d < lift * 0.8 ? along(p, normalOf(body, p), lift - d) : p;
  });
};
