import { expect, test } from 'vitest';
import '../extended-cast.ts';
import { STILL } from '../figure.ts';
import { faceOf, personaSlugs } from '../personas.ts';
import { EXPRESSIONS, REST } from '../pose.ts';
import { VISEMES } from '../visemes.ts';
import { buildHead } from './build-head.ts';
import { bearingOf } from './drive.ts';
import { EYE } from './form.ts';
import { type Look, personOf } from './look.ts';
import { LOOKS } from './looks.ts';
import { length, sub } from './maths.ts';
import { TABLE_MOVES, TABLE_WIDTH } from './moves.ts';
import { type Move, sculptSkin } from './skin.ts';
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
      for (const other of all.slice(index + 1)) expect(Math.hypot(...one.map((value, k) => value - (other[k] ?? 0)))).toBeGreaterThan(0.15);
    }
  }
});

test('pressed lips win over the jaw, and the eyes stay on the viewer while the head turns', () => {
  const bearing = bearingOf({ pose: { ...REST, open: 0.6, press: 1, upper: 1 }, carriage: { ...STILL, turn: 1 } }, marc.person);
  expect(bearing.moves.jaw).toBeLessThan(0.1);
  expect(bearing.moves.upper).toBe(0);
  expect(Math.abs(bearing.turn + bearing.look.across)).toBeLessThan(0.1);
});
