import type { PersonaState, Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { Quote } from '@coachvisio/contract/report.ts';
import type { CompetencyContent, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Outcome } from '@coachvisio/contract/session.ts';
import { axesOf } from './axes.ts';
import { betterSentence } from './better.ts';
import { criteriaOf, overallOf } from './criteria.ts';
import { curveOf, momentsOf } from './curve.ts';
import { hear } from './heard.ts';
import { measuresOf } from './measures.ts';
import type { Rating } from './rating.ts';
import { choose } from './remark.ts';
import { nextToTrain, replayPoint } from './replay.ts';
import { strengthsOf } from './strengths.ts';
import { vigilanceOf } from './vigilance.ts';

export interface RateInput {
  readonly scenario: ScenarioContent;
  readonly persona: PersonaContent;
  readonly competencies: ReadonlyMap<string, CompetencyContent>;
  readonly locale: Locale;
  readonly turns: readonly Turn[];
  /** Of the learner's turns only. */
  readonly analysis: readonly TurnAnalysis[];
  readonly finalState: PersonaState;
  readonly outcome: Pick<Outcome, 'exit' | 'kind' | 'reason'>;
}

const unscored: Rating = {
  scored: false,
  curve: [],
  moments: [],
  strengths: [],
  vigilance: [],
  axes: [],
  leftOpen: [],
  criteria: [],
  overall: null,
  measures: [],
  better: null,
  replayFrom: null,
  next: null,
};

/**
 * Reads a finished conversation: the same turns give the same rating, for ever. Every remark stands on words of the
 * learner; what cannot be shown is not said.
 */
export function rate({ scenario, persona, competencies, locale, turns, analysis, finalState, outcome }: RateInput): Rating {
  if (outcome.reason === 'distress') return unscored;
  const heard = hear({ scenario, locale, turns, analysis, finalState });
  const criteria = criteriaOf(heard).filter(({ competency }) => competencies.has(competency));
  const taken: Quote[] = [];
  const name = persona.firstName;
  const strengths = choose(strengthsOf(heard, locale, name), taken);
  const vigilance = choose(vigilanceOf(heard, name), taken);
  const axes = choose(axesOf(heard, criteria, name), taken);
  return {
    scored: true,
    curve: curveOf(heard, turns, finalState),
    moments: momentsOf(heard, locale),
    strengths,
    vigilance,
    axes,
    leftOpen: leftOpen(scenario, finalState),
    criteria,
    overall: overallOf(criteria),
    measures: measuresOf(locale, turns, analysis),
    better: betterSentence(heard, criteria, name),
    replayFrom: replayPoint(heard),
    next: nextToTrain(criteria),
  };
}

function leftOpen(scenario: ScenarioContent, state: PersonaState): Rating['leftOpen'] {
  return [
    ...scenario.concerns.filter(({ id }) => (state.concerns[id]?.status ?? 'open') === 'open').map(({ id }) => ({ kind: 'concern' as const, id })),
    ...scenario.facts.filter(({ id }) => !state.revealed.includes(id)).map(({ id }) => ({ kind: 'fact' as const, id })),
  ];
}
