import type { CriterionProgress } from '@coachvisio/contract/progress.ts';
import { observationsNeeded } from '@coachvisio/contract/progress.ts';

/** A whole level from the first to the last: less is within what one conversation differs from the next. */
const worthSaying = 1;

/**
 * Where the levels of one criterion go, oldest first: the median of the slopes between all pairs (Theil 1950, Sen 1968), so that
 * one odd session turns nothing round. Null below three observations: two points make a line, not a direction.
 */
export function trendOf(levels: readonly number[]): CriterionProgress['trend'] {
  if (levels.length < observationsNeeded) return null;
  const slopes = levels.flatMap((early, i) => levels.slice(i + 1).map((late, gap) => (late - early) / (gap + 1)));
  const change = median(slopes) * (levels.length - 1);
  return change >= worthSaying ? 'up' : change <= -worthSaying ? 'down' : 'steady';
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
