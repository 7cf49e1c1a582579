import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import { describe, expect, it } from 'vitest';
import { direct, directEnding, type Scene } from './direct.ts';
import { initialState } from './initial-state.ts';
import { after, voiced } from './play.testing.ts';
import { interviewScene, scene } from './scene.testing.ts';
import { untimed } from './time-left.ts';

const whole = "En juillet, un client était furieux. Je l'ai rappelé, j'ai remplacé la pièce et au final il est revenu la semaine suivante.";
const months = ['juillet', 'mars', 'mai', 'août'];
const answers = (count: number) => months.slice(0, count).map((month) => whole.replace('juillet', month));

/** Four questions and the learner's own. */
const long = (): Scene => {
  const here = interviewScene();
  const [first, , last] = here.scenario.questionPlan;
  if (!first || !last) throw new Error('the plan has questions');
  return { ...here, scenario: { ...here.scenario, questionPlan: [...['un', 'deux', 'trois', 'quatre'].map((id) => ({ ...first, id })), last] } };
};
const at = (here: Scene, index: number, over: Partial<PersonaState> = {}): PersonaState => {
  const state = initialState(here.scenario);
  return { ...state, ...over, plan: { ...state.plan, index } };
};
const wrapsUp = (text: string, ...more: Signal['kind'][]): Signal[] =>
  (['thanks', 'wraps_up', ...more] as const).map((kind) => ({ kind, start: 0, end: text.length }));

describe('an interview that is broken off', () => {
  it('takes nobody on before half of its questions were answered, whoever broke it off', () => {
    const here = long();
    for (const reason of ['learner', 'time'] as const) {
      const exits = [1, 2, 3].map((count) => directEnding(here, after(here, answers(count), at(here, 0)).state, reason).directive.ends?.exit);
      expect(exits).toEqual(['attend', 'signe', 'signe']);
    }
  });

  it('counts no question as answered that nothing was heard on', () => {
    const here = long();
    const state = { ...at(here, 2), plan: { ...at(here, 2).plan, heard: { un: ['action' as const, 'result' as const], deux: [] } } };
    const open = {
      ...here,
      scenario: { ...here.scenario, exits: here.scenario.exits.map((exit) => (exit.kind === 'good' ? { ...exit, when: { atEnd: true } } : exit)) },
    };
    expect(directEnding(open, state, 'learner').directive.ends?.exit).toBe('attend');
  });

  it('is none when every question was put: then the exits decide alone', () => {
    const here = long();
    const open = {
      ...here,
      scenario: { ...here.scenario, exits: here.scenario.exits.map((exit) => (exit.kind === 'good' ? { ...exit, when: { atEnd: true } } : exit)) },
    };
    const state = at(open, 4);
    const heard = { un: ['action' as const], deux: [], trois: [], quatre: [] };
    expect(directEnding(open, { ...state, plan: { ...state.plan, heard } }, 'learner').directive.ends?.exit).toBe('signe');
  });
});

describe('last words', () => {
  const text = "Merci, c'est tout.";
  const settled = (here: Scene, status: 'eased' | 'resolved' = 'resolved'): PersonaState => {
    const state = voiced(here);
    const concerns = Object.fromEntries(Object.entries(state.concerns).map(([id, it]) => [id, { ...it, raised: true, status, progress: 60 }]));
    return { ...state, concerns, onTheTable: null };
  };

  it('close an interview that has come to the learner’s own questions, however short it was', () => {
    const here = interviewScene();
    expect(direct(here, at(here, 2), wrapsUp(text), text, untimed).directive).toMatchObject({ move: 'close', ends: {} });
    for (const thanks of ["Merci, c'est clair.", 'Merci.', 'Non merci.', 'Non, rien.'])
      expect(after(here, [thanks], at(here, 2, { turns: 6 })).last.move, thanks).toBe('close');
    expect(after(here, ["J'ai une question."], at(here, 2)).last).toMatchObject({ line: 'listening' });
  });

  it('close a role-play in which no worry is open, in whatever phase, even when they sound like a drift', () => {
    const here = scene();
    for (const phase of ['opening', 'exploring', 'confronting', 'closing'] as const)
      for (const status of ['eased', 'resolved'] as const) {
        const state = { ...settled(here, status), turns: 1, phase };
        expect(direct(here, state, wrapsUp(text), text, untimed).directive.move).toBe('close');
        expect(direct(here, state, wrapsUp(text, 'off_topic'), text, untimed).directive.move).toBe('close');
      }
  });

  it('close nothing in the first turns while something is left', () => {
    const here = scene();
    expect(direct(here, initialState(here.scenario), wrapsUp(text), text, untimed).directive.move).not.toBe('close');
  });

  it('end an answer, not the interview, when they end an answer', () => {
    const here = interviewScene();
    const told = `${whole} Voilà, c'est tout.`;
    const heard: Signal[] = [...(['situation', 'action', 'result'] as const).map((kind) => ({ kind, start: 0, end: 20 })), ...wrapsUp(told)];
    expect(direct(here, at(here, 0, { turns: 4 }), heard, told, untimed).directive).toMatchObject({ move: 'ask_question', about: 'erreur' });
  });

  it('let the last answer count first', () => {
    const here = interviewScene();
    const short = { ...here, scenario: { ...here.scenario, questionPlan: here.scenario.questionPlan.slice(0, 1) } };
    const told = "Je l'ai rappelé et j'ai remplacé la pièce, merci, au revoir.";
    const { state, directive } = direct(short, at(short, 0, { turns: 4 }), [{ kind: 'action', start: 0, end: 20 }, ...wrapsUp(told)], told, untimed);
    expect(directive.move).toBe('close');
    expect(state.plan.heard['aider']).toContain('action');
  });

  const yes = "C'est bon pour moi alors, merci";
  it('that say yes to something agreed lead on, and are not pressed', () => {
    const here = scene();
    for (let seed = 0; seed < 8; seed += 1) {
      const state = voiced(here);
      const delai = { progress: 70, status: 'eased' as const, raised: true, counted: [] };
      const { last } = after({ ...here, seed }, [yes], { ...state, turns: 5, concerns: { ...state.concerns, delai } });
      expect(last).toMatchObject({ move: 'raise_concern', about: 'prix' });
      expect(last.reaction).toBeUndefined();
    }
  });

  it('that say yes ask for the commitment that is missing, and close when there is one', () => {
    const here = scene();
    for (const text of [yes, 'Ça me va, merci.', 'Parfait pour moi, on fait comme ça.']) {
      const state = { ...settled(here, 'eased'), turns: 5 };
      expect(after(here, [text], state).last, text).toMatchObject({ line: 'seekCommitment' });
      expect(after(here, [text], { ...state, committed: true }).last, text).toMatchObject({ move: 'close', ends: { reason: 'learner' } });
    }
    expect(after(here, ['Non, ça ne me convient pas.'], { ...settled(here, 'eased'), turns: 5, committed: true }).last.move).not.toBe('close');
  });
});
