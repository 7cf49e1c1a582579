import { circle, round, type Shape, stroke } from '../shape.ts';

type Point = readonly [x: number, y: number];

/** The same seed draws the same head of hair on every page and in every document (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function drawCurls(seed: number, points: readonly Point[], smallest: number, largest: number, color: string): Shape[] {
  const chance = seeded(seed);
  return points.map(([x, y]) =>
    circle(round(x + (chance() - 0.5) * 9), round(y + (chance() - 0.5) * 9), round(smallest + chance() * (largest - smallest)), color),
  );
}

/** Points on the crown of a head of loose curls, and on the mass that falls to the shoulders. */
export function crownPoints(): readonly Point[] {
  const crown = Array.from({ length: 35 }, (_, index): Point => {
    const angle = Math.PI * (1.3 - (1.6 * index) / 34);
    return [240 + 112 * Math.cos(angle) * (1 + 0.05 * Math.sin(index * 1.7)), 216 - 128 * Math.sin(angle)];
  });
  const fall = Array.from({ length: 6 }, (_, index): readonly Point[] => [
    [140 + index * 5, 300 + index * 15],
    [342 - index * 5, 300 + index * 15],
    [130 + index * 2, 262 + index * 20],
    [350 - index * 2, 262 + index * 20],
  ]);
  return [...crown, ...fall.flat()];
}

/** The light caught by single curls, as open spirals. */
export function drawSpirals(seed: number, color: string): Shape {
  const chance = seeded(seed);
  const spirals = Array.from({ length: 44 }, (_, index) => {
    const angle = Math.PI * (1.24 - (1.48 * ((index >> 1) + chance() * 0.6)) / 22);
    const reach = (index % 2 ? 96 : 122) + chance() * 8;
    const x = 240 + reach * Math.cos(angle);
    const y = 212 - reach * 1.12 * Math.sin(angle);
    const r = 5.5 + chance() * 3.5;
    const rotation = Math.round(chance() * 180);
    return y > 345 ? '' : `M${round(x - r)} ${round(y)}a${round(r)} ${round(r * 0.8)} ${rotation} 1 1 ${round(r * 1.7)} ${round(r * 0.45)}`;
  });
  return stroke(spirals.join(''), color, 2.6, 0.75);
}
