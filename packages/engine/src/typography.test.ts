import { expect, test } from 'vitest';
import { typeset } from './typography.ts';

test('keeps French punctuation beside its word', () => {
  expect(typeset("Qu'est-ce que c'est ? « Oui » : 12 % de 50 000 €.", 'fr')).toBe(
    'Qu’est-ce que c’est\u202f? «\u00a0Oui\u00a0»\u00a0: 12\u00a0% de 50\u00a0000\u00a0€.',
  );
});

test('keeps a number beside its unit', () => {
  expect(typeset('en 12 min, il y a 3 ans', 'fr')).toBe('en 12\u00a0min, il y a 3\u00a0ans');
});

test('sets English quotation marks and apostrophes', () => {
  expect(typeset(`It's "two weeks late", they said.`, 'en')).toBe('It’s “two weeks late”, they said.');
});

test('sets a text twice as it does once', () => {
  const once = typeset("Est-ce que l'on sait ? « Non »", 'fr');
  expect(typeset(once, 'fr')).toBe(once);
});

test('changes no length, so that offsets into a turn stay true', () => {
  const said = `« L'écart » : 12 % ? C'est "ça" ; rock 'n' roll !`;
  expect([typeset(said, 'fr').length, typeset(said, 'en').length]).toEqual([said.length, said.length]);
});
