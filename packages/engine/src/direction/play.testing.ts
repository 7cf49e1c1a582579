import type { Directive, PersonaState } from '@coachvisio/contract/conversation.ts';
import { analyse } from '../analysis/analyse.ts';
import { direct, type Scene } from './direct.ts';
import { initialState } from './initial-state.ts';
import { type TimeLeft, untimed } from './time-left.ts';

/** Plays turns through analysis and direction; the persona's words do not matter here. */
export function after(
  here: Scene,
  turns: readonly string[],
  from: PersonaState = initialState(here.scenario),
  timeLeft: TimeLeft = untimed,
): { state: PersonaState; directives: Directive[]; last: Directive } {
  let state = from;
  const directives: Directive[] = [];
  for (const [index, text] of turns.entries()) {
    const signals = analyse(text, {
      locale: here.locale,
      personaSaid: '',
      earlier: turns.slice(0, index),
      about: here.scenario.about[here.locale],
      structured: (here.scenario.questionPlan[state.plan.index]?.expects.length ?? 0) > 0,
      interruptsAfterWords: 200,
    });
    const direction = direct(here, state, signals, text, timeLeft);
    state = direction.state;
    directives.push(direction.directive);
  }
  const last = directives.at(-1);
  if (!last) throw new Error('no turn was played');
  return { state, directives, last };
}

/** A state in which a worry is on the table. */
export const voiced = (here: Scene, id = 'delai'): PersonaState => {
  const state = initialState(here.scenario);
  const concern = state.concerns[id];
  if (!concern) throw new Error(`no concern ${id}`);
  return { ...state, turns: 2, onTheTable: id, concerns: { ...state.concerns, [id]: { ...concern, raised: true } } };
};
