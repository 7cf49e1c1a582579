import { expect, test } from 'vitest';
import { chooseFace, createPace, type Device } from './choose-face.ts';

const able: Device = { graphics: 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620, OpenGL 4.6)', reducedMotion: false, saveData: false, tooSlow: false };

test('shows the head where a graphics card draws it', () => {
  expect(chooseFace('auto', able)).toBe('3d');
  expect(chooseFace('auto', { ...able, graphics: '' })).toBe('3d');
});

test.each([
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)',
  'llvmpipe (LLVM 15.0.7, 256 bits)',
  'ANGLE (Microsoft, Microsoft Basic Render Driver, D3D11)',
  'Apple Software Renderer',
])('keeps the portrait where the processor would draw: %s', (graphics) => {
  expect(chooseFace('auto', { ...able, graphics })).toBe('svg');
  expect(chooseFace('3d', { ...able, graphics })).toBe('3d');
});

test('keeps the portrait for reduced motion, whatever was asked, and without WebGL 2', () => {
  expect(chooseFace('3d', { ...able, reducedMotion: true })).toBe('svg');
  expect(chooseFace('3d', { ...able, graphics: undefined })).toBe('svg');
  expect(chooseFace('svg', able)).toBe('svg');
});

test('keeps the portrait to save data, and where the head was too slow', () => {
  expect(chooseFace('auto', { ...able, saveData: true })).toBe('svg');
  expect(chooseFace('auto', { ...able, tooSlow: true })).toBe('svg');
});

const run = (pace: (ms: number) => boolean, ms: number, seconds: number) =>
  Array.from({ length: Math.ceil((seconds * 1000) / ms) }, () => pace(ms)).some(Boolean);

test('gives up after two seconds of slow frames, not after a few', () => {
  expect(run(createPace(), 33, 1.5)).toBe(false);
  expect(run(createPace(), 33, 3)).toBe(true);
  expect(run(createPace(), 16.7, 20)).toBe(false);
});

test('forgives single long frames and a hidden tab', () => {
  const pace = createPace();
  for (let i = 0; i < 600; i++) {
    if (i % 10 === 0) expect(pace(90)).toBe(false);
    expect(pace(i === 300 ? 60_000 : 17)).toBe(false);
  }
});
