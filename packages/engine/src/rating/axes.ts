import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { has, spots, type Heard, type HeardTurn, type Spot } from './heard.ts';
import type { RatedCriterion } from './rating.ts';
import type { Candidate } from './remark.ts';

/** One thing to try next time, at a place where it would have fitted. */
interface Axis {
  readonly id: string;
  /** The competencies it trains. */
  readonly trains: readonly string[];
  readonly fits: (turn: HeardTurn) => boolean;
  /** The words that could be said otherwise. */
  readonly at: readonly SignalKind[];
  /** Would have fitted before any statement, when none of those words was said. */
  readonly opens?: true;
}

const axes: readonly Axis[] = [
  {
    id: 'axis.open_question',
    trains: ['open-questioning', 'serving-needs', 'leading', 'negotiating'],
    at: ['closed_question'],
    fits: (turn) => !has(turn, 'open_question'),
  },
  {
    id: 'axis.reformulate',
    trains: ['active-listening', 'answering', 'serving-needs', 'defusing'],
    at: ['justification', 'evasion', 'advice', 'off_topic'],
    opens: true,
    fits: (turn) => !has(turn, 'reformulation', 'complex_reformulation', 'acknowledgement'),
  },
  {
    id: 'axis.acknowledge',
    trains: ['acknowledging', 'objections', 'defusing', 'arguing'],
    at: ['hollow_empathy', 'justification', 'apology', 'advice'],
    opens: true,
    fits: (turn) => !has(turn, 'acknowledgement'),
  },
  {
    id: 'axis.figure',
    trains: ['facts-and-figures', 'evidence', 'objections', 'arguing'],
    at: ['vague', 'evasion', 'result', 'information'],
    fits: (turn) => !has(turn, 'figure', 'example'),
  },
  {
    id: 'axis.date',
    trains: ['closing', 'negotiating', 'leading', 'defusing', 'serving-needs'],
    at: ['commitment', 'guarantee', 'vague'],
    fits: (turn) => !has(turn, 'date'),
  },
  { id: 'axis.confirm', trains: ['closing'], at: ['commitment'], fits: (turn) => has(turn, 'date') && !has(turn, 'closed_question', 'open_question') },
  {
    id: 'axis.limit',
    trains: ['calm-assertiveness', 'negotiating', 'defusing'],
    at: ['concession', 'justification', 'evasion', 'apology'],
    fits: (turn) => !has(turn, 'limit'),
  },
  {
    id: 'axis.own_part',
    trains: ['agency', 'calm-assertiveness', 'defusing', 'reflecting'],
    at: ['agency_we', 'blame', 'justification'],
    fits: (turn) => !has(turn, 'ownership', 'agency_i'),
  },
  { id: 'axis.result', trains: ['structure', 'evidence', 'problem-solving', 'reflecting'], at: ['action', 'situation'], fits: (turn) => !has(turn, 'result') },
  { id: 'axis.dig', trains: ['open-questioning'], at: ['open_question'], fits: () => true },
  { id: 'axis.meaning', trains: ['active-listening', 'answering'], at: ['reformulation'], fits: (turn) => !has(turn, 'complex_reformulation') },
  { id: 'axis.compare', trains: ['facts-and-figures', 'evidence'], at: ['figure'], fits: () => true },
  { id: 'axis.announce', trains: ['structure', 'clarity'], at: ['situation', 'action'], fits: () => true },
  { id: 'axis.shorter', trains: ['clarity', 'structure'], at: ['too_long', 'repetition', 'vague'], fits: () => true },
];

/** «C'est bien cela ?» asks for a yes, and rightly so. */
const isCheck = ({ turn, start, end }: Spot): boolean =>
  turn.text
    .slice(start, end)
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length < 5;

/** Long enough to have had room for it, and not itself a way of listening. */
const isStatement = (turn: HeardTurn): boolean =>
  turn.words >= 8 && !has(turn, 'open_question', 'closed_question', 'reformulation', 'complex_reformulation', 'ownership', 'greeting', 'wraps_up');

/** The character had just told something of its own: that is where to take it up. */
const followsStory = (heard: Heard, turn: HeardTurn): boolean =>
  heard.turns[heard.turns.indexOf(turn) - 1]?.analysis.moves.some(({ cause }) => cause === 'fact_earned') ?? false;

const openingOf = (turn: HeardTurn['turn']): Spot => {
  const start = turn.text.search(/\S/);
  return { turn, start, end: start + 1 };
};

/** Below the level that is expected there is the most to gain; above it, nothing to advise. */
const EXPECTED = 3;
const TOP = 5;

/** Weighs each axis by what the scenario looks at and by how far there is to go; an unrated criterion counts as the expected level. */
export function axesOf(heard: Heard, criteria: readonly RatedCriterion[], name: string): Candidate[] {
  return axes.flatMap((axis) => {
    const trained = criteria.filter(({ competency, level }) => axis.trains.includes(competency) && level !== TOP);
    if (trained.length === 0) return [];
    const weight = trained.reduce((sum, criterion) => sum + (TOP - (criterion.level ?? EXPECTED)) * criterion.weight, 0);
    const places = heard.sound.filter(axis.fits);
    // The first kind named is the best place to say it; later ones, and then any statement, only serve when it is absent.
    const said = axis.at.flatMap((kind, index) =>
      spots(places, kind)
        .filter((spot) => kind !== 'closed_question' || !isCheck(spot))
        .map((spot) => ({ id: axis.id, spot, weight: weight - index * 0.1, params: { name } })),
    );
    const opened = axis.opens
      ? places
          .filter(isStatement)
          .map((turn) => ({ id: axis.id, spot: openingOf(turn.turn), weight: weight - (followsStory(heard, turn) ? 0.9 : 1), params: { name } }))
      : [];
    return [...said, ...opened];
  });
}
