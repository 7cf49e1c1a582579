import { createHash } from 'node:crypto';
import type { Speak, SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import type { Logger } from '../../platform/log.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import { readSpeech, type WholeSpeech, writeSpeech } from './speech-file.ts';

export interface KeepSpeechParts {
  readonly storage: Storage;
  readonly log: Logger;
  /** Whether these words stand in the library and are always the same. Nothing else is ever kept. */
  readonly isStatic: (text: string, manner: SpeechManner) => boolean;
  /** What is kept may take so much room; 0 keeps nothing. */
  readonly mostBytes: number;
}

/** Whatever changes how a voice sounds: address, model, names of voices. Never a key. */
export type Fingerprint = Readonly<Record<string, unknown>>;

interface Asked {
  readonly voice: Speak;
  readonly name: string;
  readonly text: string;
  readonly manner: SpeechManner;
  readonly signal: AbortSignal;
  readonly onKept: (() => void) | undefined;
}

/** The folder of the storage. */
const area = 'speech';
/** Nobody says more than so many characters a second; sound that is shorter was cut where nobody noticed, and would be for ever. */
const fastestPerSecond = 40;
/** A minute at 48 kHz, in samples: an authored sentence takes ten seconds. */
const longestSound = 60 * 48_000;
/** What is handed on at once, in milliseconds: whoever has enough for now takes no more. */
const pieceMs = 200;

/**
 * Keeps the sound of words that are always the same: somebody wrote them into the library, so that a provider need make
 * them once, and a conversation opens in its own voice while the provider is down. Nothing that a model worded or a learner
 * said comes here, and nothing tells for whom it was made.
 */
export class SpeechKeeper {
  readonly #parts: KeepSpeechParts;
  readonly #writing = new Map<string, Promise<void>>();

  constructor(parts: KeepSpeechParts) {
    this.#parts = parts;
  }

  /** The same voice, which says what is kept without being asked again. */
  keep(voice: Speak, fingerprint: Fingerprint): Speak {
    const { isStatic, mostBytes } = this.#parts;
    return {
      ...voice,
      speak: (text, manner, signal, onKept) =>
        mostBytes > 0 && isStatic(text, manner)
          ? this.#speak({ voice, name: nameOf(voice, fingerprint, text, manner), text, manner, signal, onKept })
          : voice.speak(text, manner, signal, onKept),
    };
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  async *#speak({ voice, name, text, manner, signal, onKept }: Asked): AsyncGenerator<SpeechPiece> {
    const kept = await this.#read(name);
    if (kept) {
      onKept?.();
      for (const piece of piecesOf(kept)) {
        if (signal.aborted) return;
        yield piece;
      }
      return;
    }
    const made: SpeechPiece[] = [];
    // Whoever stops listening, or a voice that throws, leaves here: then nothing is kept.
    for await (const piece of voice.speak(text, manner, signal, onKept)) {
      made.push(piece);
      yield piece;
    }
    const whole = signal.aborted ? null : wholeOf(made, text);
    if (whole) this.#write(name, writeSpeech(whole));
  }

  async #read(name: string): Promise<WholeSpeech | null> {
    try {
      const file = await this.#parts.storage.read(name);
      if (!file) return null;
      const speech = readSpeech(file);
      if (!speech) this.#parts.log.warn({ name }, 'kept speech is damaged, and is made again');
      return speech;
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'kept speech cannot be read, and is made again');
      return null;
    }
  }

  /** In nobody's way: whoever listens has heard it by now. */
  #write(name: string, file: Uint8Array): void {
    if (this.#writing.has(name) || file.length > this.#parts.mostBytes) return;
    const { storage, log } = this.#parts;
    const writing = storage
      .write(name, file)
      .then(() => this.#makeRoom())
      .catch((error: unknown) => log.warn({ err: error }, 'speech could not be kept'))
      .finally(() => this.#writing.delete(name));
    this.#writing.set(name, writing);
  }

  /** The oldest go. What another process removed meanwhile is no failure. */
  async #makeRoom(): Promise<void> {
    const { storage, mostBytes } = this.#parts;
    const files = (await storage.list(area)).toSorted((a, b) => a.writtenAt - b.writtenAt);
    let left = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { name, bytes } of files) {
      if (left <= mostBytes) return;
      await storage.remove(name);
      left -= bytes;
    }
  }
}

function nameOf({ name, provider, source }: Speak, fingerprint: Fingerprint, text: string, { locale, persona, gender, rate, pitch }: SpeechManner): string {
  const about = JSON.stringify([{ name, provider, source }, fingerprint, { locale, persona, gender, rate, pitch }, text]);
  return `${area}/${createHash('sha256').update(about).digest('hex')}`;
}

/** Null where it cannot be all of it, or is nothing that can be put together. */
function wholeOf(made: readonly SpeechPiece[], text: string): WholeSpeech | null {
  const sounds = made.filter((piece) => piece.type === 'sound');
  const sampleRate = sounds[0]?.sampleRate;
  if (sampleRate === undefined || sounds.some((piece) => piece.sampleRate !== sampleRate)) return null;
  const length = sounds.reduce((sum, piece) => sum + piece.samples.length, 0);
  if (length > longestSound || length / sampleRate < text.length / fastestPerSecond) return null;
  const samples = new Int16Array(length);
  let at = 0;
  for (const piece of sounds) {
    samples.set(piece.samples, at);
    at += piece.samples.length;
  }
  return { sampleRate, samples, marks: made.filter((piece) => piece.type !== 'sound') };
}

/** A beginning, all marks, the rest: mouth and words go ahead of most of the sound. */
function* piecesOf({ sampleRate, samples, marks }: WholeSpeech): Generator<SpeechPiece> {
  const length = Math.round((sampleRate * pieceMs) / 1000);
  for (let from = 0; from < samples.length; from += length) {
    yield { type: 'sound', samples: samples.subarray(from, from + length), sampleRate };
    if (from === 0) yield* marks;
  }
}
