import type { SpeechPiece } from '@coachvisio/engine/ports.ts';
import type { MonoSound } from '@coachvisio/engine/speech/wav.ts';

/** All the sound among these pieces, in one. */
export function gatherSound(pieces: readonly SpeechPiece[]): MonoSound {
  const sounds = pieces.filter((piece) => piece.type === 'sound');
  const samples = new Int16Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
  let at = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, at);
    at += sound.samples.length;
  }
  return { samples, sampleRate: sounds[0]?.sampleRate ?? 0 };
}
