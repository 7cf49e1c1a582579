import type { SpeechManner } from '@coachvisio/engine/ports.ts';
import { microphoneRate } from '@coachvisio/contract/speech.ts';
import { Resampler } from '../../apps/web/src/kit/voice/resampler.ts';
import { type EmbeddedVoice, openEmbeddedVoice } from '../../packages/embedded-voice/src/open-voice.ts';
import { markSound } from './mark-sound.ts';

/** Something said, in one breath or with thinking pauses. */
export interface Script {
  /** What is said between the pauses. */
  readonly parts: readonly string[];
  /** Milliseconds after each part but the last. */
  readonly pausesMs?: readonly number[];
}

/** What a learner says, as their microphone hears it. */
export interface Clip {
  readonly id: number;
  readonly text: string;
  readonly words: readonly string[];
  /** 16 kHz, with marks that say what was said by then. */
  readonly samples: Int16Array;
  /** Samples at which the voice begins and ends. */
  readonly voiceFrom: number;
  readonly voiceTo: number;
}

/** Of the loudest sample: what is softer at the ends is not heard as voice. */
const audible = 0.02;
/** Kept after the voice, so that its last word is marked as over. */
const tailSamples = microphoneRate / 4;
/** A quiet room, in samples of 16 bits: -60 dB. */
const roomLevel = 33;

/** The same numbers each time, between -1 and 1. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 0x8000_0000 - 1;
  };
}

const chance = dice(20_261_122);
export const roomNoise = (): number => Math.round(chance() * roomLevel * Math.sqrt(3));

/** Speaks scripts with espeak-ng, so that the moment at which the last sound ends is known to the sample. */
export async function makeClips(scripts: readonly Script[], firstId = 1): Promise<Clip[]> {
  const voice = await openEmbeddedVoice();
  try {
    const clips: Clip[] = [];
    for (const [index, script] of scripts.entries()) clips.push(await makeClip(voice, firstId + index, script));
    return clips;
  } finally {
    await voice.close();
  }
}

interface Spoken {
  readonly samples: Float32Array;
  readonly words: readonly { readonly text: string; readonly until: number }[];
}

async function makeClip(voice: EmbeddedVoice, id: number, { parts, pausesMs = [] }: Script): Promise<Clip> {
  const manner: SpeechManner = { locale: 'fr', persona: `learner-${id % 7}`, gender: id % 2 === 0 ? 'feminine' : 'masculine', rate: 1, pitch: 0 };
  const pieces: Float32Array[] = [];
  const words: { text: string; until: number }[] = [];
  let length = 0;
  for (const [index, text] of parts.entries()) {
    const spoken = await speakPart(voice, text, manner);
    words.push(...spoken.words.map((word) => ({ text: word.text, until: word.until + length })));
    const pause = new Float32Array(Math.round(((pausesMs[index] ?? 0) * microphoneRate) / 1000));
    pieces.push(spoken.samples, pause);
    length += spoken.samples.length + pause.length;
  }
  const samples = new Int16Array(length + tailSamples);
  let at = 0;
  for (const piece of pieces) {
    for (const [n, sample] of piece.entries()) samples[at + n] = Math.round(sample * 32_767);
    at += piece.length;
  }
  for (let n = 0; n < samples.length; n += 1) samples[n] = Math.max(-32_768, Math.min(32_767, (samples[n] ?? 0) + roomNoise()));
  markSound(samples, id, (sample) => words.filter(({ until }) => until <= sample).length);
  return { id, text: parts.join(' '), words: words.map(({ text }) => text), samples, voiceFrom: 0, voiceTo: length };
}

/** One part, cut where its voice begins and ends, and where each of its words is over. */
async function speakPart(voice: EmbeddedVoice, text: string, manner: SpeechManner): Promise<Spoken> {
  const sounds: Float32Array[] = [];
  const starts: { readonly at: number; readonly from: number }[] = [];
  let resampler: Resampler | null = null;
  for await (const piece of voice.speak(text, manner, new AbortController().signal)) {
    if (piece.type === 'word') starts.push({ at: (piece.at * microphoneRate) / 1000, from: piece.from });
    if (piece.type !== 'sound') continue;
    resampler ??= new Resampler(piece.sampleRate, microphoneRate);
    sounds.push(resampler.push(Float32Array.from(piece.samples, (sample) => sample / 32_768)));
  }
  if (resampler) sounds.push(resampler.end());
  const whole = Float32Array.from(sounds.flatMap((sound) => [...sound]));
  const least = whole.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) * audible;
  const isLoud = (sample: number): boolean => Math.abs(sample) >= least;
  const first = whole.findIndex(isLoud);
  const samples = whole.slice(first, whole.findLastIndex(isLoud) + 1);
  // A word is over with the last sound before the next one begins; marks such as «?» belong to the word before them.
  const silentSince = (before: number): number => samples.subarray(0, Math.max(0, before)).findLastIndex(isLoud) + 1;
  const tokens = [...text.matchAll(/\S*[\p{L}\p{N}]\S*(?:\s[?!:;»%€]+)*/gu)].map((match) => ({ text: match[0], from: match.index }));
  const words = tokens.map((token, index) => {
    const next = tokens[index + 1];
    const begins = next && starts.find(({ from }) => from >= next.from);
    return { text: token.text, until: begins ? silentSince(Math.round(begins.at) - first) : samples.length };
  });
  return { samples, words };
}
