import type { Directive, PersonaState, StateMove } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { Exit, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import { appraise, applyMoves } from './appraise.ts';
import { whatIsAsked } from './asked.ts';
import { withoutCallbacks } from './callback.ts';
import { chooseMove, goOn, isSettled, type Move, wayBack } from './choose-move.ts';
import { givenKeys, nextUnraised, weighConcerns } from './concerns.ts';
import { atOwnQuestions, hasNoQuestions, mayLeave, mereCourtesy, nothingIsLeft, saysYes } from './courtesy.ts';
import { findExit, worstExit } from './exits.ts';
import { replyToFrame } from './frame.ts';
import { ofAnAnswer, takePlanTurn, timesAskedBack } from './interview.ts';
import { hearLate } from './late-answers.ts';
import { type Level, levelOf } from './levels.ts';
import { expressionFor, reactTo } from './react.ts';
import { phaseOf, remember } from './remember.ts';
import { type Chat, chatIn } from './small-talk.ts';
import { asksInFewWords, wordOnQuestion } from './on-question.ts';
import { patienceInWords, takenIn } from './taken-in.ts';
import type { TimeLeft } from './time-left.ts';

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
 * decision on every machine. `mostWords`: of a turn that is too long, so many reach the persona; null lets all of them.
 */
export function direct(
  scene: Scene,
  state: PersonaState,
  found: readonly Signal[],
  said: string,
  timeLeft: TimeLeft,
  mostWords: number | null = patienceInWords(scene.persona, levelOf(scene.scenario.level)),
): Direction {
  const { scenario, persona, locale, seed } = scene;
  const level = levelOf(scenario.level);
  const { text, signals: heard } = takenIn(found, said, mostWords);
  const meant = withoutCallbacks(scenario, heard, text, locale);
  const weighed = weighConcerns(scenario, state, meant, text, locale, level);
  // «Appelez Dantec.» is short and says what was asked for.
  const signals = weighed.news.some(({ gained }) => gained > 0) ? meant.filter(({ kind }) => kind !== 'too_short') : meant;
  const frame = replyToFrame(signals, state, worstExit(scenario)?.id ?? null);
  // «Vous avez des enfants ?» is small talk, unless this story holds it for wrong.
  const harms = weighed.moves.some(({ trust }) => trust < 0);
  const chat = !harms && (!frame || frame.cause === 'off_topic') ? chatIn(scenario, state, signals, text, locale) : undefined;
  if (chat) return chatBack(scene, state, chat);
  const question = scenario.questionPlan[state.plan.index];
  if (frame?.cause === 'asks_to_repeat' && question) {
    // Who did not understand a question the first time is helped by other words.
    const directive: Directive = { move: 'rephrase_question', about: question.id, expression: 'attentive' };
    return { ...applyMoves(frame.state, []), directive };
  }
  if (frame) {
    const own = signals.filter(({ kind }) => kind === frame.cause);
    const applied = applyMoves(frame.state, appraise(own, persona, level, true));
    return { ...applied, directive: frame.directive };
  }

  const interview = scenario.questionPlan.length > 0;
  const aboutTheStory = isAboutTheStory(scenario, text, locale);
  const about = aboutTheStory || state.onTheTable !== null || interview;
  const appraised = appraise(interview ? ofAnAnswer(signals, state) : signals, persona, level, about);
  // What a turn did wrong has its own price: that it brought nothing either costs a third, or ten clumsy turns would be six.
  const paid = appraised.some(({ patience }) => patience < 0);
  const kinds = new Set(signals.map(({ kind }) => kind));
  const small = mereCourtesy(signals, text, locale);
  const hasAll = interview && atOwnQuestions(scenario, state) && hasNoQuestions(small, text, locale);
  const agreed = !interview && saysYes(signals, text, locale) && Object.values(weighed.concerns).some(({ status }) => status !== 'open');
  const idle = signals.some(({ kind }) => moving.has(kind) || (kind === 'information' && aboutTheStory))
    ? []
    : [idleMove(level, interview ? -2 : 0, paid ? 1 / 3 : 1)];
  const applied = applyMoves({ ...state, concerns: weighed.concerns }, [...appraised, ...weighed.moves, ...idle]);
  let after: PersonaState = {
    ...applied.state,
    turns: state.turns + 1,
    committed: state.committed || (kinds.has('commitment') && kinds.has('date')),
  };
  after = { ...after, phase: phaseOf(scenario, after, timeLeft) };

  const asked = whatIsAsked({ scenario, state: after, signals, text, locale });
  // «Qu'est-ce qui vous retient encore ?» has an answer as long as a worry was not voiced.
  const answerable = asked !== undefined && (asked.what !== 'nothing' || (asked.open && nextUnraised(scenario, after) !== undefined));
  const exit = findExit(scenario, after, false);
  // Nobody says «marché conclu» over a question: it is answered first.
  if (exit && !(exit.kind === 'good' && answerable)) return { state: { ...after, phase: 'over' }, moves: applied.moves, directive: closing(exit, 'exit') };

  const earned: StateMove[] =
    asked?.what === 'fact' && asked.earned && !asked.again
      ? [{ cause: 'fact_earned', about: asked.fact.id, start: 0, end: text.length, trust: 3, tension: -2, patience: 1 }]
      : [];
  const withFact = applyMoves(after, earned);
  let moves = [...applied.moves, ...withFact.moves];
  after = withFact.state;
  const leave = (reason: 'learner' | 'exit'): Direction => ({
    state: { ...after, phase: 'over' },
    moves,
    directive: closing(lastExit(scenario, after), reason),
  });

  let move: Move;
  // Who says yes when all is said and settled has said the last word.
  const done = agreed && nothingIsLeft(scenario, after) && isSettled(after);
  if ((kinds.has('wraps_up') || done) && !answerable && mayLeave(scenario, after, signals)) return leave('learner');
  if (hasAll) return leave('exit');
  const situation = { scenario, state: after, signals, text, locale, seed, asked, news: weighed.news, timeLeft, challenge: persona.temperament.challenge };
  if (agreed) move = goOn(situation);
  else if (small) move = { move: 'say_line', line: small };
  else {
    move = chooseMove(situation);
    if (interview) {
      after = hearLate(scenario, after, signals, text, locale);
      const back = asked?.what === 'nothing' ? wordOnQuestion(text, locale) : !asked && asksInFewWords(signals, text) ? 'clarify' : undefined;
      const plan = takePlanTurn(scenario, after, signals, text, move, timeLeft, back);
      const atLast = after.plan.index === scenario.questionPlan.length - 1;
      after = plan.state;
      if (plan.move === 'done') return leave('exit');
      // What the last answer held is noted before the learner is let go.
      if (atLast && kinds.has('wraps_up') && !answerable) return leave('learner');
      move = plan.move;
      if (question && timesAskedBack(plan.state, question) > Math.max(timesForFree, timesAskedBack(state, question))) {
        // Two are questions; whoever goes on has nothing to say, and pays for an empty turn.
        const wearied = applyMoves(after, [idleMove(level, -2)]);
        after = wearied.state;
        moves = [...moves, ...wearied.moves];
      }
    }
  }

  after = remember(after, move);
  const given = givenKeys(
    scenario,
    after,
    [move.about, move.next?.about].filter((id) => id !== undefined),
  );
  const silent = agreed || (move.move === 'say_line' && move.line !== 'seekCommitment');
  const reaction = silent ? undefined : reactTo(signals, moves, state, after, persona, seed);
  return {
    state: after,
    moves,
    directive: { ...move, ...(given.length > 0 ? { given } : {}), ...(reaction ? { reaction } : {}), expression: expressionFor(move.move, reaction, after) },
  };
}

/** How often something may be asked back on one planned question before it costs anything. */
const timesForFree = 2;

const idleMove = (level: Level, trust: number, share = 1): StateMove => ({
  cause: 'idle',
  start: 0,
  end: 0,
  trust: trust * share,
  tension: share,
  patience: -level.idle * share,
});

/** A word about something else gets a word back, and the talk returns to where it stood. It costs what an empty turn costs. */
function chatBack({ scenario }: Scene, state: PersonaState, chat: Chat): Direction {
  const next = wayBack({ scenario, state });
  const move: Move =
    chat.about === 'answer'
      ? { move: 'answer', about: chat.answer.id, ...(next ? { next } : {}) }
      : { move: 'say_line', line: 'offTopic', ...(next ? { next } : {}) };
  const applied = applyMoves(state, [idleMove(levelOf(scenario.level), 0)]);
  return { state: remember(applied.state, move), moves: applied.moves, directive: { ...move, expression: expressionFor(move.move, undefined, applied.state) } };
}

/** The last words when time is up or the learner leaves. */
export function directEnding(scene: Scene, state: PersonaState, reason: 'time' | 'learner'): Direction {
  return { state: { ...state, phase: 'over' }, moves: [], directive: closing(lastExit(scene.scenario, state), reason) };
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
  'open_question',
  'closed_question',
  'reformulation',
  'complex_reformulation',
  'acknowledgement',
  'apology',
  'ownership',
  'figure',
  'date',
  'example',
  'guarantee',
  'commitment',
  'concession',
  'limit',
  'situation',
  'task',
  'action',
  'result',
  'greeting',
]);

const isAboutTheStory = (scenario: ScenarioContent, text: string, locale: Locale) =>
  [scenario, ...scenario.concerns, ...scenario.facts, ...scenario.answers].some((it) => findPatterns(it.about[locale], text).length > 0);

const faceAtExit = { good: 'relieved', mixed: 'neutral', bad: 'firm' } as const;
const closing = (exit: Exit, reason: 'exit' | 'time' | 'learner'): Directive => ({
  move: 'close',
  about: exit.id,
  expression: faceAtExit[exit.kind],
  ends: { exit: exit.id, reason },
});

/** The exit of a conversation that ends whatever was said. */
function lastExit(scenario: ScenarioContent, state: PersonaState): Exit {
  const exit = findExit(scenario, state, true);
  if (!exit) throw new Error(`scenario ${scenario.slug} has no exit for a conversation that ends`);
  return exit;
}
