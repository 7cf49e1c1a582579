import { describe, expect, it } from 'vitest';
import { initialState } from './initial-state.ts';
import { after, voiced } from './play.testing.ts';
import { interviewScene, scene, worded } from './scene.testing.ts';

const chatty = [
  'Vous avez un chien ?',
  'Il fait beau chez vous',
  'Il fait beau chez vous, ici on a de la pluie',
  'haha elle est bonne',
  "C'est l'histoire d'un commercial qui entre dans un bar.",
  'Vos vacances se sont bien passées ?',
];

describe('a turn that only chats', () => {
  it('gets a word back and the talk returns to what was on the table', () => {
    const here = scene();
    for (const text of chatty)
      expect(after(here, [text], voiced(here)).last, text).toMatchObject({
        move: 'say_line',
        line: 'offTopic',
        next: { move: 'press_concern', about: 'delai' },
      });
  });

  it('gets what the story has to say of it, once', () => {
    const here = scene({ answers: [{ id: 'animal', about: { fr: ['un chien', 'votre chien'], en: ['a dog'] }, say: worded('answer animal', 2) }] });
    const { directives } = after(here, ['Vous avez un chien ?', 'Il va bien, votre chien ?'], voiced(here));
    expect(directives[0]).toMatchObject({ move: 'answer', about: 'animal', next: { move: 'press_concern', about: 'delai' } });
    expect(directives[1]).toMatchObject({ move: 'say_line', line: 'offTopic' });
  });

  it('costs a little patience and is no turn of the story', () => {
    const here = scene();
    const begun = voiced(here);
    const { state } = after(here, ['Vous avez un chien ?'], begun);
    expect(state.turns).toBe(begun.turns);
    expect(state.trust).toBe(begun.trust);
    expect(begun.patience - state.patience).toBe(3);
  });

  it('is followed by the same question in an interview', () => {
    const here = interviewScene();
    const begun = { ...initialState(here.scenario), plan: { index: 0, followUps: 0, sought: [], heard: {}, askedBack: [] } };
    const { last, state } = after(here, ['Il fait beau chez vous ?'], begun);
    expect(last.next).toMatchObject({ move: 'rephrase_question', about: 'aider' });
    expect(state.plan).toEqual(begun.plan);
  });

  it('is none when it says something as well', () => {
    const here = scene();
    const serious = [
      'Je plaisante, le premier site est prêt vendredi, je vous envoie le planning demain.',
      "Il fait beau mais votre délai m'inquiète.",
      'Haha, je comprends que ces nuits vous aient laissé un goût amer.',
    ];
    for (const text of serious) expect(after(here, [text], voiced(here)).last.line, text).not.toBe('offTopic');
  });
});
