import type { Locale } from '@coachvisio/contract/locale.ts';
import { expect, test } from 'vitest';
import { numbersIn } from './numbers.ts';
import { read } from './reading.ts';

const said = (text: string, locale: Locale): number[] => numbersIn(read(text, locale)).map(({ amount }) => Math.round(amount * 100) / 100);

test.each([
  ["J'ai géré quatre-vingt-deux clients et cent vingt mille euros.", [82, 120_000]],
  ['Le 14 mars 2022, à neuf heures, j’ai reçu 3 appels en 20 minutes.', [3, 20]],
  ['On est passés de dix-neuf à sept jours, soit moins soixante-trois pour cent.', [19, 7, 63]],
  ["Deux virgule zéro cinq, c'est le taux. Un virgule cinq million d'euros.", [2.05, 1_500_000]],
  ['En deux mille vingt et un, nous étions onze.', [11]],
  ["J'ai 24 ans et j'encadre une quinzaine de personnes.", [24, 15]],
  ['Page 4 du lot 3, il y a trente-deux erreurs.', [32]],
  ['Pour 1 250,50 € en trois heures et demie.', [1250.5, 3.5]],
  ['Les deux équipes ont tenu, un jour après.', []],
  ["On était neuf dans les rangs, et j'ai refait les six étalonnages.", [9, 6]],
  ["Deux tiers des fiches en une heure et quart, soit un tiers du temps d'avant.", [0.67, 1.25, 0.33]],
  ['Rien de neuf, le matériel est neuf dans neuf cas sur dix.', [9, 10]],
  ['Rendez-vous à 14h30 le lundi 12, et à 18 heures.', []],
  ['Sous quarante-huit heures, mes deux collègues ont réduit de moitié.', [48, 2, 0.5]],
])('hears the numbers of a French answer: %s', (text, numbers) => {
  expect(said(text, 'fr')).toEqual(numbers);
});

test.each([
  ['Overtime fell by a third last quarter, three quarters of it on Mondays.', [0.33, 0.75]],
  ['In 2021 I managed twenty-two people and $1.5 million.', [22, 1_500_000]],
  ['We met on March 3rd at 9 am and shipped 14 units in two and a half weeks.', [14, 2.5]],
  ['One of my colleagues spent an hour and a half on it.', [1.5]],
  ['Two hundred and fifty thousand dollars, twelve hundred tickets.', [250_000, 1200]],
  ["I'm 35, in B2B sales, open 24/7.", [35]],
  ['A five-star review, half the team, and they came back twice.', [5, 0.5, 2]],
  ['Three point one four, out of ten.', [3.14, 10]],
])('hears the numbers of an English answer: %s', (text, numbers) => {
  expect(said(text, 'en')).toEqual(numbers);
});
