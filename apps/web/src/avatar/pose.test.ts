import { expect, test } from 'vitest';
import { EXPRESSIONS, type Pose } from './pose.ts';

/** What a viewer reads an expression from, each in about the steps in which it is seen. */
const regions = ({ brow, raise, cock, lid, gx, gy, smile, w, press, skew, lean, bow }: Pose): readonly (readonly number[])[] => [
  [brow, raise, cock],
  [lid * 2, gx, gy],
  [smile, w * 3, press, skew],
  [lean / 5, bow],
];

const far = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((value, k) => value - (b[k] ?? 0)));

test('every expression differs from every other in at least two regions of the face', () => {
  const all = Object.entries(EXPRESSIONS);
  for (const [index, [name, pose]] of all.entries()) {
    for (const [other, its] of all.slice(index + 1)) {
      const own = regions(pose);
      const told = regions(its).filter((region, k) => far(region, own[k] ?? []) > 0.25).length;
      expect(told, `${name} and ${other}`).toBeGreaterThanOrEqual(2);
    }
  }
});

test('an expression keeps its mouth shut: what opens it is speech', () => {
  for (const { open, upper, lower } of Object.values(EXPRESSIONS)) expect([open, upper, lower]).toEqual([0, 0, 0]);
});
