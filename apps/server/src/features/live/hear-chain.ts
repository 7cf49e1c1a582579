import { microphoneRate } from '@coachvisio/contract/speech.ts';
import type { Hear } from '@coachvisio/engine/ports.ts';
import { maySoonGoWell } from '../../platform/guard/failure.ts';
import { firstToBegin } from './first-to-begin.ts';

/** Without an answer for so long the next recogniser listens as well: 100 to 300 ms are usual, and more sound takes longer. */
const nextMs = 400;
const nextMsPerSecond = 20;
/** Where there is no other one, the same is asked again after so long: an answer that was lost on its way does not come any more. */
const againMs = 1500;

/** Several recognisers as one: the first that understands, one joining the other. Null without any. */
export function hearChain(hears: readonly Hear[], budgetMs: number): Hear | null {
  const [first] = hears;
  if (!first) return null;
  return {
    name: first.name,
    // Which of them will answer is not known before: where they differ, nothing can be said of hesitations.
    verbatim: hears.every(({ verbatim }) => verbatim === first.verbatim) ? first.verbatim : null,
    async hear(samples, locale, before, signal) {
      const alone = hears.length === 1;
      const { begun } = await firstToBegin({
        ports: alone ? [first, first] : hears,
        begin: (one, stopped) => one.hear(samples, locale, before, stopped),
        cancelled: signal,
        nextMs: alone ? againMs : nextMs + (samples.length / microphoneRate) * nextMsPerSecond,
        wholeMs: budgetMs,
        mayRepeat: maySoonGoWell,
      });
      return begun;
    },
  };
}
