import { EYE, headSdf } from './form.ts';
import type { Look, Person } from './look.ts';
import { add, along, bell, clamp, length, mix, ramp, scale, sub, unit, type V3 } from './maths.ts';
import { browFields, mouthFields } from './mouth-fields.ts';
import { normalOf, type Sdf } from './sdf.ts';
import {
  acrossEye,
  azimuthOf,
  COLUMNS,
  type Grid,
  layGrid,
  LID_ABOVE,
  LID_BELOW,
  type Lids,
  LIP_ABOVE,
  LIP_BELOW,
  lipHeights,
  type Lips,
  placePoints,
  ROWS,
  rowOf,
} from './skin-grid.ts';

/** The movements a face is mixed from, in the order in which the graphics card holds them. */
export const MOVES = [
  'jaw',
  'wide',
  'narrow',
  'protrude',
  'smile',
  'sad',
  'upper',
  'lower',
  'tuck',
  'press',
  'skew',
  'frown',
  'worry',
  'raise',
  'cock',
  'half',
  'shut',
  'alert',
  'squint',
] as const;
export type Move = (typeof MOVES)[number];

/** A row of points behind the edge of a lid or lip, or the hem of the lashes: it goes where the edge goes. */
type Hem = { readonly of: 'lid' | 'lip' | 'lash'; readonly side: 1 | -1; readonly ids: readonly number[]; readonly edge: readonly number[] };

export type Skin = {
  readonly sdf: Sdf;
  readonly grid: Grid;
  readonly lips: Lips;
  readonly rest: readonly V3[];
  readonly normals: readonly V3[];
  readonly triangles: readonly number[];
  readonly hems: readonly Hem[];
  /** Row of the grid and column of each vertex; hems have none. */
  readonly rows: Int16Array;
  readonly columns: Int16Array;
  readonly moves: Readonly<Record<Move, { readonly points: readonly V3[]; readonly normals: readonly V3[] }>>;
};

export const BROW_Y = 0.245;

export function sculptSkin(look: Look, person: Person): Skin {
  const { form } = look;
  const sdf = headSdf(form);
  const lips: Lips = { width: (person.lips.width / 100) * 1.02, full: person.lips.full ? 1.22 : 0.92 };
  const grid = layGrid(sdf, lips);
  const awake = person.eyes.lid;
  const open: Lids = { upper: awake, lower: 1 };
  const rows = new Int16Array(grid.size).fill(-1);
  const columns = new Int16Array(grid.size).fill(-1);
  for (const r of ROWS.keys()) {
    for (let c = 0; c < COLUMNS; c++) {
      const id = grid.id(r, c);
      if (rows[id] !== -1) continue;
      rows[id] = r;
      columns[id] = c;
    }
  }
  const { hems, triangles } = addHems(grid);
  const raw = placePoints(sdf, grid, open, lips, form.chin);
  const modelled = (lids: Lids, shut: number) => {
    const placed = lids === open ? raw : placePoints(sdf, grid, lids, lips, form.chin, raw);
    return withHems(model(placed, { sdf, lips, rows, look, person, shut, rest: raw }), hems, shut, person.eyes.lined ? 1 : 0.5);
  };
  const rest = modelled(open, 0);
  const normals = normalsOf(rest, triangles);

  const sideOf = new Int8Array(rest.length).fill(1);
  for (const [id, row] of rows.entries()) if (row >= LIP_BELOW) sideOf[id] = -1;
  for (const { of, side, ids } of hems) if (of === 'lip') for (const id of ids) sideOf[id] = side;
  const edgeOf = new Map(
    hems.flatMap(({ of, ids, edge }) => (of === 'lip' ? ids.map((id, index): [number, number] => [id, edge[index % edge.length] ?? 0]) : [])),
  );

  const fields = { ...mouthFields(lips), ...browFields(BROW_Y, person.mirrored) };
  const moved = (field: (p: V3, side: 1 | -1) => V3) =>
    rest.map((p, id) => {
      // What lies behind a lip moves with its edge, not by where it is.
      const edge = edgeOf.get(id);
      const from = edge === undefined ? p : (rest[edge] ?? p);
      return add(p, sub(field(from, sideOf[id] === 1 ? 1 : -1), from));
    });
  const shape = (points: readonly V3[]) => ({ points, normals: normalsOf(points, triangles) });
  const field = (name: keyof typeof fields) => shape(moved(fields[name]));
  return {
    sdf,
    grid,
    lips,
    rest,
    normals,
    triangles,
    hems,
    rows,
    columns,
    moves: {
      jaw: field('jaw'),
      wide: field('wide'),
      narrow: field('narrow'),
      protrude: field('protrude'),
      smile: field('smile'),
      sad: field('sad'),
      upper: field('upper'),
      lower: field('lower'),
      tuck: field('tuck'),
      press: field('press'),
      skew: field('skew'),
      frown: field('frown'),
      worry: field('worry'),
      raise: field('raise'),
      cock: field('cock'),
      half: shape(modelled({ upper: awake * 0.45, lower: 0.92 }, 0.5)),
      shut: shape(modelled({ upper: 0.02, lower: 0.86 }, 1)),
      alert: shape(modelled({ upper: Math.min(1.22, awake * 1.22), lower: 1.06 }, 0)),
      squint: shape(modelled({ upper: awake * 0.92, lower: 0.42 }, 0)),
    },
  };
}

/** Lids, lips and lashes have an edge and something behind it; all of it hangs on the rows beside a slit. */
function addHems(grid: Grid): { hems: Hem[]; triangles: number[] } {
  const triangles = [...grid.triangles];
  const hems: Hem[] = [];
  let next = grid.size;
  const inLeftEye = (c: number) => grid.inEye(c) && azimuthOf(c) < 0;
  const inRightEye = (c: number) => grid.inEye(c) && azimuthOf(c) > 0;
  for (const [inside, of, above, below, depth] of [
    [inLeftEye, 'lid', LID_ABOVE, LID_BELOW, 2],
    [inRightEye, 'lid', LID_ABOVE, LID_BELOW, 2],
    [grid.inMouth, 'lip', LIP_ABOVE, LIP_BELOW, 3],
  ] as const) {
    const inner = Array.from({ length: COLUMNS }, (_, c) => c).filter((c) => inside(c));
    const columns = [(inner[0] ?? 1) - 1, ...inner, (inner.at(-1) ?? 0) + 1];
    for (const [row, side] of [
      [above, 1],
      [below, -1],
    ] as const) {
      const edge = columns.map((c) => grid.id(row, c));
      let last: readonly number[] = edge;
      const ids: number[] = [];
      for (let ring = 0; ring < depth; ring++) {
        const own = columns.map(() => next++);
        ids.push(...own);
        for (let i = 0; i < own.length - 1; i++) {
          const [a, b, d, e] = [last[i] ?? 0, last[i + 1] ?? 0, own[i] ?? 0, own[i + 1] ?? 0];
          triangles.push(...(side > 0 ? [a, d, b, b, d, e] : [a, b, d, b, e, d]));
        }
        last = own;
      }
      hems.push({ of, side, ids, edge });
      if (of === 'lid') {
        hems.push({ of: 'lash', side, ids: columns.flatMap(() => [next++, next++]), edge });
      }
    }
  }
  return { hems, triangles };
}

type Clay = {
  readonly sdf: Sdf;
  readonly lips: Lips;
  readonly rows: Int16Array;
  readonly look: Look;
  readonly person: Person;
  readonly shut: number;
  readonly rest: readonly V3[];
};

/** Fullness of the lips, the fold over the lid, the bag under it. */
function model(points: readonly V3[], { sdf, lips, rows, look, person, shut, rest }: Clay): V3[] {
  const crease = rowOf('crease');
  return points.map((p, id) => {
    const row = ROWS[rows[id] ?? 0];
    if (!row || p[2] < 0.2) return p;
    const s = p[0] / lips.width;
    const push = (by: number) => (by === 0 ? p : along(p, normalOf(sdf, p), by));
    if (row.band === 'mouth above' || row.band === 'upper lip' || row.band === 'lower lip' || row.band === 'mouth below') {
      const { line, above, below } = lipHeights(s, lips);
      const up = p[1] > line || row.band === 'mouth above';
      const t = row.band === 'mouth below' ? 0 : Math.abs(p[1] - line) / (up ? above : below);
      const side = Math.max(0, 1 - Math.abs(s) ** 2.4) ** 0.6;
      const full = lips.full * (up ? 0.046 : 0.058);
      const bulge =
        t < 1.001
          ? full * Math.sin(Math.PI * (0.16 + 0.74 * t)) - 0.02 * (1 - ramp(0, 0.3, t))
          : full * 0.31 * (1 - ramp(1, 1.5, t)) + 0.008 * bell(t - 1.1, 0.3);
      return along(p, [0, 0, 1], bulge * side);
    }
    const e = acrossEye(rest[id]?.[0] ?? 9);
    const span = Math.max(0, 1 - (e * 0.8) ** 4);
    if (span > 0 && (row.band === 'crease' || row.band === 'upper lid')) {
      const toCrease = (rows[id] ?? 0) - crease;
      const fold = -0.014 * bell(toCrease, 0.8) * (1 - 0.55 * shut);
      const hood = (0.012 + 0.02 * look.age) * bell(toCrease + 2.2, 1.8) * (1 - 0.4 * shut) * (1 + 0.5 * clamp(e));
      return push((fold + hood) * span);
    }
    if (span > 0 && row.band === 'cheek') {
      const bag =
        (person.eyes.tired ? 0.022 : 0.006 + 0.012 * look.age) * bell(row.share - 0.36, 0.17) -
        (person.eyes.tired ? 0.012 : 0.004) * bell(row.share - 0.62, 0.12);
      return push(bag * span);
    }
    return p;
  });
}

function withHems(points: V3[], hems: readonly Hem[], shut: number, lashes: number): V3[] {
  const all = [...points];
  for (const { of, side, ids, edge } of hems) {
    for (const [index, id] of ids.entries()) {
      const at = all[edge[of === 'lash' ? index >> 1 : index % edge.length] ?? 0] ?? [0, 0, 0];
      const column = of === 'lash' ? index >> 1 : index % edge.length;
      const ring = of === 'lash' ? index & 1 : Math.floor(index / edge.length);
      // At the two corners everything closes.
      const inner = column === 0 || column === edge.length - 1 ? 0 : 1;
      all[id] =
        of === 'lip'
          ? behindLip(at, side, ring, inner)
          : of === 'lid'
            ? behindLid(at, side, ring)
            : lashTip(at, side, ring, column / (edge.length - 1), shut, lashes);
    }
  }
  return all;
}

const behindLip = ([x, y, z]: V3, side: 1 | -1, ring: number, inner: number): V3 => {
  const back = [0.035, 0.1, 0.2][ring] ?? 0;
  const away = [-0.006, 0.012, 0.06][ring] ?? 0;
  return [x * (1 - 0.1 * ring), y + side * away * inner, z - back];
};

const eyeMiddle = ([x]: V3): V3 => [Math.sign(x) * EYE.x, EYE.y, EYE.z];

function behindLid(at: V3, side: 1 | -1, ring: number): V3 {
  const middle = eyeMiddle(at);
  const towards = unit(sub(at, middle));
  const p = along(middle, towards, ring === 0 ? EYE.radius + 0.004 : EYE.radius - 0.03);
  return [p[0], p[1] - side * (ring === 0 ? 0.004 : -0.02), p[2]];
}

/** Lashes are a dark hem that lies along the lid, longer to the outside; they turn down when the eye shuts. */
function lashTip(at: V3, side: 1 | -1, tip: number, share: number, shut: number, long: number): V3 {
  const towards = unit(sub(at, eyeMiddle(at)));
  const root = along(at, towards, 0.002);
  if (tip === 0) return [root[0], root[1] - side * 0.004, root[2]];
  const outward = at[0] > 0 ? share : 1 - share;
  const reach = side > 0 ? 0.022 + 0.034 * outward : 0.004 + 0.01 * outward;
  const fade = Math.sin(Math.PI * clamp(share * 0.94 + 0.03)) ** 0.5;
  const up = side > 0 ? mix(0.62, -0.85, shut) : -0.8;
  const direction = unit(add(scale(towards, 0.75), [Math.sign(at[0]) * 0.5 * outward, up, 0.15]));
  return along(root, direction, reach * fade * long);
}

/** Written without small arrays: it runs twenty times over thirty thousand triangles. */
function normalsOf(points: readonly V3[], triangles: readonly number[]): V3[] {
  const sums = new Float64Array(points.length * 3);
  const put = (id: number, x: number, y: number, z: number) => {
    const k = id * 3;
    sums[k] = (sums[k] ?? 0) + x;
    sums[k + 1] = (sums[k + 1] ?? 0) + y;
    sums[k + 2] = (sums[k + 2] ?? 0) + z;
  };
  for (let i = 0; i < triangles.length; i += 3) {
    const ia = triangles[i] ?? 0;
    const ib = triangles[i + 1] ?? 0;
    const ic = triangles[i + 2] ?? 0;
    const a = points[ia];
    const b = points[ib];
    const c = points[ic];
    if (!a || !b || !c) continue;
    const ux = b[0] - a[0];
    const uy = b[1] - a[1];
    const uz = b[2] - a[2];
    const vx = c[0] - a[0];
    const vy = c[1] - a[1];
    const vz = c[2] - a[2];
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    put(ia, x, y, z);
    put(ib, x, y, z);
    put(ic, x, y, z);
  }
  return points.map((_, id) => {
    const n: V3 = [sums[id * 3] ?? 0, sums[id * 3 + 1] ?? 0, sums[id * 3 + 2] ?? 0];
    return length(n) > 1e-12 ? unit(n) : [0, 0, 1];
  });
}
