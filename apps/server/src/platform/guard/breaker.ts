/** A row of failures that a provider does not recover from by being asked again. */
const inARow = 5;
/** Of so many calls, half. */
const window = 20;
const firstWaitMs = 10_000;
const longestWaitMs = 120_000;

/**
 * Leaves a provider alone that fails: open, it lets nothing through; after a while it lets one call try, and closes when
 * that one goes well. Each try that fails doubles the wait.
 */
export class Breaker {
  readonly #now: () => number;
  #streak = 0;
  #last: boolean[] = [];
  #openedAt: number | null = null;
  #waitMs = firstWaitMs;
  #trying = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Since when nothing is let through; null when closed. */
  get openedAt(): number | null {
    return this.#openedAt;
  }

  get letsThrough(): boolean {
    return this.#openedAt === null || (!this.#trying && this.#now() >= this.#openedAt + this.#waitMs);
  }

  /** A call begins that was let through. True when it is the one that tries whether the provider is back. */
  begin(): boolean {
    this.#trying ||= this.#openedAt !== null;
    return this.#openedAt !== null;
  }

  wentWell(trying: boolean): void {
    // What was asked before it opened and comes now says nothing about whether new calls go well.
    if (this.#openedAt !== null && !trying) return;
    if (trying) this.#close();
    this.#note(true);
  }

  failed(trying: boolean): void {
    if (trying) {
      this.#trying = false;
      this.#waitMs = Math.min(longestWaitMs, this.#waitMs * 2);
      this.#openedAt = this.#now();
      return;
    }
    if (this.#openedAt !== null) return;
    this.#note(false);
    const badOnes = this.#last.filter((well) => !well).length;
    if (this.#streak >= inARow || (this.#last.length >= window && badOnes >= window / 2)) this.#openedAt = this.#now();
  }

  /** The call ended without telling anything about the provider: another one may try. */
  toldNothing(trying: boolean): void {
    if (trying) this.#trying = false;
  }

  #close(): void {
    this.#openedAt = null;
    this.#trying = false;
    this.#waitMs = firstWaitMs;
    this.#last = [];
    this.#streak = 0;
  }

  #note(well: boolean): void {
    this.#streak = well ? 0 : this.#streak + 1;
    this.#last = [...this.#last.slice(1 - window), well];
  }
}
