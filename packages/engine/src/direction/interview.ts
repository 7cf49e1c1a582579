import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import type { AnswerPart, PlannedQuestion, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import type { Move } from './choose-move.ts';
import { levelOf } from './levels.ts';
import { timeIsLow, type TimeLeft, twistNeeds } from './time-left.ts';

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

type PlanStep = { readonly move: 'follow_up' | 'ask_question' | 'rephrase_question' | 'probe'; readonly about?: string; readonly part?: AnswerPart } | 'done';

/** Whether a turn holds any part of an answer. */
export const holdsParts = (signals: readonly Signal[]): boolean => signals.some(({ kind }) => kind !== 'figure' && partOf[kind] !== undefined);

/**
 * What counts in an interview: a figure is the size of something done, or a share or a sum that is aimed at («30 % de ruptures en
 * moins»). «J'ai 24 ans» is none, unless a figure was asked for.
 */
export const ofAnAnswer = (signals: readonly Signal[], state: PersonaState): readonly Signal[] =>
  signals.some(({ kind }) => kind === 'action' || kind === 'result') || state.plan.sought.at(-1) === 'figure'
    ? signals
    : signals.filter(({ kind, value }) => kind !== 'figure' || /%|€|\$/.test(value ?? ''));

/** Notes what an answer held and says what comes next in the plan: a follow-up for what is missing, the next question, or the end. */
function followPlan(
  scenario: ScenarioContent,
  state: PersonaState,
  signals: readonly Signal[],
  text: string,
  timeLeft: TimeLeft,
): { state: PersonaState; step: PlanStep } {
  const question = scenario.questionPlan[state.plan.index];
  if (!question) return nextQuestion(scenario, state, timeLeft);
  const most = levelOf(scenario.level).followUps;
  const heard = new Set(state.plan.heard[question.id] ?? []);
  for (const { kind } of ofAnAnswer(signals, state)) {
    const part = partOf[kind];
    if (part) heard.add(part);
  }
  const due = state.plan.sought.at(-1);
  if (due && answersPlainly(due, signals, text)) heard.add(due);
  const noted: PersonaState = { ...state, plan: { ...state.plan, heard: { ...state.plan.heard, [question.id]: [...heard] } } };
  if (question.expects.length === 0 && isLast(scenario, noted) && asksSomething(signals) && noted.plan.followUps < mostOwnQuestions) {
    return { state: countFollowUp(noted), step: { move: 'probe' } };
  }
  if (noted.plan.followUps >= most || timeIsUsedUp(scenario, noted, timeLeft)) return nextQuestion(scenario, noted, timeLeft);
  // Turns without anything that happened: the question is put more simply, once, as the last try.
  if (noted.plan.followUps === most - 1 && heard.size === 0 && question.expects.length > 0)
    return { state: countFollowUp(noted), step: { move: 'rephrase_question', about: question.id } };
  const missing = missingPart(question, heard, noted.plan.sought);
  return missing
    ? { state: countFollowUp(noted, missing), step: { move: 'follow_up', about: question.id, part: missing } }
    : nextQuestion(scenario, noted, timeLeft);
}

/**
 * Whether the minutes of the plan up to this question are over, stretched to the length that was chosen. What one question took
 * too much of, the next ones have less of: an interview keeps to its hour, and every question is still asked once.
 */
function timeIsUsedUp(scenario: ScenarioContent, state: PersonaState, timeLeft: TimeLeft): boolean {
  return 1 - timeLeft.share >= minutesOf(scenario.questionPlan.slice(0, state.plan.index + 1)) / minutesOf(scenario.questionPlan);
}

const minutesOf = (questions: readonly PlannedQuestion[]): number => questions.reduce((sum, { minutes }) => sum + minutes, 0);

/** Parts that are told in as many ways as there are stories: asked for outright, any plain answer tells them. */
const toldFreely: ReadonlySet<AnswerPart> = new Set(['situation', 'task', 'result']);
export const dodges: ReadonlySet<SignalKind> = new Set(['vague', 'evasion', 'open_question', 'closed_question', 'too_short', 'repetition']);
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

function nextQuestion(scenario: ScenarioContent, state: PersonaState, timeLeft: TimeLeft): { state: PersonaState; step: PlanStep } {
  const last = scenario.questionPlan.length - 1;
  // The end belongs to the learner's own questions: with the minutes counted, a new story is not begun.
  const skips = timeIsLow(timeLeft) !== undefined && state.plan.index < last && scenario.questionPlan[last]?.expects.length === 0;
  const index = skips ? last : state.plan.index + 1;
  const question = scenario.questionPlan[index];
  if (!question) return { state, step: 'done' };
  return { state: { ...state, plan: { ...state.plan, index, followUps: 0, sought: [] } }, step: { move: 'ask_question', about: question.id } };
}

/** How often the learner asked something back about a question. A session that was begun before this was noted has no such list. */
export const timesAskedBack = ({ plan }: PersonaState, { id }: PlannedQuestion): number => (plan.askedBack ?? []).filter((one) => one === id).length;

/** What the question is put as to somebody who asked back: in other words, and from the second time on as what is still due. */
function putAgain(state: PersonaState, question: PlannedQuestion): { state: PersonaState; step: NonNullable<Move['next']> } {
  const noted = { ...state, plan: { ...state.plan, askedBack: [...(state.plan.askedBack ?? []), question.id] } };
  const heard = new Set(state.plan.heard[question.id] ?? []);
  const due = state.plan.sought.at(-1) ?? missingPart(question, heard, []);
  if (timesAskedBack(noted, question) === 1 || due === undefined) return { state: noted, step: { move: 'rephrase_question', about: question.id } };
  const sought = state.plan.sought.at(-1) === due ? state.plan.sought : [...state.plan.sought, due];
  return { state: { ...noted, plan: { ...noted.plan, sought } }, step: { move: 'follow_up', about: question.id, part: due } };
}

/** Whether the question that stands is over already and something else was said since: news, or how little time is left. */
const isOver = (scenario: ScenarioContent, state: PersonaState): boolean =>
  (state.twistSaid || state.timeLowSaid) && state.plan.sought.length === 0 && state.plan.followUps >= levelOf(scenario.level).followUps;

/**
 * One turn of an interview. A learner who only asks something gets an answer and the question stays where it was; one who
 * answers and asks gets both: the answer, then what comes next in the plan. `move` is what a mere conversation would do.
 */
export function takePlanTurn(
  scenario: ScenarioContent,
  state: PersonaState,
  signals: readonly Signal[],
  text: string,
  move: Move,
  timeLeft: TimeLeft,
  unanswered?: 'clarify' | 'pause' | 'other',
): { state: PersonaState; move: Move | 'done' } {
  const question = scenario.questionPlan[state.plan.index];
  // What nobody in this story can answer, or what asks about the question itself, does not use the question up, however often.
  const asksBack = unanswered && !holdsParts(signals) && move.line !== 'timeLow';
  if (asksBack && question && question.expects.length > 0 && !isOver(scenario, state)) {
    if (unanswered === 'pause') return { state, move: { move: 'say_line', line: 'listening' } };
    const again = putAgain(state, question);
    return { state: again.state, move: unanswered === 'clarify' ? again.step : { move: 'say_line', line: 'noAnswer', next: again.step } };
  }
  const answer = move.move === 'answer' || move.move === 'reveal_fact' || move.move === 'guard_fact' ? move : undefined;
  const expects = (question?.expects.length ?? 0) > 0;
  if (answer && expects && !holdsParts(signals)) return { state, move: answer };
  const plan = followPlan(scenario, state, signals, text, timeLeft);
  // A question that expects nothing in particular is followed by the next one all the same; only the learner's own questions at the end stand alone.
  if (answer) return { state: plan.state, move: plan.step !== 'done' && plan.step.move !== 'probe' ? { ...answer, next: plan.step } : answer };
  if (plan.step === 'done') return { state: plan.state, move: 'done' };
  if (move.line === 'timeLow') return { state: endQuestion(scenario, plan.state, state), move };
  if (asksBack && unanswered === 'other' && plan.step.move === 'ask_question')
    return { state: plan.state, move: { move: 'say_line', line: 'noAnswer', next: plan.step } };
  if (plan.step.move === 'ask_question' && twistIsDue(scenario, state, timeLeft))
    return { state: endQuestion(scenario, plan.state, state), move: { move: 'twist' } };
  return { state: plan.state, move: plan.step };
}

/** What was heard is kept and the question that stands is over: something else is said before the next one. */
const endQuestion = (scenario: ScenarioContent, noted: PersonaState, asked: PersonaState): PersonaState => ({
  ...noted,
  plan: { ...noted.plan, index: asked.plan.index, followUps: levelOf(scenario.level).followUps, sought: [] },
});

/** In an interview news comes between two questions, past the middle, and leaves the last one its time. */
const twistIsDue = (scenario: ScenarioContent, state: PersonaState, timeLeft: TimeLeft): boolean =>
  scenario.twist !== null &&
  !state.twistSaid &&
  timeLeft.share > twistNeeds &&
  state.plan.index + 1 >= scenario.questionPlan.length / 2 &&
  state.plan.index < scenario.questionPlan.length - 1;
