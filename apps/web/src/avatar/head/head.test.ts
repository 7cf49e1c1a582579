import { expect, test } from 'vitest';
import '../extended-cast.ts';
import { STILL } from '../figure.ts';
import { faceOf, personaSlugs } from '../personas.ts';
import { EXPRESSIONS, REST } from '../pose.ts';
import { VISEMES } from '../visemes.ts';
import { buildHead } from './build-head.ts';
import { bearingOf } from './drive.ts';
import { EYE, headSdf } from './form.ts';
import { growHair } from './hair.ts';
import { type Look, personOf } from './look.ts';
import { LOOKS } from './looks.ts';
import { add, along, length, scale, sub, type V3 } from './maths.ts';
import { TABLE_MOVES, TABLE_WIDTH } from './moves.ts';
import { MOVES, type Move, type Skin, sculptSkin } from './skin.ts';
import { hairDepth } from './skin-paint.ts';
import { reachOf } from './sdf.ts';
import { COLUMNS, LID_ABOVE, LID_BELOW, LIP_ABOVE, LIP_BELOW } from './skin-grid.ts';

function someone(slug: string) {
  const look: Look | undefined = LOOKS.get(slug);
  const face = faceOf(slug);
  if (!look || !face) throw new Error(`Nobody is called ${slug}.`);
  return { look, person: personOf(face) };
}

const marc = someone('marc-delattre');
const skin = sculptSkin(marc.look, marc.person);
const columns = Array.from({ length: COLUMNS }, (_, column) => column);

/** The widest opening between two rows in one movement at full strength. */
const gap = (move: Move | undefined, above: number, below: number): number => {
  const points = move ? skin.moves[move].points : skin.rest;
  return Math.max(...columns.map((column) => (points[skin.grid.id(above, column)]?.[1] ?? 0) - (points[skin.grid.id(below, column)]?.[1] ?? 0)));
};

test('everybody with a portrait has a head', () => {
  expect([...LOOKS.keys()].toSorted()).toEqual([...personaSlugs()].toSorted());
});

test('the mouth is shut at rest and pressed, and opens with the jaw', () => {
  expect(gap(undefined, LIP_ABOVE, LIP_BELOW)).toBeLessThan(0.01);
  expect(gap('press', LIP_ABOVE, LIP_BELOW)).toBeLessThan(0.01);
  expect(gap('jaw', LIP_ABOVE, LIP_BELOW)).toBeGreaterThan(0.15);
});

test('the lids meet when the eyes shut, on the ball and not inside of it', () => {
  expect(gap(undefined, LID_ABOVE, LID_BELOW)).toBeGreaterThan(0.1);
  expect(gap('shut', LID_ABOVE, LID_BELOW)).toBeLessThan(0.015);
  for (const move of ['half', 'shut'] as const) {
    for (const column of columns.filter((c) => skin.grid.inEye(c))) {
      const p = skin.moves[move].points[skin.grid.id(LID_ABOVE, column)] ?? [0, 0, 0];
      expect(length(sub(p, [Math.sign(p[0]) * EYE.x, EYE.y, EYE.z]))).toBeGreaterThan(EYE.radius);
    }
  }
});

test('a movement of the mouth leaves the eyes where they are, and the other way round', () => {
  const lid = skin.grid.id(LID_ABOVE, columns.find((c) => skin.grid.inEye(c)) ?? 0);
  const lip = skin.grid.id(LIP_ABOVE, columns.find((c) => skin.grid.inMouth(c)) ?? 0);
  const moved = (move: Move, id: number) => length(sub(skin.moves[move].points[id] ?? [0, 0, 0], skin.rest[id] ?? [0, 0, 0]));
  for (const move of ['jaw', 'narrow', 'protrude', 'upper', 'tuck'] as const) expect(moved(move, lid)).toBeLessThan(0.005);
  for (const move of ['half', 'shut', 'frown', 'raise'] as const) expect(moved(move, lip)).toBeLessThan(0.005);
});

test('a whole head holds together: finite numbers, no index out of reach, little enough to keep', () => {
  const { look, person } = someone('julie-ferrand');
  const model = buildHead(look, person);
  let bytes = model.moves.data.byteLength;
  for (const part of model.parts) {
    const count = part.follow.length;
    expect(part.positions.every(Number.isFinite)).toBe(true);
    expect(part.normals.every(Number.isFinite)).toBe(true);
    expect(part.indices.every((index) => index < count)).toBe(true);
    expect(part.ride.every((entry) => entry < model.moves.entries)).toBe(true);
    bytes += [part.positions, part.normals, part.colors, part.traits, part.follow, part.ride, part.indices].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }
  expect(model.moves.data.length).toBe(TABLE_WIDTH * model.moves.height * 4);
  expect(bytes).toBeLessThan(20e6);
}, 20_000);

test('eight expressions and fifteen visemes move the head in as many ways', () => {
  const told = (pose: typeof REST) => {
    const { moves, nod, lean, look } = bearingOf({ pose, carriage: STILL }, marc.person);
    return [...TABLE_MOVES.map((name) => moves[name]), nod * 4, lean * 4, look.across, look.up];
  };
  for (const poses of [Object.values(EXPRESSIONS), Object.values(VISEMES).map((mouth) => ({ ...REST, ...mouth }))]) {
    const all = poses.map((pose) => told(pose));
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) expect(Math.hypot(...one.map((value, k) => value - (other[k] ?? 0)))).toBeGreaterThan(0.3);
    }
  }
});

test('pressed lips win over the jaw, and the eyes stay on the viewer while the head turns', () => {
  const bearing = bearingOf({ pose: { ...REST, open: 0.6, press: 1, upper: 1 }, carriage: { ...STILL, turn: 1 } }, marc.person);
  expect(bearing.moves.jaw).toBeLessThan(0.1);
  expect(bearing.moves.upper).toBe(0);
  expect(Math.abs(bearing.turn + bearing.look.across)).toBeLessThan(0.1);
});

/** Where a point of the lips is in a pose, as the graphics card mixes it. */
function placed(own: Skin, person: typeof marc.person, pose: Partial<typeof REST>, row: number, column: number): V3 {
  const { moves } = bearingOf({ pose: { ...REST, ...pose }, carriage: STILL }, person);
  const id = own.grid.id(row, column);
  const rest = own.rest[id] ?? [0, 0, 0];
  return MOVES.reduce<V3>((at, move) => add(at, scale(sub(own.moves[move].points[id] ?? rest, rest), moves[move])), rest);
}

test.each(['marc-delattre', 'karen-whitfield'])(
  'the lips of %s meet where they must, and each vowel has a shape of its own',
  (slug) => {
    const { look, person } = someone(slug);
    const own = sculptSkin(look, person);
    const inMouth = columns.filter((column) => own.grid.inMouth(column));
    const at = (pose: Partial<typeof REST>, row: number) => inMouth.map((column) => placed(own, person, pose, row, column));
    const parted = (pose: Partial<typeof REST>) => {
      const below = at(pose, LIP_BELOW);
      return Math.max(...at(pose, LIP_ABOVE).map(([, y], k) => y - (below[k]?.[1] ?? 0)));
    };
    const width = (pose: Partial<typeof REST>) => {
      const across = at(pose, LIP_ABOVE).map(([x]) => x);
      return Math.max(...across) - Math.min(...across);
    };
    for (const mood of Object.values(EXPRESSIONS)) {
      expect(parted(mood)).toBeLessThan(0.015);
      expect(parted({ ...mood, ...VISEMES.PP })).toBeLessThan(0.015);
    }
    const [aa, O, U, E, I] = [VISEMES.aa, VISEMES.O, VISEMES.U, VISEMES.E, VISEMES.I].map((mouth) => ({ parted: parted(mouth), width: width(mouth) }));
    if (!aa || !O || !U || !E || !I) throw new Error('A vowel is missing.');
    expect(aa.parted).toBeGreaterThan(E.parted * 1.3);
    expect(E.parted).toBeGreaterThan(I.parted * 1.3);
    expect(O.parted).toBeGreaterThan(U.parted * 2);
    expect(Math.max(O.width, U.width)).toBeLessThan(aa.width * 0.8);
    expect(I.width).toBeGreaterThan(aa.width * 1.1);
    // On an f the lower lip stands behind the edge of the upper teeth, which are seen over it.
    const middle = inMouth.reduce((best, column) => (Math.abs(columnX(own, column)) < Math.abs(columnX(own, best)) ? column : best));
    expect(placed(own, person, VISEMES.FF, LIP_BELOW, middle)[2]).toBeLessThan(placed(own, person, REST, LIP_BELOW, middle)[2] - 0.12);
    expect(parted(VISEMES.FF)).toBeGreaterThan(0.02);
  },
  20_000,
);

const columnX = (own: Skin, column: number) => own.rest[own.grid.id(LIP_ABOVE, column)]?.[0] ?? 9;

test.each(['helene-vasseur', 'ines-laurent', 'nadia-benkirane'])(
  'no scalp shows through the hair of %s, not even beside the parting',
  (slug) => {
    const { look } = someone(slug);
    const sdf = headSdf(look.form);
    const hair = growHair(look, sdf);
    const cell = 0.08;
    const cells = new Set<string>();
    for (const { positions } of hair) {
      for (let i = 0; i < positions.length; i += 3) {
        cells.add([positions[i], positions[i + 1], positions[i + 2]].map((value) => Math.round((value ?? 0) / cell)).join());
      }
    }
    const bare: V3[] = [];
    for (let i = 0; i < 1500; i++) {
      const y = 1 - (i / 1500) * 1.1;
      const around = Math.sqrt(1 - y * y);
      const direction: V3 = [around * Math.sin(i * 2.39996), y, around * Math.cos(i * 2.39996)];
      const p = along([0, 0.25, -0.15], direction, reachOf(sdf, [0, 0.25, -0.15], direction, 2));
      if (p[1] < 0.3 || hairDepth(look, p) < 0.08) continue;
      // From the skin outwards there is hair within a tenth of a head.
      const covered = [0.02, 0.08, 0.14].some((height) => {
        const q = along(p, direction, height);
        return cells.has(q.map((value) => Math.round(value / cell)).join());
      });
      if (!covered) bare.push(p);
    }
    expect(bare.length).toBeLessThanOrEqual(3);
  },
  20_000,
);
