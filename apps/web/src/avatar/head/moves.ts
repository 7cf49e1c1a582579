import { sub, type V3 } from './maths.ts';
import { type Move, MOVES, type Skin } from './skin.ts';

/** Steps of the table per unit: 0.00012 of a head is less than a pixel at any size. */
export const MOVE_SCALE = 8192;
export const NORMAL_SCALE = 8192;
export const TABLE_WIDTH = 2048;

/** All movements, as the graphics card reads them: for each movement, for each entry, a step of the point and one of its normal. */
export type MoveTable = { readonly data: Int16Array; readonly entries: number; readonly height: number };

type Steps = Partial<Record<Move | 'tongue', V3>>;

export const TABLE_MOVES = [...MOVES, 'tongue'] as const;

export function createMoveTable(skin: Skin) {
  const extra: Steps[] = [];
  return {
    /** For what has its own way of moving: lower teeth, tongue. */
    add: (steps: Steps): number => skin.rest.length + extra.push(steps) - 1,
    done: (): MoveTable => {
      const entries = skin.rest.length + extra.length;
      const height = Math.ceil((TABLE_MOVES.length * entries * 2) / TABLE_WIDTH);
      const data = new Int16Array(TABLE_WIDTH * height * 4);
      const write = (texel: number, step: V3, unit: number) => {
        for (const k of [0, 1, 2] as const) data[texel * 4 + k] = Math.max(-32767, Math.min(32767, Math.round(step[k] * unit)));
      };
      for (const [move, name] of TABLE_MOVES.entries()) {
        if (name !== 'tongue') {
          const { points, normals } = skin.moves[name];
          for (const [id, rest] of skin.rest.entries()) {
            const texel = (move * entries + id) * 2;
            write(texel, sub(points[id] ?? rest, rest), MOVE_SCALE);
            const normal = skin.normals[id] ?? [0, 0, 1];
            write(texel + 1, sub(normals[id] ?? normal, normal), NORMAL_SCALE);
          }
        }
        for (const [index, steps] of extra.entries()) write((move * entries + skin.rest.length + index) * 2, steps[name] ?? [0, 0, 0], MOVE_SCALE);
      }
      return { data, entries, height };
    },
  };
}

export type MoveTableBuilder = ReturnType<typeof createMoveTable>;
