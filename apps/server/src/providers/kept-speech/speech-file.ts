import { createHash } from 'node:crypto';
import type { SpeechPiece } from '@coachvisio/engine/ports.ts';
import { readSamples } from '@coachvisio/engine/speech/wav.ts';
import { z } from 'zod';

/** What a voice made of a text: all of its sound, and the sounds and words that were told of it. */
export interface WholeSpeech {
  readonly sampleRate: number;
  readonly samples: Int16Array;
  readonly marks: readonly Mark[];
}

type Mark = Exclude<SpeechPiece, { type: 'sound' }>;

const Head = z.strictObject({
  sampleRate: z.int().min(4000).max(192_000),
  marks: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('phoneme'), at: z.number(), phoneme: z.string() }),
      z.strictObject({ type: z.literal('word'), at: z.number(), from: z.int().min(0), to: z.int().min(0) }),
    ]),
  ),
});

const digestBytes = 32;
const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** SHA-256 of the rest, length of the head (u32, little-endian), head as JSON, samples. */
export function writeSpeech({ samples, ...head }: WholeSpeech): Uint8Array {
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const sound = Buffer.alloc(samples.length * 2);
  for (const [index, sample] of samples.entries()) sound.writeInt16LE(sample, index * 2);
  const body = Buffer.concat([length, json, sound]);
  return Buffer.concat([digestOf(body), body]);
}

/** Null for whatever is not, to the last bit, what was written: nobody should hear noise. */
export function readSpeech(file: Uint8Array): WholeSpeech | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const body = bytes.subarray(digestBytes);
  if (body.length < 4 || !digestOf(body).equals(bytes.subarray(0, digestBytes))) return null;
  const from = 4 + body.readUInt32LE(0);
  const head = Head.safeParse(jsonIn(body.subarray(4, from)));
  return head.success ? { ...head.data, samples: readSamples(body.subarray(from)) } : null;
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
