import type { Clock } from '../../platform/clock.ts';

/** Frames that may come at once, and how many a second for long: far above what a person and a page do, far below a flood. */
const burst = 60;
const perSecond = 20;

/** A bucket that fills with time: the usual way to bound a rate without counting windows. */
export class FrameRate {
  readonly #clock: Clock;
  #tokens = burst;
  #filledAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  allows(): boolean {
    const now = this.#clock.now();
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1000) * perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
