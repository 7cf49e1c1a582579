import { expect, it } from 'vitest';
import { inSentence } from './subject.ts';

it.each([
  ["Ce qui s'est passé avec les deux prestataires", "ce qui s'est passé avec les deux prestataires"],
  ["L'offre concurrente", "l'offre concurrente"],
  ["Ce qui l'a le plus marqué : personne ne l'a prévenu", "ce qui l'a le plus marqué (personne ne l'a prévenu)"],
  ['The competing offer', 'the competing offer'],
  ['Why the job is open: the last person left', 'why the job is open (the last person left)'],
  ['Antoine Rebourg, directeur des opérations, décide', 'Antoine Rebourg, directeur des opérations, décide'],
  ['Nathalie a fait recontrôler tous ses chiffres', 'Nathalie a fait recontrôler tous ses chiffres'],
  ['Another company is seeing her next Thursday', 'another company is seeing her next Thursday'],
  ['19 départs avant quatre mois', '19 départs avant quatre mois'],
])('puts a label after a colon: %s', (label, said) => {
  expect(inSentence(label)).toBe(said);
});
