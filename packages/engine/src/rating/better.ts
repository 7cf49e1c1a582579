import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { openEndOf } from '../analysis/unfinished.ts';
import { has, spots, type Heard, type HeardTurn } from './heard.ts';
import { quoteAt } from './quote.ts';
import type { BetterSentence, RatedCriterion } from './rating.ts';
import { reworded } from './reword.ts';

/** A way to improve a sentence: where it may stand, and which competencies it trains. The most telling first. */
interface Way {
  readonly kind: BetterSentence['kind'];
  readonly at: readonly SignalKind[];
  readonly fits: (turn: HeardTurn, heard: Heard) => boolean;
  readonly trains: readonly string[];
}

const ways: readonly Way[] = [
  // An excuse becomes what happened, with one's own part beside it.
  {
    kind: 'own',
    at: ['blame', 'justification'],
    fits: (turn) => !has(turn, 'ownership'),
    trains: ['calm-assertiveness', 'defusing', 'agency', 'acknowledging'],
  },
  // A promise without a date becomes one with a date to fill in: the date is theirs to give.
  { kind: 'date', at: ['vague', 'commitment'], fits: (turn) => !has(turn, 'date'), trains: ['closing', 'negotiating', 'leading', 'defusing'] },
  { kind: 'open', at: ['closed_question'], fits: (turn) => !has(turn, 'open_question'), trains: ['open-questioning', 'serving-needs', 'active-listening'] },
  {
    kind: 'part',
    at: ['agency_we'],
    fits: (turn, { interview }) => interview && has(turn, 'action') && !has(turn, 'agency_i', 'ownership', 'vague'),
    trains: ['agency', 'structure'],
  },
];

const EXPECTED = 3;
const TOP = 5;

/**
 * One sentence of the learner, said better by rule in their own words: the one whose competencies weigh most and are furthest from
 * the top. None when no sentence has a shape that can be turned without adding anything.
 */
export function betterSentence(heard: Heard, criteria: readonly RatedCriterion[], name: string): BetterSentence | null {
  const gap = ({ trains }: Way): number =>
    criteria.filter(({ competency }) => trains.includes(competency)).reduce((sum, { level, weight }) => sum + (TOP - (level ?? EXPECTED)) * weight, 0);
  for (const way of ways.toSorted((a, b) => gap(b) - gap(a))) {
    for (const spot of spots(
      heard.sound.filter((turn) => !has(turn, 'repetition') && way.fits(turn, heard)),
      ...way.at,
    )) {
      // Nobody is shown how to better a sentence that they could not finish.
      const quote = spot.start < openEndOf(spot.turn) ? quoteAt(spot) : null;
      const said = quote && reworded(way.kind, quote.text, heard.locale);
      if (said) return { kind: way.kind, quote, params: { said, name } };
    }
  }
  return null;
}
