import { type MonoSound, writeWav } from './wav.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A chunk of RIFF: a name of four letters, its length, its bytes, and one more where their number is odd. */
function chunk(name: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + body.length + (body.length % 2));
  bytes.set(ascii(name));
  new DataView(bytes.buffer).setUint32(4, body.length, true);
  bytes.set(body, 8);
  return bytes;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/**
 * A WAV file that says of itself that nobody spoke it: a machine finds `synthetic=true` in the comment (`ICMT`) of its
 * LIST/INFO chunk, behind the samples, where players that know no such chunk never look. Left out, `source` is not known, or several spoke.
 */
export function writeSyntheticWav(sound: MonoSound, source?: 'provider' | 'embedded'): Uint8Array<ArrayBuffer> {
  // Texts of INFO end with a zero.
  const comment = chunk('ICMT', ascii(`synthetic=true${source === undefined ? '' : `; source=${source}`}\0`));
  const software = chunk('ISFT', ascii('CoachVisio\0'));
  const file = joined(writeWav(sound), chunk('LIST', joined(ascii('INFO'), comment, software)));
  new DataView(file.buffer).setUint32(4, file.length - 8, true);
  return file;
}
