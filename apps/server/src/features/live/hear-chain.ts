import type { Hear } from '@coachvisio/engine/ports.ts';
import { tooLate } from '../../platform/guard/failure.ts';

/** Of the time that is left, what one recogniser may take when another could be asked after it. */
const share = 0.6;

/** Several recognisers as one: the first that understands in time, in the order in which they stand. Null without any. */
export function hearChain(hears: readonly Hear[], budgetMs: number): Hear | null {
  const [first] = hears;
  if (!first) return null;
  return {
    name: first.name,
    // Which of them will answer is not known before: where they differ, nothing can be said of hesitations.
    verbatim: hears.every(({ verbatim }) => verbatim === first.verbatim) ? first.verbatim : null,
    async hear(samples, locale, before, signal) {
      const until = performance.now() + budgetMs;
      let failure: unknown;
      for (const [index, one] of hears.entries()) {
        const left = Math.max(0, until - performance.now());
        const stop = new AbortController();
        const onCancel = () => stop.abort(signal.reason);
        signal.addEventListener('abort', onCancel, { once: true });
        const timer = setTimeout(() => stop.abort(tooLate()), index === hears.length - 1 ? left : left * share);
        try {
          return await one.hear(samples, locale, before, stop.signal);
        } catch (error) {
          if (signal.aborted) throw error;
          failure = error;
        } finally {
          clearTimeout(timer);
          signal.removeEventListener('abort', onCancel);
        }
      }
      throw failure;
    },
  };
}
