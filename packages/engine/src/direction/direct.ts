import type { Directive, PersonaState, Phase, StateMove } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { Exit, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import { appraise, applyMoves } from './appraise.ts';
import { chooseMove, askedFact, type Move } from './choose-move.ts';
import { weighConcerns } from './concerns.ts';
import { findExit, worstExit } from './exits.ts';
import { replyToFrame } from './frame.ts';
import { followPlan } from './interview.ts';
import { levelOf } from './levels.ts';
import { expressionFor, reactTo } from './react.ts';

export interface Scene {
  readonly scenario: ScenarioContent;
  readonly persona: PersonaContent;
  readonly locale: Locale;
  readonly seed: number;
}

export interface Direction {
  readonly state: PersonaState;
  /** Why the state moved, in order. */
  readonly moves: readonly StateMove[];
  readonly directive: Directive;
}

/** The persona's first words. */
export function directOpening(scene: Scene, state: PersonaState): Direction {
  const opened: PersonaState = scene.scenario.questionPlan.length > 0 ? { ...state, plan: { ...state.plan, index: 0 } } : state;
  return { state: opened, moves: [], directive: { move: 'open', expression: 'attentive' } };
}

/**
 * Decides what a learner's turn does to the persona and what the persona does next. Pure: the same arguments give the same
 * decision on every machine.
 *
 * @param timeLeft share of the time that is left, 0-1; 1 without a timer
 */
export function direct(scene: Scene, state: PersonaState, signals: readonly Signal[], text: string, timeLeft: number): Direction {
  const { scenario, persona, locale, seed } = scene;
  const level = levelOf(scenario.level);
  const frame = replyToFrame(signals, state, worstExit(scenario)?.id ?? null);
  if (frame) {
    const own = signals.filter(({ kind }) => kind === frame.cause);
    const applied = applyMoves(frame.state, appraise(own, persona, level, true));
    return { ...applied, directive: frame.directive };
  }

  const about = isAboutTheStory(scenario, text, locale) || state.onTheTable !== null || scenario.questionPlan.length > 0;
  const weighed = weighConcerns(scenario, state, signals, text, locale, level);
  const idle: StateMove[] = signals.some(({ kind }) => moving.has(kind)) ? [] : [{ cause: 'idle', start: 0, end: 0, trust: 0, tension: 1, patience: -level.idle }];
  const applied = applyMoves({ ...state, concerns: weighed.concerns }, [...appraise(signals, persona, level, about), ...weighed.moves, ...idle]);
  const kinds = new Set(signals.map(({ kind }) => kind));
  let after: PersonaState = {
    ...applied.state,
    turns: state.turns + 1,
    committed: state.committed || (kinds.has('commitment') && kinds.has('date')),
  };
  after = { ...after, phase: phaseOf(scenario, after, timeLeft) };

  const exit = findExit(scenario, after, false);
  if (exit) return { state: { ...after, phase: 'over' }, moves: applied.moves, directive: closing(exit, 'exit') };

  const interview = scenario.questionPlan.length > 0;
  const asked = askedFact({ scenario, state: after, signals, text, locale, seed, news: weighed.news, timeLeft });
  const earned: StateMove[] = asked?.earned ? [{ cause: 'fact_earned', about: asked.fact.id, start: 0, end: text.length, trust: 4, tension: -2, patience: 2 }] : [];
  const withFact = applyMoves(after, earned);
  const moves = [...applied.moves, ...withFact.moves];
  after = withFact.state;

  let move: Move & Pick<Directive, 'part'> = chooseMove({ scenario, state: after, signals, text, locale, seed, news: weighed.news, timeLeft });
  if (kinds.has('too_short') && !kinds.has('commitment')) move = { move: 'say_line', line: 'tooShort' };
  else if (kinds.has('greeting') && signals.length === 1) move = { move: 'say_line', line: interview ? 'thanked' : 'listening' };
  else if (kinds.has('wraps_up') && after.turns >= 3) {
    const parting = findExit(scenario, after, true);
    if (parting) return { state: { ...after, phase: 'over' }, moves, directive: closing(parting, 'learner') };
  } else if (interview) {
    const answered = move.move === 'answer' || move.move === 'reveal_fact' || move.move === 'guard_fact' ? move : undefined;
    // A learner who asks something in the middle of the interview gets an answer, and the question stays where it was.
    const ownTurn = answered && (scenario.questionPlan[after.plan.index]?.expects.length ?? 0) > 0;
    const plan = ownTurn ? { state: after, step: answered } : followPlan(scenario, after, signals);
    after = plan.state;
    if (plan.step === 'done') {
      const parting = findExit(scenario, after, true);
      if (parting) return { state: { ...after, phase: 'over' }, moves, directive: closing(parting, 'exit') };
    } else move = answered ?? plan.step;
  }

  after = remember(after, move);
  const reaction = move.move === 'say_line' && move.line !== 'seekCommitment' ? undefined : reactTo(signals, moves, state, after, persona, seed);
  return { state: after, moves, directive: { ...move, ...(reaction ? { reaction } : {}), expression: expressionFor(move.move, reaction, after) } };
}

/** The last words when time is up or the learner leaves. */
export function directEnding(scene: Scene, state: PersonaState, reason: 'time' | 'learner'): Direction {
  const exit = findExit(scene.scenario, state, true);
  if (!exit) throw new Error(`scenario ${scene.scenario.slug} has no exit for a conversation that ends`);
  return { state: { ...state, phase: 'over' }, moves: [], directive: closing(exit, reason) };
}

/** A nudge after silence; never counts against the learner. */
export function directSilence(scene: Scene, state: PersonaState): Direction {
  const question = scene.scenario.questionPlan[state.plan.index];
  const silences = state.silences + 1;
  const line = silences === 1 ? 'silenceFirst' : silences === 2 ? 'silenceSecond' : 'silenceThird';
  const directive: Directive =
    silences === 2 && question
      ? { move: 'rephrase_question', about: question.id, expression: 'attentive' }
      : { move: 'say_line', line, expression: 'attentive' };
  return { state: { ...state, silences }, moves: [], directive };
}

/** Kinds that mean the learner moved the conversation at all. */
const moving: ReadonlySet<SignalKind> = new Set([
  'open_question', 'closed_question', 'reformulation', 'complex_reformulation', 'acknowledgement', 'apology', 'ownership', 'figure', 'date', 'example',
  'guarantee', 'commitment', 'concession', 'limit', 'situation', 'task', 'action', 'result', 'information', 'greeting',
]);

const isAboutTheStory = (scenario: ScenarioContent, text: string, locale: Locale) =>
  [scenario, ...scenario.concerns, ...scenario.facts, ...scenario.answers].some((it) => findPatterns(it.about[locale], text).length > 0);

const faceAtExit = { good: 'relieved', mixed: 'neutral', bad: 'firm' } as const;
const closing = (exit: Exit, reason: 'exit' | 'time' | 'learner'): Directive => ({ move: 'close', about: exit.id, expression: faceAtExit[exit.kind], ends: { exit: exit.id, reason } });

function phaseOf(scenario: ScenarioContent, state: PersonaState, timeLeft: number): Phase {
  const statuses = Object.values(state.concerns);
  const open = statuses.filter(({ status }) => status === 'open').length;
  if (timeLeft < 0.2 || (scenario.concerns.length > 0 && open === 0)) return 'closing';
  if (state.turns <= 1) return 'opening';
  return statuses.filter(({ raised }) => raised).length >= 2 || state.tension >= 65 ? 'confronting' : 'exploring';
}

/** What the persona has now said stays said: worries raised, facts told, the twist played. */
function remember(state: PersonaState, move: Move): PersonaState {
  const raised = [move, move.next].flatMap((it) => (it && (it.move === 'raise_concern' || it.move === 'press_concern' || it.move === 'ease_concern') && it.about ? [it.about] : []));
  const concerns = { ...state.concerns };
  for (const id of raised) {
    const concern = concerns[id];
    if (concern) concerns[id] = { ...concern, raised: true };
  }
  const last = raised.at(-1);
  return {
    ...state,
    concerns,
    onTheTable: last ?? (move.move === 'resolve_concern' && move.about === state.onTheTable ? null : state.onTheTable),
    revealed: move.move === 'reveal_fact' && move.about ? [...state.revealed, move.about] : state.revealed,
    answered: move.move === 'answer' && move.about ? [...state.answered, move.about] : state.answered,
    twistSaid: state.twistSaid || move.move === 'twist',
    timeLowSaid: state.timeLowSaid || move.line === 'timeLow',
    commitmentAsked: state.commitmentAsked + (move.line === 'seekCommitment' ? 1 : 0),
  };
}
