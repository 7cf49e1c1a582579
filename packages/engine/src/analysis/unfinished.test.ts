import { describe, expect, it } from 'vitest';
import { openEndOf, unfinishedFrom } from './unfinished.ts';

describe('the sentence that somebody was cut off in', () => {
  it.each([
    ['On a livré. Et ensuite on', 'Et ensuite on'],
    ['On a livré. Et ensuite on a vu le client.', 'Et ensuite on a vu le client.'],
    ['On a gagné 12.5 points en', 'On a gagné 12.5 points en'],
    ['Vraiment ? Oui… enfin', 'enfin'],
    ['Bonjour', 'Bonjour'],
    ['', ''],
  ])('of «%s» is «%s»', (text, last) => {
    expect(text.slice(unfinishedFrom(text))).toBe(last);
  });

  it('is no longer than twenty words where a recogniser left the stops out', () => {
    const text = Array.from({ length: 60 }, (_, index) => `mot${index}`).join(' ');
    expect(text.slice(unfinishedFrom(text)).split(' ')).toHaveLength(20);
  });

  it('is none where nobody was cut off', () => {
    const sound = { durationMs: 0, verbatim: null, words: null };
    expect(openEndOf({ text: 'Fini. Oui.' })).toBe(10);
    expect(openEndOf({ text: 'Fini. Oui.', sound })).toBe(10);
    expect(openEndOf({ text: 'Fini. Et', sound: { ...sound, cutIn: true } })).toBe(6);
  });
});
