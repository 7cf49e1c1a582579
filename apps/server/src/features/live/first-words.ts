import type { ChatMessage, Think } from '@coachvisio/engine/ports.ts';
import { maySoonGoWell } from '../../platform/guard/failure.ts';
import { beginStream, firstToBegin, leaveStream, readOn } from './first-to-begin.ts';

/** Without a word for so long the next model is asked as well: most of them begin in 300 to 500 ms, and the persona is to be heard within 1.2 s. */
const nextMs = 500;

/**
 * The words of the first model that begins in time. One that fails before its first word is followed by the next at once, one
 * that is slow is joined by it; when all failed, those that may do better in a moment are asked once more, all in the same time.
 * Once a model has begun it is not replaced. Throws when none begins, and when the one that did breaks off.
 */
export async function* firstWords(
  models: readonly Think[],
  messages: readonly ChatMessage[],
  firstWordMs: number,
  cancelled: AbortSignal,
): AsyncGenerator<string> {
  const { begun, stop } = await firstToBegin({
    ports: [...models, ...models],
    begin: (model, signal) => beginStream(model.stream(messages, signal), signal, (piece) => piece.trim() !== '', 'the model said nothing'),
    leave: leaveStream,
    cancelled,
    nextMs,
    beside: models.length,
    wholeMs: firstWordMs,
    mayRepeat: maySoonGoWell,
  });
  try {
    yield* readOn({ ...begun, pieces: begun.pieces.slice(-1) });
  } finally {
    stop.abort();
  }
}
