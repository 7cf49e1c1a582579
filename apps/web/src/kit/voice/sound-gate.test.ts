import { expect, test } from 'vitest';
import { SoundGate } from './sound-gate.ts';

const rate = 48_000;
const loud = new Float32Array(128).fill(0.5);

function pass(gate: SoundGate, blocks: number, input: Float32Array | null = loud): Float32Array {
  const all = new Float32Array(blocks * 128);
  for (let block = 0; block < blocks; block += 1) gate.pass(input ?? undefined, all.subarray(block * 128, (block + 1) * 128));
  return all;
}

test('closed, it is silent within 8 ms, without a click; opened, it lets all pass again', () => {
  const gate = new SoundGate(rate);
  expect(pass(gate, 2).every((sample) => Math.abs(sample - 0.5) < 1e-6)).toBe(true);
  gate.close();
  const closing = pass(gate, 4);
  expect(Math.max(...closing.map((sample, index) => Math.abs(sample - (closing[index - 1] ?? 0.5))))).toBeLessThan(0.01);
  expect(Math.max(...closing.subarray(rate * 0.008))).toBeLessThan(1e-6);
  gate.open();
  expect(pass(gate, 4).at(-1)).toBeCloseTo(0.5);
});

test('never puts out nothing at all, so that no device is let go before the next sentence begins', () => {
  const gate = new SoundGate(rate);
  const silence = [...pass(gate, 2, null), ...pass(gate, 2, new Float32Array(128))];
  gate.close();
  silence.push(...pass(gate, 8).subarray(512));
  expect(Math.min(...silence)).toBeGreaterThan(0);
  // -140 dB: less than the last bit of any converter.
  expect(Math.max(...silence)).toBeLessThan(1e-7);
});
