import type { EmbeddedVoice } from '@coachvisio/embedded-voice/open-voice.ts';
import type { Speak } from '@coachvisio/engine/ports.ts';
import type { Logger } from '../../platform/log.ts';
import { openEmbeddedSpeak } from '../embedded-voice/speak.ts';

/** The voice that comes with the product, once it is wanted. */
export interface LateVoice {
  readonly speak: Speak;
  readonly voice: () => Promise<EmbeddedVoice>;
  close(): Promise<void>;
}

/** Its threads warm up for a second or two on a core that a process that starts has better use for: they begin when it has started. */
const startedMs = 2_000;

/** The voice that comes with the product; null where its package is not installed. It begins a little later, or when somebody is spoken to. */
export async function openLateVoice(log: Logger): Promise<LateVoice | null> {
  const wanted = Promise.withResolvers<void>();
  let begun = false;
  const begin = (): void => {
    begun = true;
    clearTimeout(timer);
    wanted.resolve();
  };
  const timer = setTimeout(begin, startedMs);
  // It keeps no process going.
  timer.unref();
  const embedded = await openEmbeddedSpeak(log, async () => {
    const { openEmbeddedVoice } = await import('@coachvisio/embedded-voice/open-voice.ts');
    return async (options) => {
      await wanted.promise;
      return openEmbeddedVoice(options);
    };
  });
  if (!embedded) {
    clearTimeout(timer);
    return null;
  }
  return {
    speak: {
      name: embedded.speak.name,
      source: embedded.speak.source,
      speak(text, manner, signal) {
        begin();
        return embedded.speak.speak(text, manner, signal);
      },
    },
    voice() {
      begin();
      return embedded.voice();
    },
    async close() {
      clearTimeout(timer);
      if (begun) await embedded.close();
    },
  };
}
