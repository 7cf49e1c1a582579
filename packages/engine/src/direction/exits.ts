import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Exit, ExitCondition, ExitKind, ScenarioContent } from '@coachvisio/contract/scenario.ts';

const within = (value: number, bound: { gte?: number | undefined; lte?: number | undefined } | undefined) =>
  bound === undefined || ((bound.gte === undefined || value >= bound.gte) && (bound.lte === undefined || value <= bound.lte));

/** Share of the parts expected by the questions answered so far that were heard; 1 when nothing was expected. */
function coverage(scenario: ScenarioContent, state: PersonaState): number {
  // A question that time left no room for, or that was only just asked, is not held against anybody.
  const asked = scenario.questionPlan.filter(({ id }) => state.plan.heard[id] !== undefined);
  const expected = asked.reduce((sum, question) => sum + question.expects.length, 0);
  const heard = asked.reduce((sum, question) => sum + question.expects.filter((part) => state.plan.heard[question.id]?.includes(part)).length, 0);
  return expected === 0 ? 1 : heard / expected;
}

function conditionHolds(when: ExitCondition, scenario: ScenarioContent, state: PersonaState, ending: boolean): boolean {
  const status = (id: string) => state.concerns[id]?.status;
  const open = scenario.concerns.filter((concern) => status(concern.id) === 'open').length;
  return (
    (!when.atEnd || ending) &&
    within(state.trust, when.trust) &&
    within(state.tension, when.tension) &&
    within(state.patience, when.patience) &&
    within(state.turns, when.turns) &&
    within(open, when.openConcerns) &&
    within(state.revealed.length, when.revealedCount) &&
    (when.coverage === undefined || within(coverage(scenario, state), when.coverage)) &&
    (when.eased ?? []).every((id) => status(id) === 'eased' || status(id) === 'resolved') &&
    (when.resolved ?? []).every((id) => status(id) === 'resolved') &&
    (when.revealed ?? []).every((id) => state.revealed.includes(id)) &&
    (when.committed === undefined || when.committed === state.committed)
  );
}

/** The first exit whose condition holds, in the order of the scenario. `ending`: the conversation ends whatever the answer. */
export function findExit(scenario: ScenarioContent, state: PersonaState, ending: boolean): Exit | undefined {
  const undecided = ending ? tooLittleFor(scenario, state) : [];
  return scenario.exits.find((exit) => !(exit.when.atEnd && undecided.includes(exit.kind)) && conditionHolds(exit.when, scenario, state, ending));
}

/**
 * What an interview gives too little ground for: nobody is turned down before half of its questions were put to them, and nobody
 * is taken on who broke it off before half of them had an answer, however well it began.
 */
function tooLittleFor(scenario: ScenarioContent, { plan }: PersonaState): readonly ExitKind[] {
  const expecting = scenario.questionPlan.filter(({ expects }) => expects.length > 0);
  const half = expecting.length / 2;
  const met = expecting.filter(({ id }) => plan.heard[id] !== undefined).length;
  const answered = expecting.filter(({ id }) => (plan.heard[id]?.length ?? 0) > 0).length;
  const brokenOff = met < expecting.length;
  return [...(met < half ? (['bad'] as const) : []), ...(brokenOff && answered < half ? (['good'] as const) : [])];
}

/** How a conversation ends that the learner broke off by insults. */
export const worstExit = (scenario: ScenarioContent): Exit | undefined => scenario.exits.find((exit) => exit.kind === 'bad');
