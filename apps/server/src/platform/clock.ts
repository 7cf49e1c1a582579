/** Where time comes from, so that a test may say what time it is. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The form in which dates cross a wire: ISO 8601, UTC, milliseconds. */
export const isoDate = (ms: number): string => new Date(ms).toISOString();
