import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { directEnding, directSilence, type Scene } from './direct.ts';
import { initialState } from './initial-state.ts';
import { after } from './play.testing.ts';
import { interviewScene, worded } from './scene.testing.ts';
import type { TimeLeft } from './time-left.ts';

/** An interview whose first question was asked. */
const start = (here: Scene): PersonaState => ({ ...initialState(here.scenario), plan: { index: 0, followUps: 0, sought: [], heard: {}, askedBack: [] } });

describe('an interview', () => {
  const whole = "En juillet, un client était furieux. Je l'ai rappelé, j'ai remplacé la pièce et au final il est revenu la semaine suivante.";

  it('asks for the part that is missing and goes on when it comes', () => {
    const here = interviewScene();
    const { directives } = after(here, ["J'ai rappelé le client et j'ai remplacé la pièce.", 'Au final, le client est revenu chez nous.'], start(here));
    expect(directives[0]).toMatchObject({ move: 'follow_up', about: 'aider', part: 'result' });
    expect(directives[1]).toMatchObject({ move: 'ask_question', about: 'erreur' });
  });

  it('never asks twice for the same part and goes on after two follow-ups', () => {
    const here = interviewScene();
    const { directives } = after(
      here,
      ["C'était il y a longtemps.", "C'était comme ça, dans la boutique.", 'Voilà, je ne vois pas mieux à vous dire.'],
      start(here),
    );
    expect(directives.map(({ move }) => move)).toEqual(['follow_up', 'rephrase_question', 'ask_question']);
  });

  it('goes straight on after a whole answer', () => {
    const here = interviewScene();
    expect(after(here, [whole], start(here)).last).toMatchObject({ move: 'ask_question', about: 'erreur' });
  });

  it('answers a question in the middle and keeps its own', () => {
    const here = interviewScene();
    const { last, state } = after(here, ['Qui décide, chez vous, pour ce poste ?'], start(here));
    expect(last).toMatchObject({ move: 'answer', about: 'decideur' });
    expect(state.plan.index).toBe(0);
  });

  it('keeps what an answer held when the same turn asks something', () => {
    const here = interviewScene();
    const { last } = after(here, [`${whole} Et qui décide, chez vous ?`], start(here));
    expect(last).toMatchObject({ move: 'answer', about: 'decideur', next: { move: 'ask_question', about: 'erreur' } });
  });

  it('rephrases its question for who asks to hear it again', () => {
    const here = interviewScene();
    const { last, state } = after(here, ['Vous pouvez répéter la question ?'], start(here));
    expect(last).toMatchObject({ move: 'rephrase_question', about: 'aider' });
    expect(state.plan).toEqual(start(here).plan);
  });

  it('puts its question again after one that has no answer here, and does not use it up', () => {
    const here = interviewScene();
    const { last, state } = after(here, ['Quelle est la capitale de votre région préférée, exactement ?'], start(here));
    expect(last).toMatchObject({ move: 'say_line', line: 'noAnswer', next: { move: 'rephrase_question', about: 'aider' } });
    expect(state.plan).toMatchObject({ index: 0, followUps: 0 });
  });

  it('puts its question in other words for who asks what it means', () => {
    const here = interviewScene();
    const { last, state } = after(here, ["C'est quoi pour vous, une aide, exactement, dans ce cas ?"], start(here));
    expect(last).toMatchObject({ move: 'rephrase_question', about: 'aider' });
    expect(state.plan).toMatchObject({ index: 0, followUps: 0 });
  });

  it('waits for questions that are announced', () => {
    const here = interviewScene();
    const { last, state } = after(here, ["Oui, j'ai deux questions."], start(here));
    expect(last).toMatchObject({ move: 'say_line', line: 'listening' });
    expect(state.plan).toEqual(start(here).plan);
  });

  it('rephrases its question at the second silence', () => {
    const here = interviewScene();
    const first = directSilence(here, start(here));
    expect(first.directive.line).toBe('silenceFirst');
    expect(directSilence(here, first.state).directive).toMatchObject({ move: 'rephrase_question', about: 'aider' });
  });
});

const whole = "En juillet, un client était furieux. Je l'ai rappelé, j'ai remplacé la pièce et au final il est revenu la semaine suivante.";
const at = (share: number, minutes = 6): TimeLeft => ({ share, ms: share * minutes * 60_000 });
const withScenario = (over: Partial<Scene['scenario']>): Scene => {
  const here = interviewScene();
  return { ...here, scenario: { ...here.scenario, ...over } };
};

describe('what counts in an interview', () => {
  it('is the size of something done, and not an age', () => {
    const here = interviewScene();
    const aged = after(here, ["J'ai 24 ans et je viens de finir un BTS."], start(here));
    expect(aged.state.trust).toBeLessThanOrEqual(here.scenario.start.trust);
    expect(aged.state.plan.heard['aider']).not.toContain('figure');
    expect(aged.last.reaction).not.toBe('warm');
    const done = after(here, ["J'ai rappelé 24 clients en deux jours."], start(here));
    expect(done.state.plan.heard['aider']).toContain('figure');
  });

  it('is a figure alone when a figure was asked for', () => {
    const here = withScenario({
      questionPlan: interviewScene().scenario.questionPlan.map((question) => ({
        ...question,
        expects: ['action' as const, 'figure' as const],
        followUps: { action: worded('follow action', 2), figure: worded('follow figure', 2) },
      })),
    });
    const { directives, state } = after(here, ["J'ai rappelé chaque client moi-même.", 'À peu près 24 clients.'], start(here));
    expect(directives[0]).toMatchObject({ move: 'follow_up', part: 'figure' });
    expect(state.plan.heard['aider']).toContain('figure');
  });
});

describe('the hour of an interview', () => {
  it('moves on when the minutes of a question are used up, and not before', () => {
    const here = interviewScene();
    const half = "J'ai rappelé le client et j'ai remplacé la pièce.";
    expect(after(here, [half], start(here), at(0.8)).last.move).toBe('follow_up');
    expect(after(here, [half], start(here), at(0.6)).last).toMatchObject({ move: 'ask_question', about: 'erreur' });
  });

  it('says that two minutes are left, once, and gives them to the learner’s own questions', () => {
    const [first, second, last] = interviewScene().scenario.questionPlan;
    if (!first || !second || !last) throw new Error('the plan has three questions');
    const here = withScenario({ questionPlan: [first, second, { ...second, id: 'plan' }, last] });
    const begun = after(here, [whole], start(here)).state;
    const { directives, state } = after(here, [whole.replace('juillet', 'mars'), 'Je retiens surtout le contact avec les clients.'], begun, at(0.3));
    expect(directives.map(({ line, about }) => line ?? about)).toEqual(['timeLow', 'vos-questions']);
    expect(state.plan.heard['plan']).toBeUndefined();
  });

  it('answers first what was asked, as long as it can', () => {
    const here = interviewScene();
    const begun = { ...start(here), turns: 3 };
    expect(after(here, ['Qui décide, chez vous, pour ce poste ?'], begun, at(0.3)).last.move).toBe('answer');
    expect(after(here, ['Qui décide, chez vous, pour ce poste ?'], begun, at(0.1)).last.line).toBe('timeLow');
  });

  it('is no matter without a timer', () => {
    const here = interviewScene();
    const { directives } = after(
      here,
      Array.from({ length: 4 }, (_, index) => `${whole} Et de ${index + 2}.`),
      start(here),
    );
    expect(directives.map(({ line }) => line)).not.toContain('timeLow');
  });
});

describe('news in an interview', () => {
  it('comes between two questions past the middle, and the next question comes after', () => {
    const here = withScenario({ twist: { say: worded('twist', 2) } });
    const { directives } = after(here, [whole, whole.replace('juillet', 'mars'), "Un samedi sur deux ? D'accord, cela me convient."], start(here));
    expect(directives.map(({ move, about }) => about ?? move)).toEqual(['erreur', 'twist', 'vos-questions']);
  });
});

describe('leaving an interview', () => {
  const judged = withScenario({
    exits: [
      {
        id: 'non',
        kind: 'bad',
        title: { fr: 'n', en: 'n' },
        because: { fr: 'n', en: 'n' },
        when: { atEnd: true, coverage: { lte: 0.4 } },
        closing: worded('non', 2),
      },
      { id: 'attend', kind: 'mixed', title: { fr: 'a', en: 'a' }, because: { fr: 'a', en: 'a' }, when: { atEnd: true }, closing: worded('attend', 2) },
    ],
  });

  it('turns nobody down before half of the questions were answered', () => {
    expect(directEnding(judged, start(judged), 'learner').directive.ends?.exit).toBe('attend');
    const heard = after(judged, ["C'était il y a longtemps.", "C'était comme ça.", 'Voilà, je ne vois pas mieux.', 'Je ne sais pas.'], start(judged)).state;
    expect(directEnding(judged, heard, 'learner').directive.ends?.exit).toBe('non');
  });

  it('holds a question against nobody that was only just asked', () => {
    const state = after(judged, [whole], start(judged)).state;
    expect(state.plan.index).toBe(1);
    expect(directEnding(judged, state, 'learner').directive.ends?.exit).toBe('attend');
  });
});

describe('coming in', () => {
  it('is no answer to the first question', () => {
    const here = interviewScene();
    for (const text of ["Bonjour, merci de me recevoir. J'ai préparé l'entretien ce week-end.", 'bonjour madame merci de me recevoire']) {
      const { last, state } = after(here, [text], start(here));
      expect(last, text).toMatchObject({ move: 'say_line', line: 'listening' });
      expect(state.plan, text).toEqual(start(here).plan);
    }
    expect(after(here, [`Bonjour, merci de me recevoir. ${whole}`], start(here)).last).toMatchObject({ move: 'ask_question', about: 'erreur' });
  });
});

describe('an interview at level 3', () => {
  it('gives one second chance to each question', () => {
    const here = withScenario({ level: 3 });
    const { directives } = after(here, ["J'ai rappelé le client.", 'Je ne saurais pas vous dire exactement.'], start(here));
    expect(directives.map(({ move }) => move)).toEqual(['follow_up', 'ask_question']);
  });
});
