import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../../analysis/match.ts';
import { has, spots, type Heard, type HeardTurn, type Spot } from '../heard.ts';

/** One observable move of a competency's anchors, and where it can be seen. */
export interface Move {
  readonly id: string;
  readonly find: (heard: Heard) => readonly Spot[];
}

type Words = Readonly<Record<Locale, readonly string[]>>;
type Condition = (turn: HeardTurn, heard: Heard) => boolean;

/** What is said again shows nothing new, and a list of keywords shows nothing. */
const fresh = (heard: Heard, when: Condition): HeardTurn[] => heard.sound.filter((turn) => !has(turn, 'repetition', 'vague') && when(turn, heard));

/** Seen by signals, in turns where the condition holds. */
export const bySignal = (id: string, kinds: readonly SignalKind[], when: Condition = () => true): Move => ({
  id,
  find: (heard) => spots(fresh(heard, when), ...kinds),
});

/** Seen by words that hardly say anything else. They find some of it, never all: nothing is concluded from their absence. */
export const byWords = (id: string, words: Words, when: Condition = () => true): Move => ({
  id,
  find: (heard) => fresh(heard, when).flatMap(({ turn }) => findPatterns(words[heard.locale], turn.text).map(({ start, end }): Spot => ({ turn, start, end }))),
});
