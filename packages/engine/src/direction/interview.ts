import type { Directive, PersonaState } from '@coachvisio/contract/conversation.ts';
import type { AnswerPart, PlannedQuestion, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';

/** Questions asked back on one planned question before going on: more feels like an interrogation. */
const mostFollowUps = 2;
/** Turns a learner may spend on their own questions at the end. */
const mostOwnQuestions = 3;

const partOf: Partial<Record<SignalKind, AnswerPart>> = {
  situation: 'situation',
  task: 'task',
  action: 'action',
  result: 'result',
  figure: 'figure',
  agency_i: 'agency',
};

export type PlanStep = Pick<Directive, 'move' | 'about' | 'part'> | 'done';

/** Notes what an answer held and says what comes next in the plan: a follow-up for what is missing, the next question, or the end. */
export function followPlan(scenario: ScenarioContent, state: PersonaState, signals: readonly Signal[]): { state: PersonaState; step: PlanStep } {
  const question = scenario.questionPlan[state.plan.index];
  if (!question) return nextQuestion(scenario, state);
  const heard = new Set(state.plan.heard[question.id] ?? []);
  for (const { kind } of signals) {
    const part = partOf[kind];
    if (part) heard.add(part);
  }
  const noted: PersonaState = { ...state, plan: { ...state.plan, heard: { ...state.plan.heard, [question.id]: [...heard] } } };
  if (question.expects.length === 0 && isLast(scenario, noted) && asksSomething(signals) && noted.plan.followUps < mostOwnQuestions) {
    return { state: countFollowUp(noted), step: { move: 'probe' } };
  }
  const missing = missingPart(question, heard);
  if (missing && noted.plan.followUps < mostFollowUps) {
    return { state: countFollowUp(noted), step: { move: 'follow_up', about: question.id, part: missing } };
  }
  return nextQuestion(scenario, noted);
}

const isLast = (scenario: ScenarioContent, state: PersonaState) => state.plan.index === scenario.questionPlan.length - 1;
const asksSomething = (signals: readonly Signal[]) => signals.some(({ kind }) => kind === 'open_question' || kind === 'closed_question');
const countFollowUp = (state: PersonaState): PersonaState => ({ ...state, plan: { ...state.plan, followUps: state.plan.followUps + 1 } });

/** The most telling part that is missing and for which the scenario has a follow-up. */
const missingPart = (question: PlannedQuestion, heard: ReadonlySet<AnswerPart>): AnswerPart | undefined =>
  question.expects.find((part) => !heard.has(part) && question.followUps[part] !== undefined);

function nextQuestion(scenario: ScenarioContent, state: PersonaState): { state: PersonaState; step: PlanStep } {
  const index = state.plan.index + 1;
  const question = scenario.questionPlan[index];
  if (!question) return { state, step: 'done' };
  return { state: { ...state, plan: { ...state.plan, index, followUps: 0 } }, step: { move: 'ask_question', about: question.id } };
}
