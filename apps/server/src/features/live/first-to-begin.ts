import { tooLate } from '../../platform/guard/failure.ts';

export interface Race<P, T> {
  /** In the order in which they are asked. One that stands twice is asked again only when it failed and may do better. */
  readonly ports: readonly P[];
  /** Asks one of them; resolves when it has begun to answer, rejects when it will not. */
  readonly begin: (port: P, signal: AbortSignal) => Promise<T>;
  /** Lets go of an answer that had begun and is not wanted. */
  readonly leave?: (begun: T) => void;
  readonly cancelled: AbortSignal;
  /** Whoever has not begun after so long goes on, and the next one is asked beside it. */
  readonly nextMs: number;
  /** So many are asked because of time alone; the others only when one failed. Left out: all. */
  readonly beside?: number;
  /** Until so long after the start somebody who was asked later does not overtake one who may still begin. */
  readonly preferMs?: number;
  readonly wholeMs: number;
  /** Whether one that failed like this may do better in a moment. */
  readonly mayRepeat: (error: unknown) => boolean;
}

export interface Begun<P, T> {
  readonly port: P;
  /** Its place in the order. */
  readonly index: number;
  readonly begun: T;
  readonly signal: AbortSignal;
  /** Ends what was begun. */
  readonly stop: AbortController;
}

interface Run<P, T> {
  readonly port: P;
  readonly index: number;
  readonly stop: AbortController;
  readonly signal: AbortSignal;
  begun?: { readonly value: T };
  failed: boolean;
}

/** No provider begins in less: asking would only cost. */
const leastMs = 100;

/**
 * The first of several providers that begins to answer. They overlap rather than follow each other: waiting for one to be given
 * up before the next is asked adds both waits, and a learner hears the sum. Those who were asked before the one that begins
 * were too late, and their guards are told so; those who were asked after it are left, which says nothing about them.
 */
export async function firstToBegin<P, T>(race: Race<P, T>): Promise<Begun<P, T>> {
  const { ports, begin, leave, cancelled, nextMs, beside = ports.length, preferMs = 0, wholeMs, mayRepeat } = race;
  const began = performance.now();
  const until = began + wholeMs;
  let waiting = [...ports.entries()];
  const runs: Run<P, T>[] = [];
  let nextAt = began;
  let failure: unknown = new Error('nobody was asked');
  let winner: Run<P, T> | null = null;
  let wake = Promise.withResolvers<void>();
  const onCancel = () => wake.resolve();
  cancelled.addEventListener('abort', onCancel, { once: true });

  const ask = (now: number): void => {
    const next = waiting.shift();
    if (!next) return;
    const [index, port] = next;
    const stop = new AbortController();
    const run: Run<P, T> = { port, index, stop, signal: AbortSignal.any([stop.signal, cancelled]), failed: false };
    runs.push(run);
    nextAt = now + Math.min(nextMs, (until - now) / 2);
    begin(port, run.signal).then(
      (value) => {
        // It began in the moment in which it was stopped.
        if (run.signal.aborted) leave?.(value);
        run.begun = { value };
        wake.resolve();
      },
      (error: unknown) => {
        run.failed = true;
        failure = error;
        if (!mayRepeat(error)) waiting = waiting.filter((one) => one[1] !== port);
        nextAt = performance.now();
        wake.resolve();
      },
    );
  };
  /** Undefined while nobody has begun, or an earlier one may still do so. */
  const ahead = (now: number): Run<P, T> | undefined => {
    const first = runs.filter((run) => run.begun).toSorted((a, b) => a.index - b.index)[0];
    const overtakes = first !== undefined && runs.some((run) => run.index < first.index && !run.failed);
    return overtakes && now < began + preferMs ? undefined : first;
  };

  try {
    for (;;) {
      if (cancelled.aborted) throw cancelled.reason;
      const now = performance.now();
      const first = ahead(now);
      if (first?.begun) {
        winner = first;
        return { port: first.port, index: first.index, begun: first.begun.value, signal: first.signal, stop: first.stop };
      }
      if (now >= until) throw runs.every((run) => run.failed) ? failure : tooLate();
      const idle = runs.every((run) => run.failed);
      if (idle && (waiting.length === 0 || (runs.length > 0 && until - now < leastMs))) throw failure;
      const byTime = (waiting[0]?.[0] ?? beside) < beside;
      if (idle || (byTime && now >= nextAt)) {
        ask(now);
        continue;
      }
      const due = [until, ...(byTime ? [nextAt] : []), ...(runs.some((run) => run.begun) ? [began + preferMs] : [])];
      const timer = setTimeout(() => wake.resolve(), Math.max(0, Math.min(...due) - now));
      await wake.promise;
      clearTimeout(timer);
      wake = Promise.withResolvers();
    }
  } finally {
    cancelled.removeEventListener('abort', onCancel);
    for (const run of runs) {
      if (run === winner || run.failed) continue;
      // Where nobody wants an answer any more, none is late; Node would let this reason replace the first.
      const overtaken = !cancelled.aborted && (winner === null || run.index < winner.index);
      run.stop.abort(overtaken && !run.begun ? tooLate() : undefined);
      if (run.begun) leave?.(run.begun.value);
    }
  }
}

/** A stream that has begun: what came of it until then, and the rest. */
export interface BegunStream<T> {
  readonly pieces: readonly T[];
  readonly rest: AsyncIterator<T>;
}

/** Reads a stream as far as its first piece that counts. */
export async function beginStream<T>(stream: AsyncIterable<T>, signal: AbortSignal, counts: (piece: T) => boolean, nothing: string): Promise<BegunStream<T>> {
  const rest = stream[Symbol.asyncIterator]();
  const pieces: T[] = [];
  for (;;) {
    const { done, value } = await rest.next();
    if (done) throw new Error(signal.aborted ? 'stopped before it began' : nothing);
    pieces.push(value);
    if (counts(value)) return { pieces, rest };
  }
}

/** Closes a stream that nobody reads on: whoever stands before it counts the call as over. */
export const leaveStream = <T>({ rest }: BegunStream<T>): void => void Promise.resolve(rest.return?.()).catch(() => undefined);

/** What had come, then what comes. Left early, the stream is closed. */
export async function* readOn<T>(begun: BegunStream<T>): AsyncGenerator<T> {
  try {
    yield* begun.pieces;
    yield* { [Symbol.asyncIterator]: () => begun.rest };
  } finally {
    await begun.rest.return?.();
  }
}
