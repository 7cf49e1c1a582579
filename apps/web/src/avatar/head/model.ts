import type { V3 } from './maths.ts';
import type { MoveTable } from './moves.ts';
import type { Part } from './part.ts';

/** A head as it leaves the worker: numbers only, to be kept and sent as they are. */
export type HeadModel = {
  readonly parts: readonly Part[];
  /** Parts of the eyes turn with the gaze, about these points; others have none. */
  readonly pivots: readonly (V3 | undefined)[];
  readonly moves: MoveTable;
  /** Lines of age: x, y, x, y of the ends of each, then how deep it is and how far its middle stands off. */
  readonly creases: Float32Array;
  readonly depths: Float32Array;
  readonly freckles: number;
  readonly stubble: string;
};

/** Every buffer, to hand them over instead of copying them. */
export const buffersOf = ({ parts, moves, creases, depths }: HeadModel): ArrayBufferLike[] => [
  ...parts.flatMap(({ positions, normals, colors, traits, follow, ride, indices }) =>
    [positions, normals, colors, traits, follow, ride, indices].map(({ buffer }) => buffer),
  ),
  moves.data.buffer,
  creases.buffer,
  depths.buffer,
];
