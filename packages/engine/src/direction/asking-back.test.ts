import { PersonaState } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import type { Scene } from './direct.ts';
import { initialState } from './initial-state.ts';
import { after, voiced } from './play.testing.ts';
import { interviewScene, scene, worded } from './scene.testing.ts';

const start = (here: Scene): PersonaState => {
  const state = initialState(here.scenario);
  return { ...state, plan: { ...state.plan, index: 0 } };
};
const english = (here: Scene): Scene => ({ ...here, locale: 'en' });

describe('a learner who asks back in an interview', () => {
  const bare = ['Pourquoi ?', 'pourquoi', 'Comment ça ?', 'Et alors ?', 'Pourquoi cette question, exactement ?', 'Vraiment ?', 'Vous voyez ?'];
  const bareEn = ['Why?', 'So what?', 'What do you mean?', 'How so?', 'Really?'];

  it('gets the question in other words, and keeps it', () => {
    for (const [here, texts] of [
      [interviewScene(), bare],
      [english(interviewScene()), bareEn],
    ] as const)
      for (const text of texts) {
        const { last, state } = after(here, [text], start(here));
        expect(last, text).toMatchObject({ move: 'rephrase_question', about: 'aider' });
        expect(state.plan, text).toMatchObject({ index: 0, followUps: 0, heard: {} });
      }
  });

  it('never uses the question up, however often', () => {
    const here = interviewScene();
    const lines = ['Quelle est la capitale de votre région préférée, exactement ?', 'Vous êtes marié ?', 'Pourquoi ?', 'Et alors ?', 'Vous êtes fatigué ?'];
    const { directives, state } = after(here, lines, start(here));
    expect(directives.map(({ move, line, next }) => next?.move ?? line ?? move)).toEqual([
      'rephrase_question',
      'follow_up',
      'follow_up',
      'follow_up',
      'follow_up',
    ]);
    expect(directives[1]).toMatchObject({ line: 'noAnswer', next: { about: 'aider', part: 'action' } });
    expect(state.plan).toMatchObject({ index: 0, followUps: 0, heard: {} });
    const { last } = after(here, ["J'ai rappelé le client et j'ai remplacé la pièce."], state);
    expect(last).toMatchObject({ move: 'follow_up', part: 'result' });
  });

  it('wins nothing by it from the third time on', () => {
    const here = interviewScene();
    const twice = after(here, ['Vous êtes marié ?', 'Pourquoi ?'], start(here)).state;
    expect(twice.patience).toBeGreaterThanOrEqual(start(here).patience);
    const often = after(here, ['Vous êtes fatigué ?', 'Vous êtes pressé ?', 'Et alors ?'], twice).state;
    expect(often.patience).toBeLessThan(twice.patience);
    expect(often.trust).toBeLessThanOrEqual(twice.trust);
  });

  it('may mean a figure by a few words and a mark', () => {
    const here = interviewScene();
    const due = { ...start(here), plan: { ...start(here).plan, followUps: 1, sought: ['figure' as const] } };
    expect(after(here, ['Une vingtaine ?', 'Vingt clients ?'], due).last.move).not.toBe('rephrase_question');
  });

  it('goes on with a session that was begun before it was noted', () => {
    const here = interviewScene();
    const { askedBack: _, ...plan } = start(here).plan;
    const stored: unknown = JSON.parse(JSON.stringify({ ...start(here), plan }));
    const parsed = PersonaState.parse(stored);
    expect(parsed.plan.askedBack).toEqual([]);
    expect(after(here, ['Pourquoi ?', 'Et alors ?'], parsed).state.plan.askedBack).toEqual(['aider', 'aider']);
    // As a database hands it out, unparsed.
    const raw: PersonaState = { ...start(here), plan: Object.assign(start(here).plan, { askedBack: undefined }) };
    expect(after(here, ['Pourquoi ?'], raw).state.plan.askedBack).toEqual(['aider']);
  });
});

describe('a question of a few words', () => {
  it('is answered, if only by saying that there is no answer', () => {
    const here = scene();
    for (const text of ['Vous êtes en burn-out ?', 'Vous êtes fatigué, non ?', 'Je comprends. Vous êtes malade ?'])
      expect(after(here, [text], voiced(here)).last, text).toMatchObject({
        move: 'say_line',
        line: 'noAnswer',
        next: { move: 'press_concern', about: 'delai' },
      });
    expect(after(english(here), ['not interested?'], voiced(here)).last.line).toBe('noAnswer');
  });

  it('asks for nothing when it only keeps the other listening, or hands a word back', () => {
    const here = scene();
    for (const text of ['Vous voyez ?', 'Une erreur ?', 'Ah bon ?', 'Et alors ?', 'Pourquoi ?', 'Ça vous va ?'])
      expect(after(here, [text], voiced(here)).last.line, text).not.toBe('noAnswer');
    for (const text of ['You know?', 'So what?', 'Really?', 'Deal?']) expect(after(english(here), [text], voiced(here)).last.line, text).not.toBe('noAnswer');
  });

  it('is never met by news', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const here = scene({ twist: { say: worded('twist', 2) } }, 'fr', seed);
      const late = { ...voiced(here), turns: 9 };
      for (const text of ['Pourquoi ?', 'Vous êtes malade ?', "Comment vous l'avez vécu ?"])
        expect(after(here, [text], late).last.move, text).not.toBe('twist');
      expect(after(here, ['Je vois bien ce point du contrat.'], late).last.move).toBe('twist');
    }
  });

  it('earns a fact when the worry it touches on is settled', () => {
    const here = scene({ concerns: scene().scenario.concerns.map((concern) => ({ ...concern, about: { fr: ['vecu', concern.id], en: [concern.id] } })) });
    const begun = voiced(here);
    const settled = Object.fromEntries(Object.entries(begun.concerns).map(([id, concern]) => [id, { ...concern, status: 'resolved' as const, progress: 100 }]));
    expect(after(here, ["Comment vous l'avez vécu ?"], begun).last.move).not.toBe('reveal_fact');
    expect(after(here, ["Comment vous l'avez vécu ?"], { ...begun, concerns: settled }).last).toMatchObject({ move: 'reveal_fact', about: 'passe' });
  });
});
