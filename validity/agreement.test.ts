import { describe, expect, it } from 'vitest';
import { meanAbsoluteError, quadraticWeightedKappa, spearman } from './agreement.ts';

describe('quadratic weighted kappa', () => {
  it('is 1 for the same levels and -1 for the opposite ones', () => {
    expect(quadraticWeightedKappa([1, 3, 5], [1, 3, 5])).toBe(1);
    expect(quadraticWeightedKappa([1, 5], [5, 1])).toBe(-1);
  });

  it('is what a hand computes', () => {
    // Seen: (0 + 1 + 0 + 1) = 2. Expected by chance, each of the first against each of the second, over 4:
    // 1 against 1 3 3 5 is 0+4+4+16, 2 is 1+1+1+9, 3 is 4+0+0+4, 4 is 9+1+1+1, together 56 / 4 = 14. Kappa is 1 - 2 / 14.
    expect(quadraticWeightedKappa([1, 2, 3, 4], [1, 3, 3, 5])).toBeCloseTo(1 - 2 / 14, 10);
  });

  it('is 0 for a rater who says the same whatever is heard', () => {
    expect(quadraticWeightedKappa([1, 2, 4, 5], [3, 3, 3, 3])).toBeCloseTo(0, 10);
  });

  it('is none where there is nothing to tell apart', () => {
    expect(quadraticWeightedKappa([3, 3], [3, 3])).toBeNull();
    expect(quadraticWeightedKappa([], [])).toBeNull();
  });
});

describe('Spearman', () => {
  it('looks at the order only', () => {
    expect(spearman([1, 2, 3, 4], [10, 20, 30, 1000])).toBeCloseTo(1, 10);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 10);
  });

  it('is 1 - 6 Σd² / n(n² - 1) without ties', () => {
    // Differences of rank 0, 1, 1, 0, 0: 1 - 6 * 2 / (5 * 24).
    expect(spearman([1, 2, 3, 4, 5], [1, 3, 2, 4, 5])).toBeCloseTo(0.9, 10);
  });

  it('shares the ranks of ties', () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5, sums of squares 4.5 and 5.
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 10);
  });

  it('is none where one side does not vary', () => {
    expect(spearman([2, 2, 2], [1, 2, 3])).toBeNull();
    expect(spearman([1], [1])).toBeNull();
  });
});

describe('mean absolute error', () => {
  it('counts levels', () => {
    expect(meanAbsoluteError([1, 3, 5], [2, 3, 3])).toBe(1);
    expect(meanAbsoluteError([], [])).toBeNull();
  });

  it('refuses lists of different lengths', () => {
    expect(() => meanAbsoluteError([1], [1, 2])).toThrow('cannot compare 1 ratings with 2');
  });
});
