import { readdirSync, readFileSync } from 'node:fs';
import { CompetencyContent } from '@coachvisio/contract/scenario.ts';
import { describe, expect, it } from 'vitest';
import en from '../../../../locales/en/debrief-content.json' with { type: 'json' };
import fr from '../../../../locales/fr/debrief-content.json' with { type: 'json' };
import { checklists } from './criteria/checklists.ts';
import { rules } from './criteria/rules.ts';
import { replayReasons } from './replay.ts';

const folder = new URL('../../../../content/competencies/', import.meta.url);
const competencies = readdirSync(folder).map((file) => CompetencyContent.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

/**
 * A debrief tells what was said and done, never what somebody feels or is like: inferring emotions at work is banned (EU AI Act,
 * Regulation 2024/1689, article 5(1)(f)), and words of personality are no observable behaviour. Beginnings of words, without accents.
 */
const forbidden = {
  fr: [
    'emotion',
    'emotif',
    'emotiv',
    'personnalite',
    'temperament',
    'votre caractere',
    'sentiment',
    'ressenti',
    'ressentez',
    'humeur',
    'colere',
    'triste',
    'anxi',
    'angoiss',
    'stress',
    'nerveu',
    'peur',
    'honte',
    'timid',
    'optimis',
    'pessimis',
    'honnete',
    'bon sens',
    'sincer',
    'enthousias',
    'motiv',
    'charism',
    'extraver',
    'introver',
    'empath',
    'confiance en vous',
    'confiance en soi',
    'arrogan',
    'agressi',
    'sympath',
    'chaleureu',
    'intelligen',
  ],
  en: [
    'emotion',
    'personality',
    'temperament',
    'your character',
    'feeling',
    'you feel',
    'mood',
    'anger',
    'angry',
    'sadness',
    'anxi',
    'stress',
    'nervous',
    'afraid',
    'fear',
    'shame',
    'shy',
    'optimis',
    'pessimis',
    'honest',
    'common sense',
    'sincer',
    'enthusias',
    'motivat',
    'charism',
    'extrover',
    'introver',
    'empath',
    'self confiden',
    'confident',
    'arrogan',
    'aggressi',
    'friendl',
    'warmth',
    'intelligen',
  ],
} as const;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’'-]/g, ' ').toLowerCase();
const found = (text: string, locale: 'fr' | 'en'): string[] => forbidden[locale].filter((start) => new RegExp(`(?<![a-z])${start}`).test(folded(text)));

describe('the words of a debrief', () => {
  it.each([
    ['fr', fr],
    ['en', en],
  ] as const)('name no emotion and no trait (%s)', (locale, sentences) => {
    expect(Object.entries(sentences).filter(([, text]) => found(text, locale).length > 0)).toEqual([]);
  });

  it.each(['fr', 'en'] as const)('nor do the anchors of a competency (%s)', (locale) => {
    const texts = competencies.flatMap(({ slug, name, short, anchors, exercise }) =>
      [name, short, ...anchors, exercise].map((text) => [slug, text[locale]] as const),
    );
    expect(texts.filter(([, text]) => found(text, locale).length > 0)).toEqual([]);
  });

  it('would be noticed', () => {
    expect(found('Vous étiez stressé et peu sincère.', 'fr')).toEqual(['stress', 'sincer']);
    expect(found('You came across as self-confident.', 'en')).toEqual(['self confiden', 'confident']);
  });

  it('are the same sentences in both languages', () => {
    expect(Object.keys(fr)).toEqual(Object.keys(en));
  });
});

describe('every competency', () => {
  it('has a rule or a checklist, and never both', () => {
    const known = new Set([...rules.keys(), ...checklists.keys()]);
    expect(competencies.map(({ slug }) => slug).filter((slug) => !known.has(slug))).toEqual([]);
    expect([...rules.keys()].filter((slug) => checklists.has(slug))).toEqual([]);
  });

  it.each([
    ['fr', fr],
    ['en', en],
  ] as const)('finds a sentence for each of its moves, and each reason to replay has one (%s)', (_, sentences) => {
    const needed = [
      ...[...checklists].flatMap(([competency, moves]) => moves.map(({ id }) => `move.${competency}.${id}`)),
      ...[...replayReasons].map((reason) => `replay.${reason}`),
      ...['own', 'date', 'open', 'part'].flatMap((kind) => ['title', 'say', 'why'].map((part) => `better.${kind}.${part}`)),
    ];
    expect(needed.filter((key) => !Object.hasOwn(sentences, key))).toEqual([]);
    expect(Object.keys(sentences).filter((key) => /^(?:move|replay|better)\./.test(key) && !needed.includes(key))).toEqual([]);
  });
});
