import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Clock } from '../../platform/clock.ts';

/** Turns of one session in a minute: nobody says more, and each may ask a model that somebody pays. */
export const turnsAMinute = 60;

/** Counts the turns of each session, minute by minute. */
export class TurnRate {
  readonly #clock: Clock;
  readonly #counts = new Map<SessionId, number>();
  #minute = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  allows(session: SessionId): boolean {
    const minute = Math.floor(this.#clock.now() / 60_000);
    if (minute !== this.#minute) this.#counts.clear();
    this.#minute = minute;
    const count = (this.#counts.get(session) ?? 0) + 1;
    this.#counts.set(session, count);
    return count <= turnsAMinute;
  }
}
