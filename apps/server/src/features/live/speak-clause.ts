import type { Speak, SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import type { Clause } from '@coachvisio/engine/speech/clauses.ts';
import { guessMarks } from '@coachvisio/engine/speech/guess-marks.ts';
import { tooLate } from '../../platform/guard/failure.ts';
import { type Begun, beginStream, type BegunStream, firstToBegin, leaveStream, readOn } from './first-to-begin.ts';

/** Without a sound for so long the next voice makes the clause as well: 90 to 400 ms are usual. */
const nextMs = 450;
/**
 * Until then the voice that was asked first is the one that is heard: nobody likes a persona whose voice changes for 100 ms.
 * A learner who types hears the first words of a model's clause 0.4 s after sending: the persona is heard within 1.2 s.
 */
const preferMs = 700;
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
 * Speaks a clause with the first voice that begins in time, and goes on with the next one at the word where a voice broke off:
 * nothing is said twice. Without a voice that holds it ends after the `failed` of the last.
 */
export async function* speakClause(voices: readonly Speak[], clause: Clause, manner: SpeechManner, cancelled: AbortSignal): AsyncGenerator<ClauseSound> {
  let left = voices;
  let rest: Clause | null = clause;
  while (rest && left.length > 0 && !cancelled.aborted) {
    const failed = new Map<Speak, unknown>();
    const first = await firstVoice(left, rest.text, manner, cancelled, (voice, error) => failed.set(voice, error));
    if (cancelled.aborted) {
      if (first) leaveStream(first.begun);
      return;
    }
    const given = first ? left.slice(0, first.index) : left;
    for (const voice of given) yield { type: 'failed', voice, error: failed.get(voice) ?? tooLate() };
    if (!first) return;
    left = left.slice(first.index + 1);
    rest = yield* speakOn(first, rest, cancelled, left.length === 0);
  }
}

/** The voice that makes the first sound; null when none does. */
async function firstVoice(
  voices: readonly Speak[],
  text: string,
  manner: SpeechManner,
  cancelled: AbortSignal,
  onFailed: (voice: Speak, error: unknown) => void,
): Promise<Begun<Speak, BegunStream<SpeechPiece>> | null> {
  const begin = async (voice: Speak, signal: AbortSignal) => {
    try {
      return await beginStream(voice.speak(text, manner, signal), signal, ({ type }) => type === 'sound', 'the voice gave no sound');
    } catch (error) {
      onFailed(voice, error);
      throw error;
    }
  };
  try {
    return await firstToBegin<Speak, BegunStream<SpeechPiece>>({
      ports: voices,
      begin,
      leave: leaveStream,
      cancelled,
      nextMs,
      preferMs,
      wholeMs: lastVoiceMs,
      mayRepeat: () => false,
    });
  } catch {
    return null;
  }
}

/** What is left to say when the voice that began breaks off, or null when all of it was said. */
async function* speakOn(
  { port: voice, begun, signal, stop }: Begun<Speak, BegunStream<SpeechPiece>>,
  clause: Clause,
  cancelled: AbortSignal,
  isLast: boolean,
): AsyncGenerator<ClauseSound, Clause | null> {
  const onLate = () => stop.abort(tooLate());
  let timer: NodeJS.Timeout | undefined;
  let soundMs = 0;
  let begins = true;
  try {
    for await (const piece of readOn(begun)) {
      if (signal.aborted) break;
      clearTimeout(timer);
      if (piece.type === 'word') yield { type: 'word', at: piece.at, from: clause.from + piece.from, to: clause.from + piece.to };
      else {
        if (piece.type === 'sound' && begins) {
          begins = false;
          yield { type: 'part', from: clause.from, to: clause.to, sampleRate: piece.sampleRate, voice };
        }
        if (piece.type === 'sound') soundMs += (piece.samples.length / piece.sampleRate) * 1000;
        yield piece;
      }
      // Counted from when more was wanted: a listener who has enough for now keeps no voice waiting.
      timer = setTimeout(onLate, isLast ? lastVoiceMs : nextSoundMs);
    }
    if (cancelled.aborted) return null;
    if (signal.aborted) throw new Error('the voice stopped in the middle');
    return null;
  } catch (error) {
    if (cancelled.aborted) return null;
    yield { type: 'failed', voice, error };
    return restOf(clause, soundMs);
  } finally {
    clearTimeout(timer);
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
