import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { expect, test } from 'vitest';
import { listeningBalance } from './listening.ts';

const turn = (...kinds: readonly SignalKind[]): Signal[] => kinds.map((kind) => ({ kind, start: 0, end: 1 }));

test('goes from telling to listening', () => {
  expect(listeningBalance([turn('advice'), turn('information', 'advice')])).toBe(-2);
  expect(listeningBalance([turn('information')])).toBe(-1);
  expect(listeningBalance([turn('open_question'), turn('greeting')])).toBe(0.25);
  expect(listeningBalance([turn('reformulation'), turn('complex_reformulation')])).toBe(1);
  expect(listeningBalance([])).toBe(0);
});

test('a restatement that only leads up to telling is no listening', () => {
  expect(listeningBalance([turn('reformulation', 'information')])).toBe(-1);
});

test('more listening never lowers it, more telling never raises it', () => {
  const kinds: readonly SignalKind[] = ['greeting', 'open_question', 'reformulation', 'information'];
  for (const one of kinds)
    for (const other of kinds) {
      const before = listeningBalance([turn(one), turn(other)]);
      expect(listeningBalance([turn(one, 'open_question'), turn(other)])).toBeGreaterThanOrEqual(before);
      expect(listeningBalance([turn(one, 'reformulation'), turn(other)])).toBeGreaterThanOrEqual(before);
      for (const telling of ['information', 'advice'] as const) expect(listeningBalance([turn(one, telling), turn(other)])).toBeLessThanOrEqual(before);
    }
});
