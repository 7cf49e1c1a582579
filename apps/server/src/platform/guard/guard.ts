import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import { Breaker } from './breaker.ts';
import { endedBy, failedWith, type FailureKind, NotAsked, type Outcome } from './failure.ts';

export interface GuardLimits {
  /** Calls at the same time. */
  readonly atOnce: number;
  /** Calls that wait for one of them to end. */
  readonly waiting: number;
}

/** A call that waits longer than this is better put to somebody else: the learner has stopped speaking. */
const longestWaitMs = 300;
/** A provider that asks to be left alone for a day has no credit left: it is asked again all the same, now and then. */
const longestPauseMs = 10 * 60_000;
/** Calls had to wait, or were turned away, within this time: there is no room for more conversations. */
const busyMs = 5_000;

/** What stands of a provider now, for whoever runs the product. */
export interface GuardState {
  readonly name: string;
  readonly calls: number;
  readonly wentWell: number;
  readonly givenUp: number;
  readonly failures: Readonly<Partial<Record<FailureKind, number>>>;
  readonly inFlight: number;
  readonly waiting: number;
  /** Since when it is not asked for having failed. */
  readonly openedAt: number | null;
  /** Until when it asked to be left alone. */
  readonly pausedUntil: number | null;
  /** `x-ratelimit-*` of its last answer that had some. */
  readonly quota: Readonly<Record<string, string>>;
}

type Leave = (outcome: Outcome) => void;
/** Takes the place that came free; false when it does not want it any more. */
type Waiter = () => boolean;

/** Stands before one provider: how many calls it may have at once, and whether it is asked at all. */
export class Guard {
  readonly name: string;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #limits: GuardLimits;
  readonly #breaker: Breaker;
  readonly #failures = new Map<FailureKind, number>();
  #queue: Waiter[] = [];
  #inFlight = 0;
  #calls = 0;
  #wentWell = 0;
  #givenUp = 0;
  #pausedUntil = 0;
  #busyAt = -Infinity;
  #quota: Readonly<Record<string, string>> = {};

  constructor(name: string, { clock, log }: { readonly clock: Clock; readonly log: Logger }, limits: GuardLimits) {
    this.name = name;
    this.#clock = clock;
    this.#log = log;
    this.#limits = limits;
    this.#breaker = new Breaker(() => clock.now());
  }

  get state(): GuardState {
    return {
      name: this.name,
      calls: this.#calls,
      wentWell: this.#wentWell,
      givenUp: this.#givenUp,
      failures: Object.fromEntries(this.#failures),
      inFlight: this.#inFlight,
      waiting: this.#queue.length,
      openedAt: this.#breaker.openedAt,
      pausedUntil: this.#isPaused ? this.#pausedUntil : null,
      quota: this.#quota,
    };
  }

  /** Whether it has had as much to do as it may, of late. */
  get isBusy(): boolean {
    return this.#queue.length > 0 || this.#clock.now() - this.#busyAt < busyMs;
  }

  /** Lets one call in, or throws {@link NotAsked}. What it returns is called once, with how the call went. */
  async enter(signal: AbortSignal): Promise<Leave> {
    if (!this.#letsThrough) throw this.#notAsked('open');
    if (this.#inFlight < this.#limits.atOnce) this.#inFlight += 1;
    else await this.#wait(signal);
    if (!this.#letsThrough) {
      this.#passOn();
      throw this.#notAsked('open');
    }
    this.#calls += 1;
    const trying = this.#breaker.begin();
    let left = false;
    return (outcome) => {
      if (left) return;
      left = true;
      this.#count(outcome, trying);
      this.#passOn();
    };
  }

  /** `fetch` that keeps what the provider says of its quota, whether the call goes well or not. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const quota = [...response.headers].filter(([name]) => name.startsWith('x-ratelimit-'));
    if (quota.length > 0) this.#quota = Object.fromEntries(quota);
    return response;
  };

  get #isPaused(): boolean {
    return this.#clock.now() < this.#pausedUntil;
  }

  get #letsThrough(): boolean {
    return this.#breaker.letsThrough && !this.#isPaused;
  }

  /** Gives a place to whoever has waited longest. */
  #passOn(): void {
    while (this.#queue.length > 0) if (this.#queue.shift()?.()) return;
    this.#inFlight -= 1;
  }

  #notAsked(kind: NotAsked['kind']): NotAsked {
    this.#failures.set(kind, (this.#failures.get(kind) ?? 0) + 1);
    return new NotAsked(this.name, kind);
  }

  async #wait(signal: AbortSignal): Promise<void> {
    this.#busyAt = this.#clock.now();
    if (this.#queue.length >= this.#limits.waiting) throw this.#notAsked('full');
    const { promise, resolve } = Promise.withResolvers<'free' | 'late' | 'aborted'>();
    let waits = true;
    const end = (why: 'free' | 'late' | 'aborted'): boolean => {
      const waited = waits;
      waits = false;
      if (waited) resolve(why);
      return waited;
    };
    const take: Waiter = () => end('free');
    const onAbort = () => void end('aborted');
    const timer = setTimeout(() => end('late'), longestWaitMs);
    signal.addEventListener('abort', onAbort, { once: true });
    this.#queue.push(take);
    const why = await promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    if (why === 'free') return;
    this.#queue = this.#queue.filter((one) => one !== take);
    if (why === 'late') throw this.#notAsked('full');
    throw signal.reason;
  }

  #count(outcome: Outcome, trying: boolean): void {
    const { openedAt } = this.#breaker;
    this.#take(outcome, trying);
    if (openedAt === this.#breaker.openedAt) return;
    if (this.#breaker.openedAt === null) this.#log.info({ provider: this.name, openMs: this.#clock.now() - (openedAt ?? 0) }, 'a provider is asked again');
    else this.#log.warn({ provider: this.name, failures: Object.fromEntries(this.#failures) }, 'a provider fails and is left alone for a while');
  }

  #take(outcome: Outcome, trying: boolean): void {
    if (outcome === 'well') {
      this.#wentWell += 1;
      this.#breaker.wentWell(trying);
    } else if (outcome === 'given up') {
      this.#givenUp += 1;
      this.#breaker.toldNothing(trying);
    } else {
      const { kind, retryAfterMs } = outcome;
      this.#failures.set(kind, (this.#failures.get(kind) ?? 0) + 1);
      if (kind === 'limited' && retryAfterMs !== null) this.#pausedUntil = this.#clock.now() + Math.min(longestPauseMs, retryAfterMs);
      // It says when to come back, or that this one question was wrong: neither means that the next one fails.
      if ((kind === 'limited' && retryAfterMs !== null) || kind === 'refused') this.#breaker.toldNothing(trying);
      else this.#breaker.failed(trying);
    }
  }
}

/** A call whose answer comes in pieces. It counts as one call until its last piece, or until nobody reads on. */
export async function* guardStream<T>(guard: Guard, signal: AbortSignal, open: () => AsyncIterable<T>): AsyncGenerator<T> {
  const leave = await guard.enter(signal);
  try {
    yield* open();
  } catch (error) {
    leave(failedWith(error, signal));
    throw error;
  } finally {
    leave(endedBy(signal));
  }
}

/** A call whose answer comes at once. */
export async function guardCall<T>(guard: Guard, signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  const leave = await guard.enter(signal);
  try {
    const answer = await call();
    leave('well');
    return answer;
  } catch (error) {
    leave(failedWith(error, signal));
    throw error;
  }
}
