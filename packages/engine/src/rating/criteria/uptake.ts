import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { has, type HeardTurn } from '../heard.ts';

/** Words of the other that make a turn one about what they said; one comes by itself, and more in a long turn. */
const SOME = 2;
/** In a turn as short as that there is room for little else than what is said back: one word of theirs is enough. */
const SHORT_WORDS = 25;
/** One word of theirs in so many of the turn: who talks for long meets the other's words by chance. */
const ONE_IN = 20;

/** Steps past what was said, in words of its own or so that the other has to say it again. */
export const stepsPast = (turn: HeardTurn): boolean => turn.missed || turn.rebuked || has(turn, 'evasion', 'hollow_empathy', 'contempt', 'insult', 'off_topic');

const holds = (turn: HeardTurn, words: number): boolean => turn.takenUp >= words && turn.takenUp * ONE_IN >= turn.words;

/** Gives back what the other said. */
export const saysBack = (turn: HeardTurn): boolean =>
  has(turn, 'reformulation', 'complex_reformulation') && !stepsPast(turn) && turn.takenUp >= (turn.words <= SHORT_WORDS ? 1 : SOME);

/** Starts from the other's words and leaves them room: what is built into advice is the learner's again. */
export const buildsOn = (turn: HeardTurn): boolean =>
  !stepsPast(turn) && !has(turn, 'vague', 'repetition', 'advice') && (saysBack(turn) || has(turn, 'acknowledgement', 'open_question') || holds(turn, SOME));

/** Words that a turn of nothing but fine phrases has at least; a shorter one may simply be short. */
const LENGTHY = 18;
/** What would make a long turn more than fine phrases. */
const SUBSTANCE: readonly SignalKind[] = [
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
];

/**
 * Turns that speak at length, use next to nothing of what the other said and hold neither fact, promise, question nor part of one's own.
 * One of them may be a gap in our lists; two are a way of filling the time.
 */
export function emptyIn(turns: readonly HeardTurn[]): HeardTurn[] {
  const empty = turns.filter((turn) => turn.words >= LENGTHY && turn.takenUp <= 1 && !has(turn, ...SUBSTANCE));
  return empty.length >= 2 ? empty : [];
}
