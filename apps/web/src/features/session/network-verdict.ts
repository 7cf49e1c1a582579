/** Round trips that were made one after the other, and tries that nothing came back from. */
export interface Trips {
  readonly tripsMs: readonly number[];
  readonly lost: number;
}

export interface Judged {
  /** What it is good for: talking; talking with patience, or typing; typing. */
  readonly verdict: 'good' | 'usable' | 'bad';
  /** Half of the round trips were no slower. */
  readonly p50: number;
  /** How much one differs from the next, on average. */
  readonly jitter: number;
}

/**
 * People who talk do not notice 150 ms one way, and bear 400 (ITU-T G.114): there and back, twice that. A turn waits for both
 * ways once, before its first sound; cutting in waits for neither, since the page falls silent by itself.
 */
const goodMs = 300;
const usableMs = 800;
/**
 * The persona's sound runs up to 600 ms ahead of what is heard, so a little unrest is never heard at all. One that differs by
 * a fifth of a second from packet to packet has stalls of three times that in it, and then words break off.
 */
const goodJitterMs = 60;
const usableJitterMs = 200;
/** One of eight that does not come back within two seconds may be chance; two are a hole in every minute of speech. */
const usableLost = 1;

/** Null where nothing came back. */
export function judgeNetwork({ tripsMs, lost }: Trips): Judged | null {
  if (tripsMs.length === 0) return null;
  const p50 = medianOf(tripsMs);
  const jitter = jitterOf(tripsMs);
  const isGood = lost === 0 && p50 <= goodMs && jitter <= goodJitterMs;
  const isUsable = lost <= usableLost && p50 <= usableMs && jitter <= usableJitterMs;
  return { verdict: isGood ? 'good' : isUsable ? 'usable' : 'bad', p50: Math.round(p50), jitter: Math.round(jitter) };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

function jitterOf(values: readonly number[]): number {
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
}
