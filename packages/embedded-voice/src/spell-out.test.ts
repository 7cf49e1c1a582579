import { describe, expect, it } from 'vitest';
import { spellOut, wordsIn } from './spell-out.ts';

const said = (text: string, locale: 'fr' | 'en') => spellOut(text, locale).text.replaceAll(/\s+/gu, ' ').trim();

describe('French read aloud', () => {
  it.each([
    ['Rendez-vous à 14 h 30, ou 14h05.', 'Rendez-vous à 14 heures 30, ou 14 heures 5.'],
    ['De 9h à 18:00, 35 h par semaine', 'De 9 heures à 18 heures, 35 heures par semaine'],
    ['21 h, 1 h, 31 minutes, 11 h', 'vingt et une heures, une heures, trente et une minutes, 11 heures'],
    ['12,50 € ou 3,00 €', '12 euros 50 ou 3 euros'],
    ['90 k€, 2 M€, 3 millions €, 24 €/mois', "90 mille euros, 2 millions d'euros, 3 millions d'euros, 24 euros par mois"],
    ['25\u202f000\u00a0€', '25 000 euros'],
    ['le 03/12/2025, le 01/05', 'le 3 décembre 2025, le 1er mai'],
    ['3/4 des cas', '3/4 des cas'],
    ['la 2e fois, la 22e, la 1re', 'la deuxième fois, la 22 ième, la première'],
    ['M. Garnier — Mme Morel, le Dr Kessler', 'monsieur Garnier, Mme Morel, le docteur Kessler'],
    ['10-12 personnes, 06-12-34', '10 à 12 personnes, 06-12-34'],
    ['appelez le 3114', 'appelez le 31 14'],
    ["l'IA et la VAE, un CDI", "l'I A et la V A E, un CDI"],
    ['« Je comprends », l’équipe', "Je comprends , l'équipe"],
    ['Hm, hm. 😀 et/ou', 'heum, heum. et ou'],
    ['**Non** [[bla]] <b>', 'Non bla b'],
  ])('%s', (written, expected) => {
    expect(said(written, 'fr')).toBe(expected);
  });
});

describe('English read aloud', () => {
  it.each([
    ['It’s $25, $1, $3.50, $1,200.', "It's 25 dollars, 1 dollar, 3 dollars 50, 1,200 dollars."],
    ['$2.5 million, $2.9M, $40k, 40k', '2.5 million dollars, 2.9 million dollars, 40 thousand dollars, 40 thousand'],
    ['$80-90,000 or $80,000-$90,000', '80 to 90,000 dollars or 80,000 to 90,000 dollars'],
    ['€1,800, £5', '1,800 euros, 5 pounds'],
    ['9:05, 9:30, 10:00, 10:00 AM, 3pm, 3:30 p.m.', "9 oh 5, 9 30, 10 o'clock, 10 AM, 3 PM, 3 30 p.m."],
    ['12/05/2025, in 1998, since 1905', 'December 5, 20 25, in 19 98, since 19 oh 5'],
    ['2024 people, 2,025 units, 1990s', '2024 people, 2,025 units, 1990s'],
    ['call 911 or 988', 'call 9 1 1 or 9 8 8'],
    ['Mr. Smith, Ms. Jones and Dr. Lee', 'Mister Smith, Miz Jones and Doctor Lee'],
    ['10-12, 25-day, 24/7, and/or', '10 to 12, 25-day, 24 7, and or'],
    ['Hm. Mm-hm. “quoted” — then', 'hmm. um hum. quoted , then'],
    ['#5 & No. 6, −5%', 'number 5 and number 6, -5%'],
  ])('%s', (written, expected) => {
    expect(said(written, 'en')).toBe(expected);
  });
});

describe('where it stands in what was written', () => {
  it.each([
    [
      'fr',
      'À 14 h 30, « l’équipe » perd 12,50 € et 😀 25\u202f%.',
      [
        ['heures', 'h'],
        ["l'équipe", 'l’équipe'],
        ['euros', '12,50'],
        ['25', '25'],
      ],
    ],
    [
      'en',
      'It’s $2.5 million at 3pm — OK?',
      [
        ['2', '$2.5'],
        ['million', 'million'],
        ['dollars', 'million'],
        ['PM', '3pm'],
        ['OK', 'OK?'],
      ],
    ],
  ] as const)('%s', (locale, written, pairs) => {
    const { text, origin } = spellOut(written, locale);
    expect(origin).toHaveLength(text.length);
    const words = wordsIn(written);
    for (const [spoken, word] of pairs) {
      const place = origin[text.indexOf(spoken)] ?? -1;
      const found = words.findLast(({ from }) => from <= place);
      expect([spoken, found && written.slice(found.from, found.to)]).toEqual([spoken, word]);
    }
  });
});
