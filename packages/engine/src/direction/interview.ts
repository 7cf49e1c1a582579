import type { PersonaState } from '@coachvisio/contract/conversation.ts';
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

export type PlanStep =
  | { readonly move: 'follow_up' | 'ask_question' | 'rephrase_question' | 'probe'; readonly about?: string; readonly part?: AnswerPart }
  | 'done';

/** Whether a turn holds any part of an answer. */
export const holdsParts = (signals: readonly Signal[]): boolean => signals.some(({ kind }) => kind !== 'figure' && partOf[kind] !== undefined);

/** Notes what an answer held and says what comes next in the plan: a follow-up for what is missing, the next question, or the end. */
export function followPlan(scenario: ScenarioContent, state: PersonaState, signals: readonly Signal[], text: string): { state: PersonaState; step: PlanStep } {
  const question = scenario.questionPlan[state.plan.index];
  if (!question) return nextQuestion(scenario, state);
  const heard = new Set(state.plan.heard[question.id] ?? []);
  for (const { kind } of signals) {
    const part = partOf[kind];
    if (part) heard.add(part);
  }
  const due = state.plan.sought.at(-1);
  if (due && answersPlainly(due, signals, text)) heard.add(due);
  const noted: PersonaState = { ...state, plan: { ...state.plan, heard: { ...state.plan.heard, [question.id]: [...heard] } } };
  if (question.expects.length === 0 && isLast(scenario, noted) && asksSomething(signals) && noted.plan.followUps < mostOwnQuestions) {
    return { state: countFollowUp(noted), step: { move: 'probe' } };
  }
  if (noted.plan.followUps >= mostFollowUps) return nextQuestion(scenario, noted);
  // Two turns without anything that happened: the question is put more simply, once.
  if (noted.plan.followUps === mostFollowUps - 1 && heard.size === 0 && question.expects.length > 0)
    return { state: countFollowUp(noted), step: { move: 'rephrase_question', about: question.id } };
  const missing = missingPart(question, heard, noted.plan.sought);
  return missing ? { state: countFollowUp(noted, missing), step: { move: 'follow_up', about: question.id, part: missing } } : nextQuestion(scenario, noted);
}

/** Parts that are told in as many ways as there are stories: asked for outright, any plain answer tells them. */
const toldFreely: ReadonlySet<AnswerPart> = new Set(['situation', 'task', 'result']);
const dodges: ReadonlySet<SignalKind> = new Set(['vague', 'evasion', 'open_question', 'closed_question', 'too_short', 'repetition']);
const fewestWords = 5;

const answersPlainly = (part: AnswerPart, signals: readonly Signal[], text: string): boolean =>
  toldFreely.has(part) && !signals.some(({ kind }) => dodges.has(kind)) && text.trim().split(/\s+/).length >= fewestWords;

const isLast = (scenario: ScenarioContent, state: PersonaState) => state.plan.index === scenario.questionPlan.length - 1;
const asksSomething = (signals: readonly Signal[]) => signals.some(({ kind }) => kind === 'open_question' || kind === 'closed_question');
const countFollowUp = (state: PersonaState, part?: AnswerPart): PersonaState => ({
  ...state,
  plan: { ...state.plan, followUps: state.plan.followUps + 1, sought: part ? [...state.plan.sought, part] : state.plan.sought },
});

/** The most telling part that is missing, that was not asked for yet and for which the scenario has a follow-up. */
const missingPart = (question: PlannedQuestion, heard: ReadonlySet<AnswerPart>, sought: readonly AnswerPart[]): AnswerPart | undefined =>
  question.expects.find((part) => !heard.has(part) && !sought.includes(part) && question.followUps[part] !== undefined);

function nextQuestion(scenario: ScenarioContent, state: PersonaState): { state: PersonaState; step: PlanStep } {
  const index = state.plan.index + 1;
  const question = scenario.questionPlan[index];
  if (!question) return { state, step: 'done' };
  return { state: { ...state, plan: { ...state.plan, index, followUps: 0, sought: [] } }, step: { move: 'ask_question', about: question.id } };
}
