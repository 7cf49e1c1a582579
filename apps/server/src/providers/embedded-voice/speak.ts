import { availableParallelism } from 'node:os';
import type { EmbeddedVoice, EmbeddedVoiceOptions } from '@coachvisio/embedded-voice/open-voice.ts';
import type { Speak, SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import type { Logger } from '../../platform/log.ts';

export interface EmbeddedSpeak {
  readonly speak: Speak;
  /** The same threads, for {@link withMarks}. */
  readonly voice: () => Promise<EmbeddedVoice>;
  close(): Promise<void>;
}

type OpenVoice = (options: EmbeddedVoiceOptions) => Promise<EmbeddedVoice>;

/** A package of its own, for its licence: an installation may leave it out. */
const loadVoice = async (): Promise<OpenVoice> => (await import('@coachvisio/embedded-voice/open-voice.ts')).openEmbeddedVoice;

/** A thread speaks a hundred times faster than it is listened to: two serve everybody, and leave cores to the rest. */
const threads = Math.min(2, Math.max(1, Math.floor(availableParallelism() / 2)));

/**
 * The voice that comes with the product; null where its package is not installed. It warms up by itself for a second or two,
 * during which a sentence waits.
 */
export async function openEmbeddedSpeak(log: Logger, load: () => Promise<OpenVoice> = loadVoice): Promise<EmbeddedSpeak | null> {
  let open: OpenVoice;
  try {
    open = await load();
  } catch (error) {
    log.info({ code: error instanceof Error && 'code' in error ? error.code : null }, 'the embedded voice is not installed');
    return null;
  }
  const opening = open({ threads, script: new URL('./voice-worker.ts', import.meta.url) });
  opening.catch((error: unknown) => log.warn({ err: error }, 'the embedded voice does not speak'));
  return {
    speak: {
      name: 'espeak-ng',
      source: 'embedded',
      async *speak(text: string, manner: SpeechManner, signal: AbortSignal): AsyncGenerator<SpeechPiece> {
        yield* (await unlessAborted(opening, signal)).speak(text, manner, signal);
      },
    },
    voice: () => opening,
    close: () =>
      opening.then(
        (voice) => voice.close(),
        () => undefined,
      ),
  };
}

/** Waits no longer than somebody is there to listen. */
function unlessAborted<T>(waited: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('nobody waits for the voice any more'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    waited.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
