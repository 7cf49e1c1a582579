import type { EmbeddedVoice } from '@coachvisio/embedded-voice/open-voice.ts';
import type { Speak, SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { gatherSound } from './gather-sound.ts';

/** Marks that come later than this after the last sound are not waited for: a voice that is quiet for a second is taken for dead. */
const usualLongestMs = 600;

/**
 * A provider's voice that tells no times, with the words and sounds of the embedded voice laid onto its sound: that voice reads the
 * same text in its own thread, and the two are aligned there. The sound is handed on at once, the marks follow when all of it is there.
 * Whatever goes wrong with them, the voice speaks.
 */
export function withMarks(provider: Speak, voice: () => Promise<EmbeddedVoice>, longestMs: number = usualLongestMs): Speak {
  return {
    name: provider.name,
    source: provider.source,
    async *speak(text: string, manner: SpeechManner, signal: AbortSignal): AsyncGenerator<SpeechPiece> {
      const pieces: SpeechPiece[] = [];
      for await (const piece of provider.speak(text, manner, signal)) {
        pieces.push(piece);
        yield piece;
      }
      if (signal.aborted || pieces.some(({ type }) => type !== 'sound')) return;
      yield* await alignInWorker(voice, text, manner, pieces, AbortSignal.any([signal, AbortSignal.timeout(longestMs)]));
    },
  };
}

/** When the words and sounds of a text are said in a sound of it; none where that cannot be told in time. */
async function alignInWorker(
  voice: () => Promise<EmbeddedVoice>,
  text: string,
  manner: SpeechManner,
  pieces: readonly SpeechPiece[],
  inTime: AbortSignal,
): Promise<SpeechPiece[]> {
  const sound = gatherSound(pieces);
  if (sound.samples.length === 0) return [];
  const marks: SpeechPiece[] = [];
  try {
    // A voice that is still warming up is not waited for either.
    const open = await Promise.race([voice(), late(inTime)]);
    for await (const mark of open?.align(text, manner, sound, inTime) ?? []) marks.push(mark);
  } catch {
    return [];
  }
  return inTime.aborted ? [] : marks;
}

const late = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
