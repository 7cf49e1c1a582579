import { comparableHz, type Features, featuresOf, frameMs, type Sound } from './mfcc.ts';
import { warp } from './warp.ts';

export interface SpeechMarks {
  /** In IPA, an empty one is a pause. */
  readonly phonemes: readonly { readonly at: number; readonly phoneme: string }[];
  /** Characters of the text. */
  readonly words: readonly { readonly at: number; readonly from: number; readonly to: number }[];
}

export interface Alignment extends Sound {
  /** The same text in a voice whose sounds and words are known. */
  readonly reference: Sound & SpeechMarks;
}

/** So much below its loudest stretches a sound is silent at its ends: 35 dB. */
const silentShare = 10 ** (-35 / 20);
/** Less than this many frames of speech tell nothing. */
const leastFrames = 8;

/**
 * When each sound and each word of a text is said in a recording that comes without times: its sound is laid over a reading of the
 * same text whose times are known, and the reading's marks go along. Takes some milliseconds a second of sound.
 */
export function alignSpeech({ reference, samples, sampleRate }: Alignment): SpeechMarks {
  const upTo = comparableHz(reference, { samples, sampleRate });
  const known = spoken(reference, upTo);
  const heard = spoken({ samples, sampleRate }, upTo);
  if (!known || !heard) return { phonemes: [], words: [] };
  const path = warp(known.features, heard.features);
  const endMs = (samples.length / sampleRate) * 1000;
  /** What is marked before or after the speech keeps its distance to it. */
  const timeOf = (at: number): number => {
    const frame = (at - known.fromMs) / frameMs;
    const last = path.length - 1;
    const inside = Math.min(last, Math.max(0, frame));
    const low = Math.floor(inside);
    const start = path[low] ?? 0;
    const mapped = start + ((path[Math.min(last, low + 1)] ?? start) - start) * (inside - low);
    return Math.min(endMs, Math.max(0, heard.fromMs + (mapped + frame - inside) * frameMs));
  };
  return {
    phonemes: reference.phonemes.map((mark) => ({ ...mark, at: timeOf(mark.at) })),
    words: reference.words.map((mark) => ({ ...mark, at: timeOf(mark.at) })),
  };
}

interface Spoken {
  readonly features: Features;
  readonly fromMs: number;
}

/** A sound without the silence at its ends, which says nothing and may be of any length. */
function spoken(sound: Sound, upTo: number): Spoken | null {
  const perFrame = (sound.sampleRate * frameMs) / 1000;
  const loudness = loudnessOf(sound.samples, perFrame);
  const loudest = loudness.toSorted()[Math.floor(loudness.length * 0.95)] ?? 0;
  const isSpeech = (value: number) => value > Math.max(1, loudest * silentShare);
  const first = loudness.findIndex(isSpeech);
  const last = loudness.findLastIndex(isSpeech);
  if (first === -1 || last - first < leastFrames) return null;
  const samples = sound.samples.subarray(Math.round(first * perFrame), Math.round((last + 3) * perFrame));
  return { features: featuresOf({ samples, sampleRate: sound.sampleRate }, upTo), fromMs: first * frameMs };
}

/** Root mean square of each frame. */
function loudnessOf(samples: Int16Array, perFrame: number): Float64Array {
  return Float64Array.from({ length: Math.floor(samples.length / perFrame) }, (_, frame) => {
    const from = Math.round(frame * perFrame);
    const to = Math.round(from + perFrame);
    let squares = 0;
    for (let index = from; index < to; index += 1) squares += (samples[index] ?? 0) ** 2;
    return Math.sqrt(squares / (to - from));
  });
}
