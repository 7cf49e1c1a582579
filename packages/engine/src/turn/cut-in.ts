import type { Directive } from '@coachvisio/contract/conversation.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { utteranceLimitMs } from '@coachvisio/contract/speech.ts';
import { unfinishedFrom } from '../analysis/unfinished.ts';
import type { Scene } from '../direction/direct.ts';
import { levelOf } from '../direction/levels.ts';

/** Whoever has cut in listens longer for a while: a conversation in which one is cut short every minute is none. */
const restMs = 180_000;
const longerAfter = 2;
/** An answer may take half of what its question has: the other half is for what is asked back. */
const shareOfQuestion = 0.5;

/**
 * How long the persona listens to one utterance before it takes the floor, in milliseconds: by its temperament and the level;
 * in an interview at least what the question deserves; longer when it has cut in not long ago. Null listens to the end.
 */
export function listensFor({ scenario, persona }: Pick<Scene, 'scenario' | 'persona'>, questionIndex: number, sinceCutInMs: number | null): number | null {
  const own = persona.temperament.interruptsAfterMs;
  if (own === null) return null;
  const question = scenario.questionPlan[questionIndex];
  const least = question ? question.minutes * 60_000 * shareOfQuestion : 0;
  const patience = Math.max(own * levelOf(scenario.level).interrupt, least);
  return Math.round(patience * (sinceCutInMs !== null && sinceCutInMs < restMs ? longerAfter : 1));
}

/** A pause this long is a good moment: between two clauses people pause for 0.2-0.5 s, within one for less. */
const goodMomentMs = 350;
/** Nobody waits for a good moment for ever: so many times its patience, and the persona speaks into the words. */
const hardShare = 1.5;
/** The last packets before the limit of an utterance may not fit under it any more. */
const limitMs = utteranceLimitMs - 1_000;

/**
 * When the persona takes the floor if nothing changes, in milliseconds of the utterance: in the first good pause once its patience
 * is used up, or without one at last. `silentFromMs`: the voice ended there; null while the learner speaks. What comes after the
 * limit of an utterance is not heard: it cuts in before that.
 */
export function cutsInAt(listensMs: number, silentFromMs: number | null): number {
  const atLast = Math.min(listensMs * hardShare, limitMs);
  return silentFromMs === null ? atLast : Math.min(atLast, Math.max(listensMs, silentFromMs + goodMomentMs));
}

/** What a sentence may look like whose end nobody heard. */
const ofAnEnd: ReadonlySet<SignalKind> = new Set(['vague', 'evasion', 'hollow_empathy', 'justification', 'blame', 'off_topic', 'unintelligible', 'wraps_up']);

/**
 * The signals of a turn into which the persona cut: it was long, however many words that were, and what its unfinished sentence
 * seems to lack is not held against the learner.
 */
export function asCutIn(signals: readonly Signal[], text: string): Signal[] {
  const from = unfinishedFrom(text);
  const kept = signals.filter(({ kind, start }) => kind !== 'too_long' && kind !== 'too_short' && !(ofAnEnd.has(kind) && start >= from));
  return [{ kind: 'too_long', start: 0, end: text.length }, ...kept];
}

/**
 * The reply of a persona that cuts in: it takes the floor in words of its own before anything else. What ends the conversation, and what
 * is said word for word, is said as it stands.
 */
export function cutsInWith(directive: Directive): Directive {
  const stands = directive.ends !== undefined || directive.move === 'disclose' || directive.move === 'leave_role' || directive.line === 'insultFirst';
  return stands ? directive : { ...directive, reaction: 'cutIn' };
}
