import { expect, test } from 'vitest';
import { advance, spokenPart } from './reveal.ts';

const text = "C'est trop général. Le client attend une date.";

test('marks the word that is being said', () => {
  const { start, end } = spokenPart(text, 8, 'word');
  expect(text.slice(start, end)).toBe('trop');
});

test('marks whole phrases where movement is sparse', () => {
  const { start, end } = spokenPart(text, 25, 'phrase');
  expect(text.slice(start, end)).toBe(' Le client attend une date.');
});

test('marks nothing once everything was said', () => {
  expect(spokenPart(text, text.length, 'word')).toEqual({ start: text.length, end: text.length });
});

test('takes a breath after a sentence', () => {
  const breath = advance({ at: 18.5, rest: 0 }, text, 0.05);
  expect(breath.rest).toBeGreaterThan(0.3);
  expect(advance(breath, text, 0.1).at).toBe(breath.at);
});

test('reaches the end of a long reply within twenty seconds', () => {
  const long = 'mot '.repeat(150);
  let pace = { at: 0, rest: 0 };
  let seconds = 0;
  while (pace.at < long.length) {
    pace = advance(pace, long, 1 / 60);
    seconds += 1 / 60;
  }
  expect(seconds).toBeLessThan(20);
});
