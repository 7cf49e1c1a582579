import type { EspeakVoice } from './espeak-ng.ts';
import type { SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { readAloud } from './read-aloud.ts';

export const french: SpeechManner = { locale: 'fr', persona: 'claire-morel', gender: 'feminine', rate: 1, pitch: 0 };
export const english: SpeechManner = { locale: 'en', persona: 'marc-delattre', gender: 'masculine', rate: 1, pitch: -2 };

/** What came of a text. */
export interface Speech {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  readonly phonemes: readonly { readonly at: number; readonly phoneme: string }[];
  readonly words: readonly { readonly at: number; readonly from: number; readonly to: number }[];
}

export function gather(pieces: readonly SpeechPiece[]): Speech {
  const sounds = pieces.filter((piece) => piece.type === 'sound');
  const samples = new Int16Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
  let at = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, at);
    at += sound.samples.length;
  }
  return {
    samples,
    sampleRate: sounds[0]?.sampleRate ?? 0,
    phonemes: pieces.filter((piece) => piece.type === 'phoneme'),
    words: pieces.filter((piece) => piece.type === 'word'),
  };
}

/** Reads in this thread. */
export function listen(espeak: EspeakVoice, text: string, manner: SpeechManner): Speech {
  const pieces: SpeechPiece[] = [];
  readAloud(espeak, text, manner, (more) => {
    pieces.push(...more);
    return true;
  });
  return gather(pieces);
}

export const durationMs = ({ samples, sampleRate }: Pick<Speech, 'samples' | 'sampleRate'>): number => (samples.length / sampleRate) * 1000;

/** Root mean square in dB of full scale. */
export const levelOf = (samples: Int16Array): number =>
  10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length / 32768 ** 2);
