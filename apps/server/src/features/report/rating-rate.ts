import type { MemberId } from '@coachvisio/contract/id.ts';
import type { Clock } from '../../platform/clock.ts';

/** Ratings that one member may ask for in a minute: each may ask a model two dozen questions that somebody pays. */
export const ratingsAMinute = 10;

/** Counts what each member asks for, minute by minute, in this process. */
export class RatingRate {
  readonly #counts = new Map<MemberId, number>();
  #minute = 0;

  allows(member: MemberId, clock: Clock): boolean {
    const minute = Math.floor(clock.now() / 60_000);
    if (minute !== this.#minute) this.#counts.clear();
    this.#minute = minute;
    const count = (this.#counts.get(member) ?? 0) + 1;
    this.#counts.set(member, count);
    return count <= ratingsAMinute;
  }
}
