/** How long a client waits with the first sound, so that the next piece is there in time. */
const leadMs = 40;
/** The sound is faded out, not cut. */
const fadeMs = 8;

/**
 * What a listener hears of a turn, by the clock alone: sound is played as it comes, without gaps, held and let go on. A device
 * adds its own delay; browsers say how much, and it is left out here.
 */
export class ReferencePlayer {
  #bufferedMs = 0;
  /** When the first sample would have been played, had it not stopped since. */
  #base: number | null = null;
  #heldAt: number | null = null;
  /** Times that it ran out of sound before the turn was over. */
  underruns = 0;

  push(ms: number, now: number): void {
    if (this.#base === null) this.#base = now + leadMs;
    else if (this.#heldAt === null && now - this.#base > this.#bufferedMs) {
      this.underruns += 1;
      this.#base = now + leadMs - this.#bufferedMs;
    }
    this.#bufferedMs += ms;
  }

  playedMs(now: number): number {
    return this.#base === null ? 0 : Math.max(0, Math.min(this.#bufferedMs, (this.#heldAt ?? now) - this.#base));
  }

  /** When all that came will have been played; null while it is held. */
  get endsAt(): number | null {
    return this.#base === null || this.#heldAt !== null ? null : this.#base + this.#bufferedMs;
  }

  isAudible(now: number): boolean {
    return this.#base !== null && this.#heldAt === null && now < this.#base + this.#bufferedMs;
  }

  /** Stops for now. When the last of it is heard; null when nothing was. */
  hold(now: number): number | null {
    if (!this.isAudible(now)) return null;
    this.#heldAt = now;
    return now + fadeMs;
  }

  goOn(now: number): void {
    if (this.#heldAt === null || this.#base === null) return;
    this.#base += now - this.#heldAt;
    this.#heldAt = null;
  }
}
