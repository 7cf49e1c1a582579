import type { SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { Order } from './voice-order.ts';
import { VoiceSeat } from './voice-seat.ts';
import type { RecordedSound } from './voice-thread.ts';

export interface EmbeddedVoice {
  /** Each piece of sound comes before the marks that lie in it. Throws when the thread that speaks ends early; aborting ends it without an error. */
  speak(text: string, manner: SpeechManner, signal: AbortSignal): AsyncIterable<SpeechPiece>;
  /** Words and sounds of the text as they lie in somebody else's sound of it. Needs a thread that can align. */
  align(text: string, manner: SpeechManner, sound: RecordedSound, signal: AbortSignal): AsyncIterable<SpeechPiece>;
  /** Frees the threads; what is being said breaks off with an error. */
  close(): Promise<void>;
}

export interface EmbeddedVoiceOptions {
  /** How many sentences may be made at the same time. */
  readonly threads?: number;
  /** What runs in each: a script that calls `runVoiceThread`. */
  readonly script?: URL;
  /** A thread that is silent for so long while it works hangs, and is replaced. */
  readonly silentMs?: number;
}

/** Resolves when every thread has spoken both languages once: from then on sound comes at once. */
export async function openEmbeddedVoice({
  threads = 1,
  script = new URL('./voice.worker.ts', import.meta.url),
  silentMs = 5000,
}: EmbeddedVoiceOptions = {}): Promise<EmbeddedVoice> {
  const queue: Order[] = [];
  const next = (): void => {
    while (queue.length > 0) {
      const seat = seats.find(({ isFree }) => isFree);
      if (!seat) return;
      const waiting = queue.shift();
      if (waiting) seat.take(waiting);
    }
  };
  const seats = Array.from({ length: threads }, () => new VoiceSeat(script, silentMs, next));
  let lastId = 0;
  let closed = false;

  async function* order(text: string, manner: SpeechManner, sound: RecordedSound | null, signal: AbortSignal): AsyncGenerator<SpeechPiece> {
    if (signal.aborted) return;
    if (closed) throw new Error('the embedded voice is closed');
    lastId = (lastId % 0x7fffffff) + 1;
    const asked = new Order(lastId, text, manner, sound);
    const onAbort = (): void => asked.abandon();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      queue.push(asked);
      next();
      yield* asked.read();
    } finally {
      signal.removeEventListener('abort', onAbort);
      asked.abandon();
      const waiting = queue.indexOf(asked);
      if (waiting !== -1) queue.splice(waiting, 1);
    }
  }

  const voice: EmbeddedVoice = {
    speak: (text, manner, signal) => order(text, manner, null, signal),
    align: (text, manner, sound, signal) => order(text, manner, sound, signal),
    close: async () => {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.end(new Error('the embedded voice is closed'));
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
  try {
    await Promise.all(seats.map(({ ready }) => ready));
  } catch (error) {
    await voice.close();
    throw error;
  }
  return voice;
}
