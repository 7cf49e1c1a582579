import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { PlannedQuestion, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import { fold } from '../analysis/fold.ts';
import { lexiconOf } from '../analysis/reading.ts';
import { stemSet } from '../analysis/stems.ts';
import { dodges, holdsParts } from './interview.ts';

/** Content words shared with what was asked for from which on a turn answers it: one («client») stands in every answer. */
const fewestShared = 2;

/**
 * «J'avais aussi prévenu le support», told once the plan has moved on, still counts for the question that asked whom one told.
 * Only for a part that is missing there, in words of the lines that ask for it and not of the question that stands now: what is
 * credited by mistake is a part too many, so that nothing is ever taken away here.
 */
export function hearLate(scenario: ScenarioContent, state: PersonaState, signals: readonly Signal[], text: string, locale: Locale): PersonaState {
  const current = scenario.questionPlan[state.plan.index];
  if (!holdsParts(signals) || signals.some(({ kind }) => dodges.has(kind))) return state;
  const stemsOf = (words: string) => stemSet({ lexicon: lexiconOf(locale), text: fold(words).text });
  const standing = stemsOf(current ? linesOf(current, locale).join(' ') : '');
  const said = [...stemsOf(text)].filter((stem) => !standing.has(stem));
  const heard = { ...state.plan.heard };
  for (const question of scenario.questionPlan.slice(0, Math.max(0, state.plan.index))) {
    const had = heard[question.id];
    // What time left no room for was never asked.
    if (!had) continue;
    const answered = question.expects.filter((part) => {
      const asking = question.followUps[part];
      if (!asking || had.includes(part)) return false;
      const asked = stemsOf(asking[locale].join(' '));
      return said.filter((stem) => asked.has(stem)).length >= fewestShared;
    });
    heard[question.id] = [...had, ...answered];
  }
  return { ...state, plan: { ...state.plan, heard } };
}

const linesOf = ({ ask, rephrase, followUps }: PlannedQuestion, locale: Locale): string[] =>
  [ask, rephrase, ...Object.values(followUps)].flatMap((lines) => lines[locale]);
