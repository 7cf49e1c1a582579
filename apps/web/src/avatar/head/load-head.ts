import type { HeadAnswer, HeadOrder } from './head-worker.ts';
import type { Person } from './look.ts';
import type { HeadModel } from './model.ts';

/** Has a head made off the main thread; `undefined` for somebody who has none. Aborting ends the work. */
export function loadHead(slug: string, person: Person, signal: AbortSignal): Promise<HeadModel | undefined> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('head-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<HeadAnswer>) => {
      end();
      resolve(data.model);
    });
    worker.addEventListener('error', ({ message }) => {
      end();
      reject(new Error(message || 'The head could not be made.'));
    });
    const order: HeadOrder = { slug, person };
    worker.postMessage(order, []);
  });
}
