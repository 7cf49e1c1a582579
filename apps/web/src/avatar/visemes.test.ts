import { expect, test } from 'vitest';
import { MOUTH_REST, type MouthShape } from './pose.ts';
import { createVisemeTrack, type VisemeEvent, VISEMES } from './visemes.ts';

const keys = Object.keys(MOUTH_REST) as (keyof MouthShape)[];

test('has the fifteen mouths of the Oculus set, no two alike', () => {
  expect(Object.keys(VISEMES)).toEqual(['sil', 'PP', 'FF', 'TH', 'DD', 'kk', 'CH', 'SS', 'nn', 'RR', 'aa', 'E', 'I', 'O', 'U']);
  const shapes = Object.values(VISEMES);
  for (const [index, shape] of shapes.entries()) {
    for (const other of shapes.slice(index + 1)) expect(Math.max(...keys.map((key) => Math.abs(shape[key] - other[key])))).toBeGreaterThan(0.08);
  }
});

test('rests before the first sound, after the last one, and when there is none', () => {
  const track = createVisemeTrack([
    { at: 1000, viseme: 'aa' },
    { at: 1200, viseme: 'sil' },
  ]);
  expect(track(0)).toEqual(MOUTH_REST);
  expect(track(5000)).toEqual(MOUTH_REST);
  expect(createVisemeTrack([])(300)).toEqual(MOUTH_REST);
});

test('closes the lips for a p of 30 ms between two wide vowels', () => {
  const track = createVisemeTrack([
    { at: 0, viseme: 'aa' },
    { at: 200, viseme: 'PP' },
    { at: 230, viseme: 'aa' },
    { at: 400, viseme: 'sil' },
  ]);
  for (const ms of [200, 215, 230, 245]) expect(track(ms)).toMatchObject({ open: 0, press: 1, upper: 0, lower: 0 });
  expect(track(120).open).toBeGreaterThan(0.6);
  expect(track(320).open).toBeGreaterThan(0.6);
});

test('brings the lower lip to the teeth for an f, however short', () => {
  const track = createVisemeTrack([
    { at: 0, viseme: 'O' },
    { at: 150, viseme: 'FF' },
    { at: 180, viseme: 'O' },
    { at: 300, viseme: 'sil' },
  ]);
  expect(track(165).tuck).toBeCloseTo(1);
});

test('starts about 60 ms before the sound, and rounds earlier still', () => {
  const track = createVisemeTrack([
    { at: 0, viseme: 'SS' },
    { at: 300, viseme: 'O' },
    { at: 500, viseme: 'sil' },
  ]);
  expect(track(230).open).toBeCloseTo(VISEMES.SS.open);
  expect(track(285).open).toBeGreaterThan(VISEMES.SS.open + 0.1);
  expect(track(225).protrude).toBeGreaterThan(0.05);
});

test('never jumps: 4 ms move no part of the mouth by more than a fifth', () => {
  const names: VisemeEvent['viseme'][] = ['kk', 'O', 'PP', 'aa', 'TH', 'U', 'FF', 'I', 'sil', 'PP', 'E', 'sil'];
  const track = createVisemeTrack(names.map((viseme, index) => ({ at: 100 + index * 45, viseme })));
  let last = track(0);
  for (let ms = 4; ms < 1200; ms += 4) {
    const now = track(ms);
    for (const key of keys) expect(Math.abs(now[key] - last[key])).toBeLessThan(0.2);
    last = now;
  }
});

test('gives the same answer in any order of asking', () => {
  const track = createVisemeTrack([
    { at: 200, viseme: 'U' },
    { at: 0, viseme: 'E' },
    { at: 400, viseme: 'sil' },
  ]);
  const late = track(250);
  track(10);
  expect(track(250)).toEqual(late);
});
