import { judgeNetwork, type Judged } from './network-verdict.ts';

/** `tripsMs`: the round trips that came back so far. */
export type NetworkState =
  | { readonly is: 'measuring'; readonly tripsMs: readonly number[] }
  | ({ readonly is: 'measured'; readonly tripsMs: readonly number[]; readonly lost: number } & Judged)
  | { readonly is: 'none'; readonly why: 'offline' | 'unreachable' };

export interface NetworkWatchParts {
  /** One small question to the server; settles when its answer came, or none will. */
  readonly ping: (signal: AbortSignal) => Promise<void>;
  /** A moment between two questions: the page that has just been opened is still busy with itself. */
  readonly rest: () => Promise<void>;
  /** A steady clock, in milliseconds. */
  readonly now: () => number;
  /** What the device knows of its network. */
  readonly isOnline: () => boolean;
  /** Where `online` and `offline` are told: the window. */
  readonly events: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/** How many round trips count: about a second on a good line. */
export const countedTrips = 8;
/** So many that do not come back tell enough. */
const mostLost = 3;

/** Measures the way to the server, once and again when the network comes back. It decides nothing: nobody is kept from anything. */
export class NetworkWatch {
  readonly #parts: NetworkWatchParts;
  readonly #listeners = new Set<() => void>();
  #state: NetworkState = { is: 'measuring', tripsMs: [] };
  #stop = new AbortController();

  constructor(parts: NetworkWatchParts) {
    this.#parts = parts;
  }

  readonly state = (): NetworkState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Returns what ends it. */
  readonly start = (): (() => void) => {
    const { events } = this.#parts;
    const offline = () => this.#cutOff();
    events.addEventListener('online', this.again);
    events.addEventListener('offline', offline);
    this.again();
    return () => {
      this.#stop.abort();
      events.removeEventListener('online', this.again);
      events.removeEventListener('offline', offline);
    };
  };

  readonly again = (): void => {
    if (!this.#parts.isOnline()) return this.#cutOff();
    this.#stop.abort();
    this.#stop = new AbortController();
    void this.#measure(this.#stop.signal);
  };

  #cutOff(): void {
    this.#stop.abort();
    this.#tell({ is: 'none', why: 'offline' });
  }

  async #measure(stopped: AbortSignal): Promise<void> {
    const { ping, rest, now } = this.#parts;
    let tripsMs: readonly number[] = [];
    let lost = 0;
    this.#tell({ is: 'measuring', tripsMs });
    // The first one also opens the connection, and is not counted.
    for (let trip = 0; trip <= countedTrips && lost < mostLost; trip += 1) {
      const began = now();
      const cameBack = await ping(stopped).then(
        () => true,
        () => false,
      );
      if (stopped.aborted) return;
      const took = now() - began;
      await rest();
      if (stopped.aborted) return;
      if (!cameBack) lost += 1;
      else if (trip > 0) {
        tripsMs = [...tripsMs, took];
        this.#tell({ is: 'measuring', tripsMs });
      }
    }
    const judged = judgeNetwork({ tripsMs, lost });
    this.#tell(judged ? { is: 'measured', tripsMs, lost, ...judged } : { is: 'none', why: 'unreachable' });
  }

  #tell(state: NetworkState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
