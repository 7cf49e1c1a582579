import type { Clock } from '../../platform/clock.ts';

/** A bucket that fills with time: the usual way to bound a rate without counting windows. */
export class FrameRate {
  readonly #clock: Clock;
  readonly #burst: number;
  readonly #perSecond: number;
  #tokens: number;
  #filledAt: number;

  /** Frames that may come at once, and how many a second for long: far above what a person and a page do, far below a flood. */
  constructor(clock: Clock, burst = 60, perSecond = 20) {
    this.#clock = clock;
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#tokens = burst;
    this.#filledAt = clock.now();
  }

  allows(): boolean {
    const now = this.#clock.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
