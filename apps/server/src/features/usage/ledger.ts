import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Clock } from '../../platform/clock.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import type { Prices } from '../../platform/prices.ts';
import { errorCode } from '../../platform/start-error.ts';
import type { Book, Call } from './meter.ts';
import { eurosOf } from './prices.ts';
import { insertCalls, type Latency, upsertLatencies } from './usage.store.ts';

/** A conversation is written down while somebody waits for the answer; its figures are in no hurry. */
const flushMs = 2_000;
/** PostgreSQL's code for a row whose parent is gone: the session was deleted meanwhile. */
const parentIsGone = '23503';

/** Figures of one session that this process plays: kept for a moment, then written together. What is not yet written is lost with the process. */
export class UsageLedger implements Book {
  readonly #ctx: JobCtx;
  readonly #session: SessionId;
  readonly #prices: Prices;
  #calls: Call[] = [];
  #latencies = new Map<number, Latency>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(ctx: JobCtx, session: SessionId, prices: Prices) {
    this.#ctx = ctx;
    this.#session = session;
    this.#prices = prices;
  }

  get clock(): Clock {
    return this.#ctx.clock;
  }

  note(call: Call): void {
    this.#calls.push(call);
    this.#soon();
  }

  /** Again, once more of it is known. */
  latency(latency: Latency): void {
    this.#latencies.set(latency.seq, latency);
    this.#soon();
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#flush();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#flush();
    }, flushMs);
  }

  #flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const calls = this.#calls.splice(0);
    const latencies = [...this.#latencies.values()];
    this.#latencies.clear();
    if (calls.length === 0 && latencies.length === 0) return;
    const { org, log } = this.#ctx;
    const of = { orgId: org, sessionId: this.#session };
    try {
      await this.#ctx.tx(async (tx) => {
        await insertCalls(
          tx,
          of,
          calls.map((call) => ({ ...call, eur: eurosOf(call, this.#prices) })),
        );
        await upsertLatencies(tx, of, latencies);
      });
    } catch (error) {
      const code = errorCode(error instanceof Error ? (error.cause ?? error) : error);
      if (code !== parentIsGone) log.warn({ session: this.#session, err: error }, 'figures of a session were not written');
    }
  }
}
