import type { Look } from './look.ts';
import type { Rgb, V3 } from './maths.ts';
import type { Sdf } from './sdf.ts';

export type Scalp = {
  readonly look: Look;
  readonly sdf: Sdf;
  /** Head, shoulders and clothes: what long hair lies on. */
  readonly scene: Sdf;
  readonly chance: () => number;
  /** Points spread evenly over the hair, at least `depth` behind the hairline. */
  readonly roots: (count: number, depth?: number) => V3[];
  /** Points on both sides of a parting, from the forehead to the crown; `at` is where it runs at a depth. */
  readonly beside: (count: number, at: (z: number) => number) => V3[];
  /** A colour for a lock that grows here: no two alike, grey where the person is grey. */
  readonly colorAt: (p: V3, id: number) => Rgb;
  readonly follow: (p: V3) => number;
};
