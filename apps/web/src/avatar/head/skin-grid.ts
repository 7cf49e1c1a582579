import { EYE, MIDDLE, MOUTH_Y } from './form.ts';
import { along, bell, clamp, mix, ramp, type V3 } from './maths.ts';
import { reachOf, type Sdf } from './sdf.ts';

/** How open the eyes are, as heights of the two lids: 1 and 1 is wide awake, 0 and 1 shut. */
export type Lids = { readonly upper: number; readonly lower: number };
export type Lips = { readonly width: number; readonly full: number };

export const COLUMNS = 132;
const UPPER_LID = 0.107;
const LOWER_LID = 0.06;
const EYE_HALF = 0.195;

/** Rows come in bands between landmarks; the last row of a band is the landmark itself. */
const BANDS = [
  ['forehead', 11],
  ['brow', 11],
  ['crease', 8],
  ['upper lid', 6],
  ['lower lid', 1],
  ['cheek', 9],
  ['nose', 12],
  ['upper lip', 8],
  ['mouth above', 7],
  ['mouth below', 1],
  ['lower lip', 8],
  ['chin dip', 5],
  ['chin', 9],
  ['neck', 24],
] as const;

export type Band = (typeof BANDS)[number][0];
export type Row = { readonly band: Band; readonly share: number };

/** The pole of the skull, then every band from its first row to its landmark. */
export const ROWS: readonly Row[] = [
  { band: 'forehead', share: 0 },
  ...BANDS.flatMap(([band, count]) => Array.from({ length: count }, (_, i) => ({ band, share: (i + 1) / count }))),
];

export const rowOf = (band: Band): number => ROWS.findLastIndex((row) => row.band === band);
export const LID_ABOVE = rowOf('upper lid');
export const LID_BELOW = rowOf('lower lid');
export const LIP_ABOVE = rowOf('mouth above');
export const LIP_BELOW = rowOf('mouth below');

/** Where a column looks: 0 to the viewer, ±π to the back. Columns crowd at the front. */
export function azimuthOf(column: number): number {
  const u = (column / COLUMNS) * 2 - 1;
  return Math.PI * (u - (0.62 * Math.sin(Math.PI * u)) / Math.PI);
}

/** Where on the eye a point at `x` is: −1 at the inner corner, 1 at the outer one. */
export const acrossEye = (x: number): number => (Math.abs(x) - EYE.x) / EYE_HALF;

export function lidLine(x: number, lids: Lids): { upper: number; lower: number; crease: number } {
  const e = acrossEye(x);
  const corners = mix(-0.026, 0.012, clamp((e + 1) / 2));
  const arch = Math.max(0, 1 - e * e);
  const above = UPPER_LID * arch ** 0.68 * (1 - 0.14 * e);
  const below = -LOWER_LID * arch ** 0.8 * (1 + 0.12 * e);
  const fold = UPPER_LID * 0.96 * Math.max(0, 1 - (e * 0.86) ** 2) ** 0.7;
  return { upper: corners + mix(below, above, lids.upper), lower: corners + mix(above * 0.25, below, lids.lower), crease: corners + fold + 0.047 };
}

/** Heights of the red of the lips over and under the line between them; `s` is −1 … 1 from corner to corner. */
export function lipHeights(s: number, { full }: Lips): { line: number; above: number; below: number } {
  const a = Math.min(1, Math.abs(s));
  const outside = 0.014 + 0.03 * ramp(1, 2, Math.abs(s));
  const bow = 1 + 0.16 * bell(a - 0.2, 0.17) - 0.2 * bell(a, 0.09);
  return {
    line: MOUTH_Y - 0.008 * bell(a, 0.3) + 0.012 * a * a,
    above: Math.max(outside, 0.072 * full * (1 - a ** 1.7) ** 0.8 * bow),
    below: Math.max(outside, 0.098 * full * (1 - a ** 2.3) ** 0.75),
  };
}

export type Grid = {
  /** Vertex of a row and column. Rows of a lid or lip share their vertices outside of it. */
  readonly id: (row: number, column: number) => number;
  readonly size: number;
  readonly triangles: readonly number[];
  /** Columns in which the eye is, and the mouth is. */
  readonly inEye: (column: number) => boolean;
  readonly inMouth: (column: number) => boolean;
};

/** The same for every pose of one head: only where its points are changes. */
export function layGrid(sdf: Sdf, lips: Lips): Grid {
  const eyeColumns = new Set<number>();
  const mouthColumns = new Set<number>();
  for (let c = 0; c < COLUMNS; c++) {
    const phi = azimuthOf(c);
    if (Math.cos(phi) < 0.2) continue;
    if (Math.abs(acrossEye(Math.sin(phi) * ringReach(sdf, phi, 0))) < 0.985) eyeColumns.add(c);
    if (Math.abs(Math.sin(phi) * ringReach(sdf, phi, MOUTH_Y)) < lips.width * 0.985) mouthColumns.add(c);
  }
  const ids: number[][] = [];
  let size = 0;
  for (const r of ROWS.keys()) {
    ids.push(
      Array.from({ length: COLUMNS }, (_, c) => {
        const shared = (r === LID_BELOW && !eyeColumns.has(c)) || (r === LIP_BELOW && !mouthColumns.has(c));
        return shared ? (ids[r - 1]?.[c] ?? 0) : size++;
      }),
    );
  }
  const id = (row: number, column: number) => ids[row]?.[(column + COLUMNS) % COLUMNS] ?? 0;
  const triangles: number[] = [];
  for (let r = 0; r < ROWS.length - 1; r++) {
    if (r === LID_ABOVE || r === LIP_ABOVE) continue;
    for (let c = 0; c < COLUMNS; c++) {
      const [a, b, d, e] = [id(r, c), id(r, c + 1), id(r + 1, c), id(r + 1, c + 1)];
      if (r > 0) triangles.push(a, d, b);
      triangles.push(b, d, e);
    }
  }
  return { id, size, triangles, inEye: (c) => eyeColumns.has(c), inMouth: (c) => mouthColumns.has(c) };
}

/** How far the skin is from the axis of the head at a height, towards an azimuth. */
function ringReach(sdf: Sdf, azimuth: number, y: number): number {
  return reachOf(sdf, [0, y, MIDDLE[2]], [Math.sin(azimuth), 0, Math.cos(azimuth)], 1.9);
}

/** The elevations of all landmarks in one column, from the pole down. */
function landmarks(sdf: Sdf, column: number, lids: Lids, lips: Lips, chin: number): ReadonlyMap<Band, number> {
  const phi = azimuthOf(column);
  const front = Math.cos(phi) > 0;
  const reach = (y: number) => ringReach(sdf, phi, y);
  const at = (y: number) => Math.atan2(y - MIDDLE[1], reach(y));
  const lid = lidLine(front ? Math.sin(phi) * reach(0) : 2, lids);
  const s = front ? (Math.sin(phi) * reach(MOUTH_Y)) / lips.width : 3;
  const lip = lipHeights(s, lips);
  return new Map<Band, number>([
    ['forehead', at(0.74)],
    ['brow', at(0.3)],
    ['crease', at(lid.crease)],
    ['upper lid', at(lid.upper)],
    ['lower lid', at(lid.lower)],
    ['cheek', at(-0.2)],
    ['nose', at(-0.52)],
    ['upper lip', at(lip.line + lip.above)],
    ['mouth above', at(lip.line)],
    ['mouth below', at(lip.line)],
    ['lower lip', at(lip.line - lip.below)],
    ['chin dip', at(-0.94 - chin * 0.4)],
    // Beside the chin the way out at its height leads to the neck: only an angle changes smoothly there.
    ['chin', mix(Math.atan2(-1.17 - chin - MIDDLE[1], 0.82), -1.02, ramp(0, 1.3, Math.abs(phi)))],
    ['neck', at(-2.15)],
  ]);
}

/** Every point of the skin for one state of the lids, before lips and folds are modelled on it; with `rest`, only what lids move is sought again. */
export function placePoints(sdf: Sdf, grid: Grid, lids: Lids, lips: Lips, chin: number, rest?: readonly V3[]): V3[] {
  const points: V3[] = rest ? [...rest] : Array.from({ length: grid.size }, () => [0, 0, 0]);
  for (let c = 0; c < COLUMNS; c++) {
    const phi = azimuthOf(c);
    if (rest && (Math.cos(phi) < 0.2 || Math.abs(acrossEye(rest[grid.id(LID_ABOVE, c)]?.[0] ?? 9)) > 1.25)) continue;
    const marks = landmarks(sdf, c, lids, lips, chin);
    let from = Math.PI / 2;
    let band: Band = 'forehead';
    for (const [r, row] of ROWS.entries()) {
      if (row.band !== band) {
        from = marks.get(band) ?? from;
        band = row.band;
      }
      if (rest && row.band !== 'crease' && row.band !== 'upper lid' && row.band !== 'lower lid' && row.band !== 'cheek') continue;
      // A shared vertex keeps the place its first row gave it.
      if ((r === LID_BELOW && !grid.inEye(c)) || (r === LIP_BELOW && !grid.inMouth(c))) continue;
      const theta = mix(from, marks.get(band) ?? 0, row.share);
      const direction: V3 = [Math.cos(theta) * Math.sin(phi), Math.sin(theta), Math.cos(theta) * Math.cos(phi)];
      points[grid.id(r, c)] = along(MIDDLE, direction, reachOf(sdf, MIDDLE, direction, 2.2));
    }
  }
  return points;
}
