import { Worker } from 'node:worker_threads';
import type { Order } from './voice-order.ts';
import type { VoiceAnswer, VoiceOrder } from './voice-thread.ts';

/** Longest wait for a thread to begin: it compiles a megabyte and speaks a few sentences first, a second of a core, which a busy machine gives it in ten. */
const startMs = 30_000;

/** One thread that speaks, and its successors: a thread that ends early is replaced, what it was saying fails. */
export class VoiceSeat {
  readonly #script: URL;
  readonly #silentMs: number;
  readonly #onFree: () => void;
  /** The id of the order to be stopped: a thread that speaks reads no messages. */
  #stop = new Int32Array(new SharedArrayBuffer(4));
  #thread: Worker | null = null;
  #isReady = false;
  #order: Order | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #opened = Promise.withResolvers<void>();
  /** Rejects when the first thread cannot begin. */
  readonly ready: Promise<void>;

  constructor(script: URL, silentMs: number, onFree: () => void) {
    this.#script = script;
    this.#silentMs = silentMs;
    this.#onFree = onFree;
    this.ready = this.#opened.promise;
    this.#start();
  }

  get isFree(): boolean {
    return !this.#closed && !this.#order;
  }

  take(order: Order): void {
    this.#order = order;
    order.onEnd = () => Atomics.store(this.#stop, 0, order.id);
    if (!this.#thread) this.#start();
    this.#thread?.ref();
    if (this.#isReady) this.#post(order);
    this.#watch();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const thread = this.#thread;
    this.#lose(thread, new Error('the embedded voice is closed'));
    await thread?.terminate();
  }

  #start(): void {
    this.#stop = new Int32Array(new SharedArrayBuffer(4));
    this.#isReady = false;
    const thread = new Worker(this.#script, { workerData: this.#stop });
    this.#thread = thread;
    thread.on('message', (answer: VoiceAnswer) => {
      if (thread === this.#thread) this.#hear(answer);
    });
    thread.on('error', (error) => this.#lose(thread, error instanceof Error ? error : new Error(String(error))));
    thread.on('exit', () => this.#lose(thread, new Error('the thread that speaks ended early')));
    this.#watch();
  }

  #post({ id, text, manner, sound }: Order): void {
    const order: VoiceOrder = { id, text, manner, sound };
    this.#thread?.postMessage(order, []);
  }

  #hear(answer: VoiceAnswer): void {
    this.#watch();
    if (answer.type === 'ready') {
      this.#isReady = true;
      this.#opened.resolve();
      if (this.#order && !this.#order.isOver) this.#post(this.#order);
      else {
        this.#free();
        this.#onFree();
      }
      return;
    }
    const order = this.#order;
    if (answer.id !== order?.id) return;
    if (answer.type === 'pieces') order.push(answer.pieces);
    else {
      this.#free();
      order.end(answer.type === 'failed' ? new Error(answer.reason) : null);
      this.#onFree();
    }
  }

  /** An idle thread must not keep the process alive. */
  #free(): void {
    clearTimeout(this.#timer);
    if (this.#order) this.#order.onEnd = null;
    this.#order = null;
    this.#thread?.unref();
  }

  /** Counts silence anew, while something is to come. */
  #watch(): void {
    clearTimeout(this.#timer);
    const thread = this.#thread;
    if (!this.#order && this.#isReady) return;
    const silentMs = this.#isReady ? this.#silentMs : startMs;
    this.#timer = setTimeout(() => this.#lose(thread, new Error(`the thread that speaks was silent for ${silentMs} ms`)), silentMs);
  }

  #lose(lost: Worker | null, reason: Error): void {
    if (!lost || lost !== this.#thread) return;
    void lost.terminate();
    this.#thread = null;
    const neverBegan = !this.#isReady;
    this.#isReady = false;
    this.#opened.reject(reason);
    const order = this.#order;
    this.#free();
    order?.end(reason);
    if (this.#closed) return;
    // A thread that cannot even begin is tried again with the next sentence, not in a circle.
    if (!neverBegan) this.#start();
    this.#onFree();
  }
}
