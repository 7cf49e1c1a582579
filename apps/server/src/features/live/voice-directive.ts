import { reactFromBank, speakFromBank, type Stage } from '@coachvisio/engine/acting/bank.ts';
import { SentenceLimit } from '@coachvisio/engine/acting/sentences.ts';
import type { ChatMessage, Think } from '@coachvisio/engine/ports.ts';
import type { Directive } from '@coachvisio/contract/conversation.ts';
import { tooLate } from '../../platform/guard/failure.ts';
import { firstWords } from './first-words.ts';

/** Models in the order in which they are asked, and how long the persona waits for them. */
export interface Voice {
  readonly models: readonly Think[];
  /** Longest wait for the first word, whoever of them says it. */
  readonly firstWordMs: number;
  /** Longest reply: three sentences that take longer to come than to say are a provider that is choking. */
  readonly wholeMs: number;
}

/** Longest wait between two pieces once the model speaks: longer is a provider that hangs. */
const nextPieceMs = 2_000;

export interface Voiced {
  readonly text: string;
  readonly voicedBy: 'bank' | 'model';
  /** A model was asked and did not hold: the bank said the same directive, or ended the sentence. */
  readonly fellBack: boolean;
}

/** Words that promise something by law or to somebody in danger are never left to a model. */
const wordForWord: ReadonlySet<Directive['move']> = new Set(['disclose', 'leave_role']);

/**
 * Says a directive, handing over words as they come. With models the words of the first that answers, cut after the third
 * sentence; without one, or when all are late or refuse, or the one that speaks breaks off, the bank on the same directive: a
 * conversation never stops because a provider did.
 *
 * Where somebody listens and no word has come when `waited` resolves, the persona begins with the reaction that the directive
 * holds, from the bank; the model's words follow. Where it holds none, the bank says all of it.
 */
export async function voiceDirective(
  directive: Directive,
  stage: Stage,
  prompt: () => readonly ChatMessage[],
  voice: Voice | null,
  cancelled: AbortSignal,
  onWords: (text: string, isWhole?: boolean) => void,
  waited?: Promise<void>,
): Promise<Voiced> {
  let begun = '';
  const whole = (text: string): string => (begun === '' ? text : `${begun} ${text}`);
  const fromBank = (before: string, fellBack: boolean): Voiced => {
    const text = before === '' && begun === '' ? speakFromBank(directive, stage) : continueFromBank(directive, stage);
    onWords(before === '' ? text : ` ${text}`);
    return { text: whole(before === '' ? text : `${before} ${text}`), voicedBy: before === '' ? 'bank' : 'model', fellBack };
  };
  if (!voice || wordForWord.has(directive.move) || directive.move === 'open' || directive.ends?.reason === 'insult') return fromBank('', false);

  const limit = new SentenceLimit();
  const stop = new AbortController();
  const onCancel = () => stop.abort();
  cancelled.addEventListener('abort', onCancel, { once: true });
  const onLate = () => stop.abort(tooLate());
  const deadline = setTimeout(onLate, voice.wholeMs);
  let timer = setTimeout(onLate, voice.firstWordMs);
  void waited?.then(() => {
    if (limit.text !== '' || stop.signal.aborted) return;
    const reaction = reactFromBank(directive, stage);
    if (reaction === undefined) return onLate();
    begun = reaction;
    onWords(`${reaction} `, true);
  });
  try {
    for await (const piece of firstWords(voice.models, prompt(), voice.firstWordMs, stop.signal)) {
      clearTimeout(timer);
      timer = setTimeout(onLate, nextPieceMs);
      const words = limit.push(limit.text === '' ? piece.trimStart() : piece);
      if (words !== '') onWords(words);
      if (limit.done) break;
    }
    if (stop.signal.aborted && !limit.done) throw new Error('the model stopped in the middle');
    const text = limit.text.trim();
    return text === '' ? fromBank('', true) : { text: whole(text), voicedBy: 'model', fellBack: false };
  } catch {
    if (cancelled.aborted) return { text: whole(limit.text.trim()), voicedBy: 'model', fellBack: false };
    const said = limit.text.trim();
    if (said === '') return fromBank('', true);
    // A whole sentence stands by itself; a broken one trails off, and the bank takes over after it.
    if (/[.?!…»"]$/u.test(said)) return { text: whole(said), voicedBy: 'model', fellBack: true };
    onWords('…');
    return fromBank(`${said}…`, true);
  } finally {
    clearTimeout(deadline);
    clearTimeout(timer);
    cancelled.removeEventListener('abort', onCancel);
    stop.abort();
  }
}

/** The core of the directive without the reaction: the persona already began to answer. */
function continueFromBank(directive: Directive, stage: Stage): string {
  const { reaction: _begun, ...core } = directive;
  return speakFromBank(core, stage);
}
