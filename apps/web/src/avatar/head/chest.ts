import type { Person } from './look.ts';
import { mix, mixRgb, rgb } from './maths.ts';
import type { PartBuilder } from './part.ts';
import { normalOf, opennessOf, type Sdf } from './sdf.ts';
import { placeOn } from './torso.ts';

/** The skin that a neckline leaves open. */
export function addChest(part: PartBuilder, body: Sdf, scene: Sdf, person: Person): void {
  const base = rgb(person.skin.base);
  const deep = rgb(person.skin.deep);
  part.grid(30, 40, (r, c) => {
    const at = placeOn(body, { azimuth: mix(-1.5, 1.5, c / 39), elevation: mix(1.36, 0.5, r / 29) }, 0);
    const open = opennessOf(scene, at, normalOf(body, at));
    return { at, color: mixRgb(base, deep, 0.35 * (1 - open)), open: mix(1, open, 0.8), follow: 0 };
  });
}
