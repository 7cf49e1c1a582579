import { expect, test } from 'vitest';
import { ownershipIn } from './ownership.ts';
import { read } from './reading.ts';

test.each([
  ["J'ai appelé le client, j'ai repris le dossier et on a livré.", 'fr', 'i'],
  ['Nous avons migré le système et on a fini à temps.', 'fr', 'we'],
  ["J'ai proposé un tableau, on l'a testé.", 'fr', 'mixed'],
  ['Je ne sais pas trop, ça dépend.', 'fr', 'none'],
  ["On m'a demandé de régler ça, il nous a aidés, j'ai trouvé.", 'fr', 'i'],
  ['I mapped it, I split the work and we shipped.', 'en', 'i'],
  ['We planned, we coded, we tested.', 'en', 'we'],
  ['I mean, it depends, I guess.', 'en', 'none'],
] as const)('hears who acts: %s', (text, locale, whose) => {
  expect(ownershipIn(read(text, locale))).toBe(whose);
});
