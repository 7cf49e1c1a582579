import { expect, test } from 'vitest';
import { kinds, quotes } from './analyse.testing.ts';

const fr =
  "L'année dernière, quand j'étais vendeuse, une cliente est revenue furieuse. Je devais régler ça sans remboursement. J'ai appelé le laboratoire et j'ai préparé une solution. Au final, elle est repartie avec le sourire.";
const en =
  'Last summer, when I was working at a hotel desk, a guest was angry. My job was to keep the rating up. I called housekeeping and I offered him lunch. In the end he left a five-star review and came back.';
const parts = ['situation', 'task', 'action', 'result'] as const;

test.each([
  ['fr', fr],
  ['en', en],
] as const)('finds situation, task, action, result and who acted (%s)', (locale, text) => {
  const found = kinds(text, locale, { structured: true });
  for (const part of [...parts, 'agency_i'] as const) expect(found).toContain(part);
});

test.each([
  ['fr', fr],
  ['en', en],
] as const)('looks for none of it in a role-play (%s)', (locale, text) => {
  const found = kinds(text, locale);
  for (const part of [...parts, 'agency_i', 'agency_we'] as const) expect(found).not.toContain(part);
});

test.each([
  ['fr', 'Je parlerais aux deux personnes et je chercherais un compromis. Je proposerais peut-être une réunion.'],
  ['fr', 'Je suis perfectionniste, voilà.'],
  ['fr', "Non, je n'ai jamais refusé de mission, je n'ai pas dit non une seule fois."],
  ['en', "I would listen to both sides and I'd try to find a compromise."],
  ['en', 'I work too hard, I guess. People like me.'],
  ['en', 'I like the product and one of my friends works here.'],
] as const)('finds no action in a wish or a trait (%s): %s', (locale, text) => {
  const found = kinds(text, locale, { structured: true });
  for (const part of parts) expect(found).not.toContain(part);
});

test('an answer without its outcome has no result', () => {
  expect(kinds(fr.replace(/ Au final.*/, ''), 'fr', { structured: true })).not.toContain('result');
  expect(kinds(en.replace(/ In the end.*/, ''), 'en', { structured: true })).not.toContain('result');
});

test('tells «je» from «on»', () => {
  expect(quotes('agency_we', 'On a migré le système et nous avons réduit les incidents.', 'fr', { structured: true })).toEqual([
    'On a migré',
    'nous avons réduit',
  ]);
  expect(quotes('agency_i', "J'ai alerté l'interne et j'ai pris les constantes.", 'fr', { structured: true })).toEqual(["J'ai alerté", "j'ai pris"]);
  expect(quotes('agency_we', 'We migrated the system.', 'en', { structured: true })).toEqual(['We migrated']);
  expect(quotes('agency_i', 'Then I rolled it back.', 'en', { structured: true })).toEqual(['I rolled']);
});
