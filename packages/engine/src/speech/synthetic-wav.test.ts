import { expect, it } from 'vitest';
import { writeSyntheticWav } from './synthetic-wav.ts';
import { readWav } from './wav.ts';

/** The chunks of a RIFF form that begin at `from`, by name. */
function chunksOf(bytes: Uint8Array, from: number): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, Uint8Array>();
  for (let at = from; at < bytes.length;) {
    const length = view.getUint32(at + 4, true);
    found.set(String.fromCharCode(...bytes.subarray(at, at + 4)), bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return found;
}

const samples = Int16Array.from({ length: 801 }, (_, index) => index * 7);

it.each(['provider', 'embedded'] as const)('marks the sound of %s as synthetic, and leaves it as it was', (source) => {
  const file = writeSyntheticWav({ samples, sampleRate: 24_000 }, source);
  expect(new DataView(file.buffer).getUint32(4, true)).toBe(file.length - 8);
  expect(readWav(file)).toEqual({ samples, sampleRate: 24_000 });
  const list = chunksOf(file, 12).get('LIST') ?? new Uint8Array();
  expect(String.fromCharCode(...list.subarray(0, 4))).toBe('INFO');
  expect(String.fromCharCode(...(chunksOf(list, 4).get('ICMT') ?? []))).toBe(`synthetic=true; source=${source}\0`);
});
