import { z } from 'zod';

/**
 * Mouth shapes of speech: the fifteen of the Oculus set, which face rigs commonly carry as `viseme_*`
 * (developers.meta.com/horizon/documentation/unity/audio-ovrlipsync-viseme-reference).
 */
export const visemes = ['sil', 'PP', 'FF', 'TH', 'DD', 'kk', 'CH', 'SS', 'nn', 'RR', 'aa', 'E', 'I', 'O', 'U'] as const;
export const Viseme = z.enum(visemes);
export type Viseme = z.infer<typeof Viseme>;

/** Who speaks for the persona: a configured provider, or the engine that comes with the product (a demonstration voice). */
export const SpeechSource = z.enum(['provider', 'embedded']);
export type SpeechSource = z.infer<typeof SpeechSource>;

/** A mouth shape from `at`, in milliseconds from the start of its sentence, until the next one. */
export const VisemeMark = z.object({ at: z.number().min(0), viseme: Viseme });
export type VisemeMark = z.infer<typeof VisemeMark>;

/** The word at characters `from` to `to` of the turn begins `at` milliseconds into its sentence. */
export const WordMark = z.object({ at: z.number().min(0), from: z.int().min(0), to: z.int().min(0) });
export type WordMark = z.infer<typeof WordMark>;

/** What this installation can do with sound. */
export const VoiceOffer = z.object({
  /** null: the persona's words are shown, and the browser may read them aloud. */
  speak: SpeechSource.nullable(),
  /** null: nothing here understands speech; the learner types, or chooses the recogniser of the browser. */
  hear: z
    .object({
      /** Whether the recogniser writes hesitations down; null where that is not known. */
      verbatim: z.boolean().nullable(),
    })
    .nullable(),
});
export type VoiceOffer = z.infer<typeof VoiceOffer>;

/** The learner's microphone on the wire: 16-bit little-endian mono PCM, in packets of 20 ms. */
export const microphoneRate = 16_000;
export const microphonePacketMs = 20;
/** Longest utterance that is kept, in milliseconds: what comes after is not heard until the learner pauses. */
export const utteranceLimitMs = 180_000;

/** Kinds of binary frames. */
export const soundKinds = { microphone: 1, speech: 2 } as const;
/** Bytes before the samples, a multiple of 4 so that samples can be read in place. */
export const soundHeaderBytes = 8;

/**
 * A binary frame: kind (u8), 0 (u8), `index` (u16), `number` (u32), all little-endian, then 16-bit little-endian mono samples.
 * Microphone: `number` is the utterance, `index` counts its packets. Speech: `number` is the turn, `index` the sentence.
 */
export function writeSound(kind: keyof typeof soundKinds, number: number, index: number, samples: Int16Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(soundHeaderBytes + samples.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, soundKinds[kind]);
  view.setUint16(2, index & 0xffff, true);
  view.setUint32(4, number, true);
  bytes.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), soundHeaderBytes);
  return bytes;
}

export interface Sound {
  readonly kind: keyof typeof soundKinds;
  readonly number: number;
  readonly index: number;
  readonly samples: Int16Array;
}

/** Undefined when the bytes are not such a frame. Samples are copied: the caller may keep them. */
export function readSound(bytes: Uint8Array): Sound | undefined {
  if (bytes.byteLength < soundHeaderBytes || bytes.byteLength % 2 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint8(0) === soundKinds.microphone ? 'microphone' : view.getUint8(0) === soundKinds.speech ? 'speech' : undefined;
  if (!kind || view.getUint8(1) !== 0) return undefined;
  const samples = new Int16Array(bytes.slice(soundHeaderBytes).buffer);
  return { kind, number: view.getUint32(4, true), index: view.getUint16(2, true), samples };
}
