import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { type EspeakVoice, loadEspeakNg } from './espeak-ng.ts';

/** espeak-ng with French and English, in this thread. Its file system wants each file at its place in the whole of the data: the rest stays empty. */
export async function openEspeak(data: () => ArrayBuffer = slimData): Promise<EspeakVoice> {
  const open = await loadEspeakNg();
  const { eSpeakNGWorker } = await open({ getPreloadedPackage: data });
  return new eSpeakNGWorker();
}

/** As `make-data.mjs` writes it. */
function slimData(): ArrayBuffer {
  const pack = brotliDecompressSync(readFileSync(new URL('../data/espeak-fr-en.br', import.meta.url)));
  const headerEnd = 4 + pack.readUInt32LE(0);
  const header: unknown = JSON.parse(pack.toString('utf8', 4, headerEnd));
  if (!isHeader(header)) throw new Error('data/espeak-fr-en.br was not written by make-data.mjs');
  const whole = new Uint8Array(header.size);
  let from = headerEnd;
  for (const [start, length] of header.parts) {
    whole.set(pack.subarray(from, from + length), start);
    from += length;
  }
  return whole.buffer;
}

interface Header {
  readonly size: number;
  readonly parts: readonly (readonly [start: number, length: number])[];
}
const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' && value !== null && 'size' in value && typeof value.size === 'number' && 'parts' in value && Array.isArray(value.parts);
