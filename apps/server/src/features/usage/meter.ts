import { microphoneRate } from '@coachvisio/contract/speech.ts';
import type { ProviderRole } from '@coachvisio/contract/usage.ts';
import type { Hear, Speak, SpeechPiece, Think, TokenUsage } from '@coachvisio/engine/ports.ts';
import type { Clock } from '../../platform/clock.ts';
import { endedBy, failedWith, type FailureKind, type Outcome } from '../../platform/guard/failure.ts';

/** How a call did not go well. */
export type CallError = Exclude<FailureKind, 'open' | 'full'> | 'given_up';

/** One call to a provider, measured. */
export interface Call {
  readonly role: ProviderRole;
  readonly provider: string;
  readonly model: string;
  readonly beganAt: number;
  readonly firstMs: number | null;
  readonly wholeMs: number;
  readonly tokens: TokenUsage | null;
  readonly characters: number | null;
  readonly seconds: number | null;
  readonly error: CallError | null;
  /** Nobody asks money for it. */
  readonly free: boolean;
}

/** Takes note of calls. */
export interface Book {
  readonly clock: Clock;
  note(call: Call): void;
}

/** The same model, each call of which is noted. */
export const meterThink = (think: Think, book: Book): Think => ({
  ...namesOf(think),
  async *stream(messages, signal, onUsage) {
    const call = begin(book, 'think', think);
    let tokens: TokenUsage | null = null;
    const counted = (usage: TokenUsage) => {
      tokens = usage;
      onUsage?.(usage);
    };
    const stream = think.stream(messages, signal, counted);
    yield* watch(stream, signal, call.first, (outcome) => call.end(outcome, { tokens }));
  },
});

/** Stands in the place of the provider where the sound was read from the storage: the figures of the provider are those of its own answers. */
const keptBy = 'kept';

/** The same voice, each call of which is noted. */
export const meterSpeak = (speak: Speak, book: Book): Speak => ({
  ...namesOf(speak),
  source: speak.source,
  async *speak(text, manner, signal) {
    const call = begin(book, 'speak', speak);
    let seconds = 0;
    let kept = false;
    const took = (piece: SpeechPiece) => {
      if (piece.type !== 'sound') return;
      call.first();
      seconds += piece.samples.length / piece.sampleRate;
    };
    const stream = speak.speak(text, manner, signal, () => {
      kept = true;
    });
    yield* watch(stream, signal, took, (outcome) =>
      call.end(
        outcome,
        kept ? { provider: keptBy, characters: 0, seconds: 0, free: true } : { characters: text.length, seconds, free: speak.source === 'embedded' },
      ),
    );
  },
});

/** The same recogniser, each call of which is noted. */
export const meterHear = (hear: Hear, book: Book): Hear => ({
  ...namesOf(hear),
  verbatim: hear.verbatim,
  async hear(samples, locale, before, signal) {
    const call = begin(book, 'hear', hear);
    const counted = { seconds: samples.length / microphoneRate };
    try {
      const heard = await hear.hear(samples, locale, before, signal);
      call.first();
      call.end('well', counted);
      return heard;
    } catch (error) {
      call.end(failedWith(error, signal), counted);
      throw error;
    }
  },
});

interface Port {
  readonly name: string;
  readonly provider?: string;
}
const namesOf = ({ name, provider }: Port): Port => ({ name, ...(provider === undefined ? {} : { provider }) });

/** Hands a stream on as it comes; tells of each piece, and once how it ended. */
async function* watch<T>(stream: AsyncIterable<T>, signal: AbortSignal, took: (piece: T) => void, onEnd: (outcome: Outcome) => void): AsyncGenerator<T> {
  let outcome: Outcome | null = null;
  try {
    for await (const piece of stream) {
      took(piece);
      yield piece;
    }
  } catch (error) {
    outcome = failedWith(error, signal);
    throw error;
  } finally {
    onEnd(outcome ?? endedBy(signal));
  }
}

function begin(book: Book, role: ProviderRole, port: Port) {
  const beganAt = book.clock.now();
  let firstMs: number | null = null;
  const now = () => Math.max(0, Math.round(book.clock.now() - beganAt));
  return {
    first: () => void (firstMs ??= now()),
    end(outcome: Outcome, counted: Partial<Pick<Call, 'provider' | 'tokens' | 'characters' | 'seconds' | 'free'>>): void {
      const error = errorOf(outcome);
      // What a guard turned away was no call.
      if (error === 'not asked') return;
      const names = { role, provider: port.provider ?? port.name, model: port.name };
      book.note({ ...names, beganAt, firstMs, wholeMs: now(), tokens: null, characters: null, seconds: null, free: false, ...counted, error });
    },
  };
}

function errorOf(outcome: Outcome): CallError | 'not asked' | null {
  if (outcome === 'well') return null;
  if (outcome === 'given up') return 'given_up';
  return outcome.kind === 'open' || outcome.kind === 'full' ? 'not asked' : outcome.kind;
}
