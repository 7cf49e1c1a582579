/** How well two raters agree. Written out here rather than taken from a package: each is a few lines, checked by hand in the tests. */

/**
 * Cohen's kappa with quadratic weights on the levels `lowest` to `highest`: 1 is agreement, 0 what chance gives, and missing
 * by two levels costs four times as much as missing by one. None when both always give the same single level.
 */
export function quadraticWeightedKappa(first: readonly number[], second: readonly number[], lowest = 1, highest = 5): number | null {
  const pairs = paired(first, second);
  if (pairs.length === 0) return null;
  const span = (highest - lowest) ** 2;
  let seen = 0;
  let expected = 0;
  for (const [a, b] of pairs) seen += (a - b) ** 2 / span;
  for (const [a] of pairs) for (const [, b] of pairs) expected += (a - b) ** 2 / span / pairs.length;
  return expected === 0 ? null : 1 - seen / expected;
}

/** Rank correlation; tied values share the mean of their ranks. None when one of the two does not vary. */
export function spearman(first: readonly number[], second: readonly number[]): number | null {
  const pairs = paired(first, second);
  if (pairs.length < 2) return null;
  return pearson(ranks(pairs.map(([a]) => a)), ranks(pairs.map(([, b]) => b)));
}

/** How many levels one is off on average. */
export function meanAbsoluteError(first: readonly number[], second: readonly number[]): number | null {
  const pairs = paired(first, second);
  return pairs.length === 0 ? null : pairs.reduce((sum, [a, b]) => sum + Math.abs(a - b), 0) / pairs.length;
}

function paired(first: readonly number[], second: readonly number[]): [number, number][] {
  if (first.length !== second.length) throw new Error(`cannot compare ${first.length} ratings with ${second.length}`);
  return first.flatMap((a, index) => {
    const b = second[index];
    return b === undefined ? [] : [[a, b]];
  });
}

function ranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function pearson(first: readonly number[], second: readonly number[]): number | null {
  const pairs = paired(first, second);
  const [middleA, middleB] = [mean(first), mean(second)];
  let together = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (const [a, b] of pairs) {
    together += (a - middleA) * (b - middleB);
    squaresA += (a - middleA) ** 2;
    squaresB += (b - middleB) ** 2;
  }
  return squaresA === 0 || squaresB === 0 ? null : together / Math.sqrt(squaresA * squaresB);
}
