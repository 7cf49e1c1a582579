import type { Crease, Look, Person } from './look.ts';
import { addEars } from './ears.ts';
import { growHair } from './hair.ts';
import { addGlasses, addJewels } from './extras.ts';
import { dress } from './garments.ts';
import { addCorners, makeEyes, makeMouth } from './inside.ts';
import type { V3 } from './maths.ts';
import type { HeadModel } from './model.ts';
import { createMoveTable } from './moves.ts';
import { createPart, type Part } from './part.ts';
import type { Sdf } from './sdf.ts';
import { growStrands } from './strands.ts';
import { addChest } from './chest.ts';
import { torsoSdf } from './torso.ts';
import { sculptSkin } from './skin.ts';
import { paintSkin } from './skin-paint.ts';

/** Makes a whole person: takes about a second, so it belongs in a worker. */
export function buildHead(look: Look, person: Person): HeadModel {
  const skin = sculptSkin(look, person);
  const moves = createMoveTable(skin);
  const parts: Part[] = [];
  const pivots: (V3 | undefined)[] = [];
  const put = (part: Part, pivot?: V3) => {
    if (part.indices.length === 0) return;
    parts.push(part);
    pivots.push(pivot);
  };
  const body = torsoSdf(look.shoulders, look.form.neck);
  const scene: Sdf = (x, y, z) => Math.min(skin.sdf(x, y, z), body(x, y, z));
  put(paintSkin(skin, look, person, scene));
  const flesh = createPart('skin');
  // Loose curls cover the ears.
  if (look.hair.style !== 'curls') addEars(flesh, look, person);
  addChest(flesh, body, scene, person);
  put(flesh.done());
  // Long hair lies on the clothes, not on the skin under them.
  for (const hair of growHair(look, (x, y, z) => Math.min(skin.sdf(x, y, z), body(x, y, z) - 0.14))) put(hair);
  put(growStrands(skin, look, person));
  for (const part of dress(look, body, scene)) put(part);
  const eyes = makeEyes();
  for (const [index, part] of eyes.parts.entries()) put(part, eyes.pivots[index]);
  put(makeMouth(skin, person, moves));
  const plain = createPart('plain');
  const glass = createPart('glass');
  addCorners(plain, person);
  if (look.jewels && look.hair.style !== 'curls') addJewels(plain, look.jewels);
  if (look.glasses) addGlasses(plain, glass, look.glasses);
  put(plain.done());
  put(glass.done());
  const { creases, depths } = lineUp(look.creases);
  return { parts, pivots, moves: moves.done(), creases, depths, freckles: look.freckles ?? 0, stubble: look.beard?.color ?? '#000000' };
}

/** How far a crease stands off its chord in the middle. */
const bulgeOf = ({ from: [ax, ay], by: [mx, my], to: [bx, by] }: Crease) =>
  ((mx - (ax + bx) / 2) * (ay - by) + (my - (ay + by) / 2) * (bx - ax)) / (2 * Math.hypot(bx - ax, by - ay));

/** The shader bends each crease as a parabola over its chord: how deep it is, and that distance. */
function lineUp(curves: readonly Crease[]): { creases: Float32Array; depths: Float32Array } {
  const kept = curves.slice(0, 24);
  return {
    creases: new Float32Array(kept.flatMap(({ from, to }) => [...from, ...to])),
    depths: new Float32Array(kept.flatMap((crease) => [crease.depth, bulgeOf(crease)])),
  };
}
