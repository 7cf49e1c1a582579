import type { Persona } from '@coachvisio/contract/persona.ts';
import type { ScenarioSummary } from '@coachvisio/contract/scenario.ts';
import { expect, test } from 'vitest';
import { findScenarios, nothingWanted } from './find-scenarios.ts';

const scenario = (slug: string, title: string, more: Partial<ScenarioSummary>): ScenarioSummary => ({
  slug,
  title,
  persona: 'marc-delattre',
  tier: 'starter',
  flagship: false,
  level: 2,
  minutes: 12,
  summary: '',
  tags: [],
  locales: ['fr', 'en'],
  ...more,
});
const pay = scenario('pay', 'Négocier son salaire', {
  level: 1,
  tags: [
    { kind: 'situation', slug: 'negotiation', name: 'Négociation' },
    { kind: 'profession', slug: 'any-profession', name: 'Tous métiers' },
    { kind: 'segment', slug: 'job-seekers', name: 'Recherche d’emploi' },
  ],
});
const delay = scenario('delay', 'Annoncer un retard', {
  persona: 'claire-morel',
  summary: 'Deux semaines de retard sur un projet.',
  tags: [
    { kind: 'situation', slug: 'bad-news', name: 'Annoncer une mauvaise nouvelle' },
    { kind: 'profession', slug: 'buyer', name: 'Acheteur' },
  ],
});
const claire: Persona = {
  slug: 'claire-morel',
  name: 'Claire Morel',
  firstName: 'Claire',
  age: 41,
  tier: 'starter',
  headline: 'Interlocutrice prudente',
  occupation: '',
  character: '',
  disclosure: '',
  sample: '',
  locales: ['fr', 'en'],
};
const found = (wanted: Partial<typeof nothingWanted>) => findScenarios([pay, delay], [claire], { ...nothingWanted, ...wanted }).map(({ slug }) => slug);

test('shows all when nothing is asked for', () => {
  expect(found({})).toEqual(['pay', 'delay']);
  expect(found({ words: ' , ' })).toEqual(['pay', 'delay']);
});

test('finds words of title, summary, tags and persona by their beginning, without accents or case', () => {
  expect(found({ words: 'NEGOC' })).toEqual(['pay']);
  expect(found({ words: 'projet' })).toEqual(['delay']);
  expect(found({ words: 'claire retard' })).toEqual(['delay']);
  expect(found({ words: 'claire salaire' })).toEqual([]);
});

test('asks for every wish at once', () => {
  expect(found({ situation: 'negotiation', level: '1' })).toEqual(['pay']);
  expect(found({ situation: 'negotiation', level: '2' })).toEqual([]);
  expect(found({ segment: 'job-seekers' })).toEqual(['pay']);
  expect(found({ persona: 'claire-morel' })).toEqual(['delay']);
});

test('offers what is written for any trade to each of them', () => {
  expect(found({ profession: 'buyer' })).toEqual(['pay', 'delay']);
  expect(found({ profession: 'nurse' })).toEqual(['pay']);
});
