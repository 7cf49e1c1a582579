import type { ChatMessage, Think } from '@coachvisio/engine/ports.ts';
import { maySoonGoWell, tooLate } from '../../platform/guard/failure.ts';

/** Of the time that is left, what one model may take when another could be asked after it. */
const share = 0.6;
/** No model says a word in less: asking would only cost. */
const leastMs = 100;

/**
 * The words of the first model that begins in time, in the order in which they stand. One that fails before its first word is
 * followed by the next; when all did, those that may do better in a moment are asked once more, all in the same time. Once a
 * model has begun it is not replaced. Throws when none begins, and when the one that did breaks off.
 */
export async function* firstWords(
  models: readonly Think[],
  messages: readonly ChatMessage[],
  firstWordMs: number,
  cancelled: AbortSignal,
): AsyncGenerator<string> {
  const until = performance.now() + firstWordMs;
  const again: Think[] = [];
  let failure: unknown = new Error('no model was asked');
  for (const [index, model] of [...models, ...models].entries()) {
    const isRepeat = index >= models.length;
    const left = until - performance.now();
    if (left < leastMs || (isRepeat && !again.includes(model))) continue;
    const last = isRepeat ? model === again.at(-1) : index === models.length - 1;
    const stop = new AbortController();
    const onCancel = () => stop.abort(cancelled.reason);
    cancelled.addEventListener('abort', onCancel, { once: true });
    if (cancelled.aborted) onCancel();
    const timer = setTimeout(() => stop.abort(tooLate()), last ? left : left * share);
    let begun = false;
    try {
      for await (const piece of model.stream(messages, stop.signal)) {
        begun ||= piece.trim() !== '';
        if (!begun) continue;
        clearTimeout(timer);
        yield piece;
      }
      if (begun) return;
      failure = new Error('the model said nothing');
    } catch (error) {
      if (begun || cancelled.aborted) throw error;
      failure = error;
      if (!isRepeat && !stop.signal.aborted && maySoonGoWell(error)) again.push(model);
    } finally {
      clearTimeout(timer);
      cancelled.removeEventListener('abort', onCancel);
      stop.abort();
    }
  }
  throw failure;
}
