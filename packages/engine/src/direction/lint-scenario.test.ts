import { readdirSync, readFileSync } from 'node:fs';
import { PersonaContent } from '@coachvisio/contract/persona.ts';
import { type Exit, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { describe, expect, it } from 'vitest';
import { lintScenario } from './lint-scenario.ts';
import { interviewScene, persona, scenario } from './scene.testing.ts';

/** The scenario of the tests, with lines of its own in every place. */
const talk = structuredClone(scenario);
const interview: ScenarioContent = {
  ...structuredClone(interviewScene().scenario),
  exits: interviewScene().scenario.exits.map((exit) => (exit.kind === 'bad' ? { ...exit, when: { patience: { lte: 5 } } } : exit)),
};
const where = (it: ScenarioContent) => lintScenario(it, persona).map((finding) => finding.where);
const exit = (id: string, when: Exit['when'], kind: Exit['kind'] = 'good'): Exit => ({
  id,
  kind,
  when,
  title: { fr: id, en: id },
  because: { fr: id, en: id },
  closing: { fr: [`closing ${id}`], en: [`closing ${id}`] },
});
const withExit = (it: Exit): ScenarioContent => ({ ...talk, exits: [it, ...talk.exits] });
/** With one item of a list replaced. */
const change = <T extends { id: string }>(items: readonly T[], id: string, over: Partial<T>): T[] =>
  items.map((item) => (item.id === id ? { ...item, ...over } : item));

describe('a scenario in which everything can happen', () => {
  it('has no findings', () => {
    expect(lintScenario(talk, persona)).toEqual([]);
    expect(lintScenario(interview, persona)).toEqual([]);
  });
});

describe('a fault that was planted', () => {
  const faults: readonly (readonly [string, ScenarioContent, string])[] = [
    [
      'trust that a fact wants and nobody reaches',
      { ...talk, facts: change(talk.facts, 'enjeu', { earned: { by: ['open_question'], trust: 100 } }), minutes: 3 },
      'facts.enjeu.earned.trust',
    ],
    [
      'an answer that a fact always shadows',
      {
        ...talk,
        facts: change(talk.facts, 'enjeu', { earned: { by: [], trust: 0 } }),
        answers: [{ id: 'qui', about: { fr: ['direction'], en: ['management'] }, say: { fr: ['un', 'deux'], en: ['one', 'two'] } }],
      },
      'answers.qui.about.fr',
    ],
    [
      'a fact that its own words do not reach',
      { ...talk, facts: change(talk.facts, 'enjeu', { about: { fr: ['prestataires'], en: ['suppliers'] } }) },
      'facts.enjeu.about.fr',
    ],
    ['an exit whose bounds exclude each other', withExit(exit('jamais', { trust: { gte: 60, lte: 40 } })), 'exits.jamais.when'],
    ['an exit that wants more turns than there are', withExit(exit('jamais', { turns: { gte: 90 } })), 'exits.jamais.when'],
    ['an exit that wants more open worries than it leaves', withExit(exit('jamais', { openConcerns: { gte: 3 }, eased: ['prix'] })), 'exits.jamais.when'],
    ['an exit that names a worry nobody has', withExit(exit('jamais', { eased: ['inconnu'] })), 'exits.jamais.when'],
    ['an exit on the coverage of no plan', withExit(exit('jamais', { coverage: { lte: 0.5 } })), 'exits.jamais.when'],
    [
      'an exit that wants a worry resolved which nothing resolves',
      { ...withExit(exit('jamais', { resolved: ['risque'] })), concerns: change(talk.concerns, 'risque', { eases: { date: 20 } }) },
      'exits.jamais.when',
    ],
    [
      'an exit behind a weaker one',
      {
        ...talk,
        exits: [
          ...talk.exits.slice(0, 1),
          exit('mieux', { turns: { gte: 6 }, openConcerns: { lte: 0 }, trust: { gte: 70 }, committed: true }),
          ...talk.exits.slice(1),
        ],
      },
      'exits.mieux',
    ],
    ['a last exit with a condition', { ...talk, exits: change(talk.exits, 'attend', { when: { atEnd: true, trust: { gte: 30 } } }) }, 'exits.attend'],
    ['a story that cannot end badly', { ...talk, exits: talk.exits.filter(({ kind }) => kind !== 'bad') }, 'exits'],
    [
      'a good end of an interview that wants more turns than full answers take',
      { ...interview, exits: change(interview.exits, 'signe', { when: { atEnd: true, turns: { gte: 4 } } }) },
      'exits.signe.when',
    ],
    [
      'an end on tension that patience always forestalls',
      { ...talk, exits: [exit('tonnerre', { tension: { gte: 99 } }, 'bad'), ...talk.exits] },
      'exits.tonnerre.when',
    ],
    ['an interview that judges who leaves early', { ...interview, exits: change(interview.exits, 'attend', { kind: 'bad' }) }, 'exits.attend.kind'],
    [
      'a key that no line asks for',
      {
        ...talk,
        concerns: change(talk.concerns, 'delai', {
          keys: [{ about: { fr: ['site'], en: ['site'] }, weight: 30, sought: { fr: ['planning'], en: ['planning'] } }],
        }),
      },
      'concerns.delai.keys.0.sought.fr',
    ],
    ['a worry that nothing resolves', { ...talk, concerns: change(talk.concerns, 'risque', { eases: { date: 20 } }) }, 'concerns.risque.eases'],
    ['a worry for which there is no time', { ...talk, minutes: 3 }, 'concerns.risque'],
    ['a worry in an interview', { ...interview, concerns: talk.concerns.slice(0, 1) }, 'concerns.delai'],
    [
      'a follow-up for a part that is not expected',
      { ...interview, questionPlan: change(interview.questionPlan, 'aider', { expects: ['action'] }) },
      'questionPlan.aider.followUps.result',
    ],
    [
      'an expected part that nothing asks for',
      { ...interview, questionPlan: change(interview.questionPlan, 'erreur', { expects: ['action', 'situation'] }) },
      'questionPlan.erreur.expects',
    ],
    ['news for which there is no time', { ...talk, minutes: 4, twist: { say: { fr: ['Du nouveau.'], en: ['News.'] } } }, 'twist'],
    ['the same line twice', { ...talk, opening: { fr: ['raise delai 1', 'opening 2'], en: ['a', 'b'] } }, 'concerns.delai.raise.fr.0'],
  ];
  for (const [name, planted, place] of faults)
    it(`is named: ${name}`, () => {
      expect(where(planted)).toContain(place);
    });
});

const root = new URL('../../../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

describe('the library', () => {
  for (const file of readdirSync(new URL('content/scenarios/', root)))
    it(`can be played to all its ends: ${file}`, () => {
      const it = ScenarioContent.parse(read(`content/scenarios/${file}`));
      expect(lintScenario(it, PersonaContent.parse(read(`content/personas/${it.persona}.json`)))).toEqual([]);
    });
});
