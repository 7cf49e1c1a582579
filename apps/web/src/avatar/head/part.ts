import { add, cross, length, type Rgb, scale, sub, unit, type V3 } from './maths.ts';

/** How a surface answers light. */
export const MATERIALS = ['skin', 'hair', 'cloth', 'plain', 'eye', 'mouth', 'glass'] as const;
export type Material = (typeof MATERIALS)[number];

/** Vertices as the graphics card takes them. */
export type Part = {
  readonly material: Material;
  readonly throwsShadow: boolean;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Red, green, blue, and how much sky the point sees. */
  readonly colors: Uint8Array;
  /** What the material wants to know: for hair its direction, for cloth its weave, for skin lips, wetness, stubble. */
  readonly traits: Float32Array;
  /** Share of the movement of the head: 1 on the skull, 0 on the shoulders. */
  readonly follow: Float32Array;
  /** The entry in the table of movements that a vertex goes with; −1 for what only moves with the head. */
  readonly ride: Int32Array;
  readonly indices: Uint32Array;
};

export type Vertex = {
  readonly at: V3;
  readonly normal: V3;
  readonly color: Rgb;
  readonly open?: number;
  readonly traits?: readonly [number, number, number, number];
  readonly follow?: number;
  readonly ride?: number;
};

const SOLID: ReadonlySet<Material> = new Set<Material>(['skin', 'hair', 'cloth']);

/** Collects vertices and triangles of one material. The bars of glasses and single hairs would draw hard lines over a face that is lit softly. */
export function createPart(material: Material, throwsShadow = SOLID.has(material)) {
  const positions: number[] = [];
  const normals: number[] = [];
  const colors: number[] = [];
  const traits: number[] = [];
  const follow: number[] = [];
  const ride: number[] = [];
  const indices: number[] = [];

  const vertex = ({ at, normal, color, open = 1, traits: own = [0, 0, 0, 0], follow: share = 1, ride: entry = -1 }: Vertex): number => {
    positions.push(...at);
    normals.push(...normal);
    colors.push(...color.map((value) => Math.min(255, Math.max(0, value))), open * 255);
    traits.push(...own);
    follow.push(share);
    ride.push(entry);
    return follow.length - 1;
  };

  /** A grid of `rows` × `columns` points; normals come from the grid itself. `flip` turns it inside out. */
  const grid = (rows: number, columns: number, point: (row: number, column: number) => Omit<Vertex, 'normal'>, flip = false): number => {
    const points = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => point(r, c)));
    const at = (r: number, c: number): V3 => points[Math.min(rows - 1, Math.max(0, r))]?.[Math.min(columns - 1, Math.max(0, c))]?.at ?? [0, 0, 0];
    const first = follow.length;
    for (const [r, row] of points.entries()) {
      for (const [c, own] of row.entries()) {
        const n = cross(sub(at(r, c + 1), at(r, c - 1)), sub(at(r + 1, c), at(r - 1, c)));
        vertex({ ...own, normal: length(n) > 1e-9 ? scale(unit(n), flip ? 1 : -1) : [0, 0, 1] });
      }
    }
    for (let r = 0; r < rows - 1; r++) {
      for (let c = 0; c < columns - 1; c++) {
        const a = first + r * columns + c;
        indices.push(a, a + columns, a + 1, a + 1, a + columns, a + columns + 1);
      }
    }
    return first;
  };

  return {
    vertex,
    grid,
    triangle: (a: number, b: number, c: number) => indices.push(a, b, c),
    size: () => follow.length,
    done: (): Part => ({
      material,
      throwsShadow,
      positions: new Float32Array(positions),
      normals: new Float32Array(normals),
      colors: new Uint8Array(colors),
      traits: new Float32Array(traits),
      follow: new Float32Array(follow),
      ride: new Int32Array(ride),
      indices: new Uint32Array(indices),
    }),
  };
}

export type PartBuilder = ReturnType<typeof createPart>;

type Surface = Omit<Vertex, 'at' | 'normal'>;

/** A round bar along a line of points; `radius` may change along it. */
export function addTube(part: PartBuilder, path: readonly V3[], radius: number | ((share: number) => number), surface: Surface, sides = 8): void {
  const thick = typeof radius === 'number' ? () => radius : radius;
  let side: V3 = [0, 0, 1];
  const rings = path.map((p, index) => {
    const tangent = unit(sub(path[Math.min(path.length - 1, index + 1)] ?? p, path[Math.max(0, index - 1)] ?? p));
    const across = cross(tangent, side);
    const a = unit(length(across) > 0.05 ? across : cross(tangent, [1, 0.3, 0]));
    side = unit(cross(a, tangent));
    return { p, a, b: side, r: thick(index / (path.length - 1)) };
  });
  const first = part.size();
  for (const { p, a, b, r } of rings) {
    for (let k = 0; k < sides; k++) {
      const angle = (k / sides) * Math.PI * 2;
      const normal = add(scale(a, Math.cos(angle)), scale(b, Math.sin(angle)));
      part.vertex({ at: add(p, scale(normal, r)), normal, ...surface });
    }
  }
  for (let i = 0; i < rings.length - 1; i++) {
    for (let k = 0; k < sides; k++) {
      const a = first + i * sides + k;
      const b = first + i * sides + ((k + 1) % sides);
      part.triangle(a, b, a + sides);
      part.triangle(b, b + sides, a + sides);
    }
  }
}

/** An ellipsoid. */
export function addBall(part: PartBuilder, middle: V3, radius: V3, surface: Surface, detail = 14): void {
  const first = part.size();
  const columns = detail + 1;
  for (let i = 0; i <= detail; i++) {
    for (let k = 0; k < columns; k++) {
      const [theta, phi] = [(i / detail) * Math.PI, (k / detail) * Math.PI * 2];
      const n: V3 = [Math.sin(theta) * Math.sin(phi), Math.cos(theta), Math.sin(theta) * Math.cos(phi)];
      part.vertex({
        at: [middle[0] + n[0] * radius[0], middle[1] + n[1] * radius[1], middle[2] + n[2] * radius[2]],
        normal: unit([n[0] / radius[0], n[1] / radius[1], n[2] / radius[2]]),
        ...surface,
      });
    }
  }
  for (let i = 0; i < detail; i++) {
    for (let k = 0; k < detail; k++) {
      const a = first + i * columns + k;
      part.triangle(a, a + columns, a + 1);
      part.triangle(a + 1, a + columns, a + columns + 1);
    }
  }
}
