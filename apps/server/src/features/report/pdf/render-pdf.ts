import { Worker } from 'node:worker_threads';
import type { Report } from '@coachvisio/contract/report.ts';

export interface PdfOrder {
  readonly id: number;
  readonly report: Report;
  readonly portraitSvg: string | null;
}
export type PdfAnswer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly fault: string };

/** A report of a hundred turns takes under a second; past this the thread hangs and is thrown away. */
const TIMEOUT_MS = 20_000;

interface Waiting {
  readonly order: PdfOrder;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (reason: Error) => void;
}

export interface PdfPress {
  /** One after the other, off the main thread. Rejects when the report could not be set within 20 s. */
  render(report: Report, portraitSvg?: string): Promise<Uint8Array>;
  /** Ends the thread; what still waits is rejected. */
  close(): Promise<void>;
}

/** A pool of one: typesetting is short and takes a whole core, so a second thread would only slow the first. */
export function openPdfPress(timeoutMs: number = TIMEOUT_MS): PdfPress {
  const queue: Waiting[] = [];
  let busy: { waiting: Waiting; timer: NodeJS.Timeout } | undefined;
  let worker: Worker | undefined;
  let lastId = 0;

  const start = (): Worker => {
    const started = new Worker(new URL('./pdf-worker.ts', import.meta.url));
    // An idle thread must not keep the process alive.
    started.unref();
    started.on('message', (message: PdfAnswer) => {
      if (message.id !== busy?.waiting.order.id) return;
      if ('pdf' in message) settle((waiting) => waiting.resolve(message.pdf));
      else settle((waiting) => waiting.reject(new Error(message.fault)));
    });
    started.on('error', (error) => lose(started, error instanceof Error ? error : new Error(String(error))));
    started.on('exit', () => lose(started, new Error('The thread that sets PDFs ended early')));
    return started;
  };
  const settle = (how: (waiting: Waiting) => void): void => {
    if (!busy) return;
    const { waiting, timer } = busy;
    clearTimeout(timer);
    busy = undefined;
    worker?.unref();
    how(waiting);
    next();
  };
  const lose = (lost: Worker, reason: Error): void => {
    if (worker !== lost) return;
    worker = undefined;
    void lost.terminate();
    settle((waiting) => waiting.reject(reason));
  };
  const next = (): void => {
    if (busy) return;
    const waiting = queue.shift();
    if (!waiting) return;
    worker ??= start();
    const current = worker;
    current.ref();
    busy = { waiting, timer: setTimeout(() => lose(current, new Error(`A PDF took longer than ${timeoutMs} ms`)), timeoutMs) };
    current.postMessage(waiting.order, []);
  };

  return {
    render: (report, portraitSvg) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        queue.push({ order: { id: lastId, report, portraitSvg: portraitSvg ?? null }, resolve, reject });
        next();
      }),
    close: async () => {
      const ending = worker;
      for (const waiting of queue.splice(0)) waiting.reject(new Error('The PDF press is closed'));
      if (ending) lose(ending, new Error('The PDF press is closed'));
      await ending?.terminate();
    },
  };
}
