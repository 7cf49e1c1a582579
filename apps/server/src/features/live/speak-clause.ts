import type { Speak, SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import type { Clause } from '@coachvisio/engine/speech/clauses.ts';
import { guessMarks } from '@coachvisio/engine/speech/guess-marks.ts';
import { tooLate } from '../../platform/guard/failure.ts';

/** Longest wait for the first sound of a voice when another one could speak instead: the persona is heard within 1.2 s all the same. */
const firstSoundMs = 900;
/** The last voice is waited for: after it there are only words. One that warms up needs a second or two. */
const lastVoiceMs = 5000;
/** Longest wait between two pieces of sound: more is a voice that hangs. */
const nextSoundMs = 1000;

/** What a clause becomes: one part with one voice, or more where a voice breaks off and the next one goes on. */
export type ClauseSound =
  | { readonly type: 'part'; readonly from: number; readonly to: number; readonly sampleRate: number; readonly voice: Speak }
  | Exclude<SpeechPiece, { type: 'word' }>
  /** Characters of the turn. */
  | { readonly type: 'word'; readonly at: number; readonly from: number; readonly to: number }
  /** This voice did not hold. */
  | { readonly type: 'failed'; readonly voice: Speak; readonly error: unknown };

/**
 * Speaks a clause with the first voice that can, and goes on with the next one at the word where a voice broke off: nothing
 * is said twice. Without a voice that holds it ends after the `failed` of the last.
 */
export async function* speakClause(voices: readonly Speak[], clause: Clause, manner: SpeechManner, cancelled: AbortSignal): AsyncGenerator<ClauseSound> {
  let rest: Clause | null = clause;
  for (const [index, voice] of voices.entries()) {
    if (!rest || cancelled.aborted) return;
    rest = yield* speakWith(voice, rest, manner, cancelled, index === voices.length - 1);
  }
}

/** What is left to say, or null when all of it was said. */
async function* speakWith(
  voice: Speak,
  clause: Clause,
  manner: SpeechManner,
  cancelled: AbortSignal,
  isLast: boolean,
): AsyncGenerator<ClauseSound, Clause | null> {
  const stop = new AbortController();
  const onCancel = () => stop.abort();
  const onLate = () => stop.abort(tooLate());
  cancelled.addEventListener('abort', onCancel, { once: true });
  let timer = setTimeout(onLate, isLast ? lastVoiceMs : firstSoundMs);
  let soundMs = 0;
  let begun = false;
  try {
    for await (const piece of voice.speak(clause.text, manner, stop.signal)) {
      if (stop.signal.aborted) break;
      clearTimeout(timer);
      timer = setTimeout(onLate, isLast ? lastVoiceMs : nextSoundMs);
      if (piece.type === 'word') yield { type: 'word', at: piece.at, from: clause.from + piece.from, to: clause.from + piece.to };
      else {
        if (piece.type === 'sound' && !begun) {
          begun = true;
          yield { type: 'part', from: clause.from, to: clause.to, sampleRate: piece.sampleRate, voice };
        }
        if (piece.type === 'sound') soundMs += (piece.samples.length / piece.sampleRate) * 1000;
        yield piece;
      }
    }
    if (cancelled.aborted) return null;
    if (stop.signal.aborted) throw new Error('the voice stopped in the middle');
    if (!begun) throw new Error('the voice gave no sound');
    return null;
  } catch (error) {
    if (cancelled.aborted) return null;
    yield { type: 'failed', voice, error };
    return soundMs === 0 ? clause : restOf(clause, soundMs);
  } finally {
    clearTimeout(timer);
    cancelled.removeEventListener('abort', onCancel);
    stop.abort();
  }
}

/** Ordinary speech: 14 letters a second, of which a voice that broke off has said so many. */
const msPerCharacter = 70;

/** The words that were not begun when a voice broke off after so much sound. */
function restOf(clause: Clause, soundMs: number): Clause | null {
  const { words } = guessMarks(clause.text, clause.text.length * msPerCharacter);
  const next = words.find(({ at }) => at >= soundMs);
  return next ? { text: clause.text.slice(next.from), from: clause.from + next.from, to: clause.to } : null;
}
