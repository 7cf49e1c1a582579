import { describe, expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

describe('a range of a file of 100 bytes', () => {
  it.each([
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=0-1', { from: 0, to: 1 }],
    ['bytes=90-200', { from: 90, to: 99 }],
    ['bytes=99-99', { from: 99, to: 99 }],
    ['bytes=-1', { from: 99, to: 99 }],
    ['bytes=-500', { from: 0, to: 99 }],
  ])('%s is a part of it', (header, part) => {
    expect(byteRange(header, 100)).toEqual(part);
  });

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=999999999999999-', 'bytes=-0'])('%s is nothing of it', (header) => {
    expect(byteRange(header, 100)).toBe('none');
  });

  it.each([
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=5-2',
    'bytes=0-1,3-4',
    'items=0-1',
    'bytes=0x0-1',
    'bytes= 0-1',
    `bytes=${'9'.repeat(400)}-`,
    'bytes=1e3-',
  ])('%s is answered with all of it', (header) => {
    expect(byteRange(header, 100)).toBe('whole');
  });
});
