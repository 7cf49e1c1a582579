/** Where nobody has played yet: scenarios propose ten to twenty minutes, and people end earlier. */
const usualMs = 10 * 60_000;
/** Fewer conversations than this say nothing about how long the next one lasts. */
const enough = 5;
/** One that has outlasted all others may end at any time. */
const overdueMs = 60_000;

export interface Crowd {
  /** How long each conversation that has a place has had it. */
  readonly ages: readonly number[];
  /** How long the last conversations lasted. */
  readonly lengths: readonly number[];
}

/** How long until so many of them have ended, as far as those before them tell. */
export function estimateWait({ ages, lengths }: Crowd, ends: number): number {
  if (ends <= 0) return 0;
  const known = lengths.length >= enough ? lengths.toSorted((a, b) => a - b) : [usualMs];
  const typical = median(known) ?? usualMs;
  if (ages.length === 0) return typical;
  const left = ages.map((age) => leftOf(age, known)).toSorted((a, b) => a - b);
  // Whoever takes a place that comes free keeps it as long as the others do.
  const round = Math.floor((ends - 1) / left.length);
  return (left[(ends - 1) % left.length] ?? 0) + round * typical;
}

/** Of the conversations that lasted longer than this one so far, how much longer half of them did. */
const leftOf = (age: number, lengths: readonly number[]): number => median(lengths.filter((length) => length > age).map((length) => length - age)) ?? overdueMs;

const median = (sorted: readonly number[]): number | undefined => sorted[Math.floor((sorted.length - 1) / 2)];
