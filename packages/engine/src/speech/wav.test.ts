import { describe, expect, it } from 'vitest';
import { readSamples, readWav, readWavHead, writeWav } from './wav.ts';

const samples = Int16Array.from([0, 1, -1, 32767, -32768]);
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const le32 = (number: number) => [number & 255, (number >> 8) & 255, (number >> 16) & 255, (number >>> 24) & 255];
const format = (kind: number, channels: number, bits: number) => [
  kind & 255,
  kind >> 8,
  channels,
  0,
  ...le32(24_000),
  ...le32(48_000 * channels),
  2 * channels,
  0,
  bits,
  0,
];
const file = (...chunks: readonly (readonly [name: string, length: number, bytes: readonly number[]])[]) =>
  Uint8Array.from([
    ...letters('RIFF'),
    ...le32(0),
    ...letters('WAVE'),
    ...chunks.flatMap(([name, length, bytes]) => [...letters(name), ...le32(length), ...bytes]),
  ]);

describe('a WAV file', () => {
  it('gives back what was written', () => {
    expect(readWav(writeWav({ samples, sampleRate: 16_000 }))).toEqual({ samples, sampleRate: 16_000 });
    expect(readWav(writeWav({ samples: new Int16Array(0), sampleRate: 22_050 })).samples).toHaveLength(0);
  });

  it('begins as every reader expects', () => {
    expect([...writeWav({ samples: samples.subarray(0, 1), sampleRate: 16_000 })]).toEqual([
      ...letters('RIFF'),
      ...le32(38),
      ...letters('WAVEfmt '),
      ...le32(16),
      1,
      0,
      1,
      0,
      ...le32(16_000),
      ...le32(32_000),
      2,
      0,
      16,
      0,
      ...letters('data'),
      ...le32(2),
      0,
      0,
    ]);
  });

  it('may lie anywhere in memory, at an odd place too', () => {
    const moved = new Uint8Array(100);
    const bytes = writeWav({ samples, sampleRate: 8000 });
    moved.set(bytes, 3);
    expect(readWav(moved.subarray(3, 3 + bytes.length)).samples).toEqual(samples);
  });

  it.each([0, 0xffffffff, 0x7fffffff])('may be written while it is made: length %d', (length) => {
    expect(readWav(file(['fmt ', 16, format(1, 1, 16)], ['data', length, [1, 0, 2, 0]])).samples).toEqual(Int16Array.from([1, 2]));
  });

  it('may have notes between', () => {
    const bytes = file(['LIST', 3, [1, 2, 3, 0]], ['fmt ', 18, [...format(0xfffe, 1, 16), 0, 0]], ['fact', 4, [0, 0, 0, 0]], ['data', 2, [7, 0]]);
    expect(readWav(bytes)).toEqual({ samples: Int16Array.from([7]), sampleRate: 24_000 });
  });

  it('becomes one channel', () => {
    expect(readWav(file(['fmt ', 16, format(1, 2, 16)], ['data', 8, [10, 0, 20, 0, 0xff, 0xff, 1, 0]])).samples).toEqual(Int16Array.from([15, 0]));
  });

  it('is waited for until its head is there', () => {
    const bytes = writeWav({ samples, sampleRate: 16_000 });
    for (let length = 0; length < 44; length += 1) expect(readWavHead(bytes.subarray(0, length))).toBeUndefined();
    expect(readWavHead(bytes.subarray(0, 44))).toEqual({ sampleRate: 16_000, channels: 1, from: 44, to: 54 });
  });

  it.each([
    ['something else', Uint8Array.from(letters('{"error": "no voice of that name"}'))],
    ['compressed', file(['fmt ', 16, format(85, 1, 0)])],
    ['8 bits', file(['fmt ', 16, format(1, 1, 8)])],
    ['samples first', file(['data', 2, [0, 0]])],
    ['no channel', file(['fmt ', 16, format(1, 0, 16)])],
    ['cut', file(['fmt ', 16, format(1, 1, 16)])],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => readWav(bytes)).toThrow();
  });
});

it('leaves out half a sample', () => {
  expect(readSamples(Uint8Array.from([1, 0, 2]))).toEqual(Int16Array.from([1]));
});
