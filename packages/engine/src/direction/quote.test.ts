import type { Signal } from '@coachvisio/contract/signal.ts';
import { expect, it } from 'vitest';
import { quotable } from './quote.ts';

const vagueFrom = (text: string, words: string): Signal[] => [{ kind: 'vague', start: text.indexOf(words), end: text.indexOf(words) + words.length }];
const picked = (text: string, words: string) => quotable(vagueFrom(text, words), text);

it('picks up a whole clause, to its end and no further', () => {
  expect(picked('Je vais voir ce que je peux faire et on en reparle.', 'Je vais voir ce que je peux')).toBe('Je vais voir ce que je peux faire');
  expect(picked('Ne vous inquiétez pas, on va trouver une solution.', 'Ne vous inquiétez pas, on va')).toBe('Ne vous inquiétez pas');
  expect(picked("We'll figure something out, I promise.", "We'll figure")).toBe("We'll figure something out");
});

it('leaves what cannot be said back cleanly', () => {
  expect(picked('Alors, bientôt.', 'bientôt')).toBeUndefined();
  expect(picked('Notre équipe technique fera de son mieux.', 'fera de son mieux')).toBeUndefined();
  expect(picked('On fera au mieux pour la mise en service des trois sites prévus cette année.', 'On fera au mieux')).toBeUndefined();
});
