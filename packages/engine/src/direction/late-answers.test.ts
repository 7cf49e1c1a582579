import { describe, expect, it } from 'vitest';
import type { Scene } from './direct.ts';
import { initialState } from './initial-state.ts';
import { after } from './play.testing.ts';
import { interviewScene } from './scene.testing.ts';

/** An interview that stands at its second question and never heard whom one told about the first one. */
const here: Scene = (() => {
  const one = interviewScene();
  const asking = {
    fr: ['Et dehors ? Qui avez-vous prévenu ?', 'Le support, la direction : qui a su quoi ?'],
    en: ['Who did you warn?', 'Support, the board: who knew?'],
  };
  const questionPlan = one.scenario.questionPlan.map((question, index) =>
    index === 0 ? { ...question, expects: ['action' as const, 'task' as const], followUps: { ...question.followUps, task: asking } } : question,
  );
  return { ...one, scenario: { ...one.scenario, questionPlan } };
})();
const begun = (heard: Record<string, 'action'[]>) => {
  const state = initialState(here.scenario);
  return { ...state, turns: 3, plan: { ...state.plan, index: 1, heard } };
};
const heardOn = (text: string, heard: Record<string, 'action'[]> = { aider: ['action'] }) => after(here, [text], begun(heard)).state.plan.heard['aider'];

describe('an answer to a question that is over', () => {
  it('still counts for it, in the words in which it was asked', () => {
    expect(heardOn("J'ai aussi prévenu le support, ce soir-là.")).toEqual(['action', 'task']);
  });

  it('counts where it is given as well', () => {
    expect(after(here, ["J'ai aussi prévenu le support, ce soir-là."], begun({ aider: ['action'] })).state.plan.heard['erreur']).toContain('action');
  });

  it('is none by a word in common, by a dodge, or to a question that was never put', () => {
    expect(heardOn("J'ai réparé la machine avec le support.")).toEqual(['action']);
    expect(heardOn('Qui a prévenu le support, chez vous ?')).toEqual(['action']);
    expect(heardOn("J'ai prévenu le support.", {})).toBeUndefined();
  });
});
