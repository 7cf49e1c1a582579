import { speakFromBank, type Stage } from '@coachvisio/engine/acting/bank.ts';
import { SentenceLimit } from '@coachvisio/engine/acting/sentences.ts';
import type { ChatMessage, Think } from '@coachvisio/engine/ports.ts';
import type { Directive } from '@coachvisio/contract/conversation.ts';

/** A model, and how long the persona waits for it. */
export interface Voice {
  readonly think: Think;
  /** Longest wait for the first word. */
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
 * Says a directive, handing over words as they come. With a model its words, cut after the third sentence; without one, or
 * when it is late, refuses or breaks off, the bank on the same directive: a conversation never stops because a provider did.
 */
export async function voiceDirective(
  directive: Directive,
  stage: Stage,
  prompt: () => readonly ChatMessage[],
  voice: Voice | null,
  cancelled: AbortSignal,
  onWords: (text: string) => void,
): Promise<Voiced> {
  const fromBank = (before: string, fellBack: boolean): Voiced => {
    const text = before === '' ? speakFromBank(directive, stage) : continueFromBank(directive, stage);
    onWords(before === '' ? text : ` ${text}`);
    return { text: before === '' ? text : `${before} ${text}`, voicedBy: before === '' ? 'bank' : 'model', fellBack };
  };
  if (!voice || wordForWord.has(directive.move) || directive.move === 'open' || directive.ends?.reason === 'insult') return fromBank('', false);

  const limit = new SentenceLimit();
  const stop = new AbortController();
  const onCancel = () => stop.abort();
  cancelled.addEventListener('abort', onCancel, { once: true });
  const deadline = setTimeout(() => stop.abort(), voice.wholeMs);
  let timer = setTimeout(() => stop.abort(), voice.firstWordMs);
  try {
    for await (const piece of voice.think.stream(prompt(), stop.signal)) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), nextPieceMs);
      const words = limit.push(limit.text === '' ? piece.trimStart() : piece);
      if (words !== '') onWords(words);
      if (limit.done) break;
    }
    if (stop.signal.aborted && !limit.done) throw new Error('the model stopped in the middle');
    const text = limit.text.trim();
    return text === '' ? fromBank('', true) : { text, voicedBy: 'model', fellBack: false };
  } catch {
    if (cancelled.aborted) return { text: limit.text.trim(), voicedBy: 'model', fellBack: false };
    const said = limit.text.trim();
    if (said === '') return fromBank('', true);
    // A whole sentence stands by itself; a broken one trails off, and the bank takes over after it.
    if (/[.?!…»"]$/u.test(said)) return { text: said, voicedBy: 'model', fellBack: true };
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
