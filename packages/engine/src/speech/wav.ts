/** Sound of one channel. */
export interface MonoSound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

const headerBytes = 44;
const pcm = 1;
const extensible = 0xfffe;
const tag = (letters: string): number => [...letters].reduce((number, letter, index) => number + letter.charCodeAt(0) * 256 ** index, 0);
const riff = tag('RIFF');
const wave = tag('WAVE');
const format = tag('fmt ');
const data = tag('data');

/** A WAV file of 16-bit mono samples. */
export function writeWav({ samples, sampleRate }: MonoSound): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes + samples.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, riff, true);
  view.setUint32(4, bytes.length - 8, true);
  view.setUint32(8, wave, true);
  view.setUint32(12, format, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, pcm, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  view.setUint32(36, data, true);
  view.setUint32(40, samples.length * 2, true);
  for (const [index, sample] of samples.entries()) view.setInt16(headerBytes + index * 2, sample, true);
  return bytes;
}

/** What the beginning of a WAV file says of the sound that follows. */
export interface WavHead {
  readonly sampleRate: number;
  readonly channels: number;
  /** Where the samples begin. */
  readonly from: number;
  /** Where they end; a file written while it was made does not say, and ends where its bytes end. */
  readonly to: number;
}

/**
 * Reads the head of a WAV file of 16-bit samples that may not have come in full.
 *
 * @returns undefined while more bytes are needed
 * @throws when these bytes are no such file
 */
export function readWavHead(bytes: Uint8Array): WavHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return undefined;
  if (view.getUint32(0, true) !== riff || view.getUint32(8, true) !== wave) throw new Error('the sound is no WAV file');
  let found: Pick<WavHead, 'sampleRate' | 'channels'> | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    const from = at + 8;
    if (name === data) {
      if (!found) throw new Error('the WAV file does not say what it holds');
      return { ...found, from, to: isUnknown(length) ? Number.POSITIVE_INFINITY : from + length };
    }
    if (name === format) {
      if (from + 16 > bytes.length) return undefined;
      found = readFormat(view, from);
    }
    // Chunks begin at even places.
    at = from + length + (length % 2);
  }
  return undefined;
}

/** Who streams a WAV file writes 0, or the most there can be, for a length that nobody knows yet. */
const isUnknown = (length: number): boolean => length === 0 || length >= 0x7fff_fff0;

function readFormat(view: DataView, from: number): Pick<WavHead, 'sampleRate' | 'channels'> {
  const kind = view.getUint16(from, true);
  const channels = view.getUint16(from + 2, true);
  const sampleRate = view.getUint32(from + 4, true);
  const bits = view.getUint16(from + 14, true);
  if ((kind !== pcm && kind !== extensible) || bits !== 16) throw new Error('the WAV file does not hold 16-bit samples');
  if (channels === 0 || sampleRate === 0) throw new Error('the WAV file has no channel or no rate');
  return { sampleRate, channels };
}

/**
 * Reads a WAV file of 16-bit samples; several channels become their mean.
 *
 * @throws when these bytes are no such file
 */
export function readWav(bytes: Uint8Array): MonoSound {
  const head = readWavHead(bytes);
  if (!head) throw new Error('the WAV file ends before its samples');
  return { samples: readSamples(bytes.subarray(head.from, Math.min(head.to, bytes.length)), head.channels), sampleRate: head.sampleRate };
}

/** 16-bit little-endian samples as one channel. What is left of the last one is left out. */
export function readSamples(bytes: Uint8Array, channels = 1): Int16Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Int16Array(Math.floor(bytes.length / 2 / channels));
  for (let index = 0; index < samples.length; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += view.getInt16((index * channels + channel) * 2, true);
    samples[index] = Math.round(sum / channels);
  }
  return samples;
}
