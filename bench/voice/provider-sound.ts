import { readSamples, readWavHead } from '@coachvisio/engine/speech/wav.ts';
import { marksIn } from './mark-sound.ts';

export const speechRate = 24_000;
/** Ordinary speech, 14 characters a second. */
export const speechMsPerCharacter = 70;

/** Something like a voice, a second of it: what is measured does not depend on what it says. */
const second = Int16Array.from({ length: speechRate }, (_, n) => {
  const t = n / speechRate;
  return 4000 * Math.sin(2 * Math.PI * 140 * t) * (0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * t));
});
const secondBytes = Buffer.from(second.buffer);

/** Bytes `from` to `to` of a voice that never ends. */
export function speechBytes(from: number, to: number): Buffer {
  const pieces: Buffer[] = [];
  for (let at = from; at < to;) {
    const begin = at % secondBytes.length;
    const piece = secondBytes.subarray(begin, Math.min(secondBytes.length, begin + to - at));
    pieces.push(piece);
    at += piece.length;
  }
  return Buffer.concat(pieces);
}

/** The head of a WAV file whose length nobody knows yet. */
export function openWavHead(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(0xffff_ffff, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(speechRate, 24);
  head.writeUInt32LE(speechRate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(0xffff_ffff, 40);
  return head;
}

export interface Understood {
  readonly text: string;
  readonly words: readonly { readonly word: string; readonly start: number; readonly end: number }[];
  readonly seconds: number;
}

/** What a recogniser understands of an upload: the words that its sound is marked with, as far as they were said in it. */
export function understand(upload: Buffer, clips: ReadonlyMap<number, readonly string[]>): Understood {
  const from = upload.indexOf('RIFF', 0, 'latin1');
  const wav = upload.subarray(from);
  const head = readWavHead(wav);
  if (from === -1 || !head) throw new Error('the upload holds no WAV file');
  // The upload goes on behind the file: its own length counts.
  const samples = readSamples(wav.subarray(head.from, Math.min(head.to, wav.length)), head.channels);
  const words: { word: string; start: number; end: number }[] = [];
  let last: { readonly clip: number; readonly words: number } | null = null;
  for (const { clip, words: over, at } of marksIn(samples)) {
    const said = last?.clip === clip ? last.words : over;
    for (const word of (clips.get(clip) ?? []).slice(said, over)) {
      const end = at / head.sampleRate;
      words.push({ word, start: words.at(-1)?.end ?? Math.max(0, end - 0.3), end });
    }
    last = { clip, words: over };
  }
  return { text: words.map(({ word }) => word).join(' '), words, seconds: samples.length / head.sampleRate };
}
