import type { Quote } from '@coachvisio/contract/report.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import type { HeardTurn, Spot } from './heard.ts';
import { overlap, quoteAt } from './quote.ts';
import type { RatedRemark } from './rating.ts';

/** A remark that could be made, and how much it would tell. */
export interface Candidate {
  readonly id: string;
  readonly spot: Spot;
  readonly weight: number;
  readonly params: Readonly<Record<string, string | number>>;
}

const MOST = 3;

/**
 * The three most telling ones, each about something else and each with words of its own. A remark whose words are
 * already quoted elsewhere gives way to the next: one sentence must not carry the whole debrief.
 */
export function choose(candidates: readonly Candidate[], taken: Quote[]): RatedRemark[] {
  const chosen: RatedRemark[] = [];
  for (const { id, spot, params } of candidates.toSorted((a, b) => b.weight - a.weight || a.spot.turn.seq - b.spot.turn.seq || a.spot.start - b.spot.start)) {
    if (chosen.length === MOST) break;
    if (chosen.some((remark) => remark.id === id)) continue;
    const quote = quoteAt(spot);
    if (!quote || taken.some((other) => overlap(other, quote) || other.text === quote.text)) continue;
    taken.push(quote);
    chosen.push({ id, params, quote });
  }
  return chosen;
}

/** How far the character really moved because of this kind of signal in this turn: trust less tension. */
export function pull(turn: HeardTurn, kind: SignalKind): number {
  return turn.analysis.moves.filter(({ cause }) => cause === kind).reduce((sum, move) => sum + move.trust - move.tension, 0);
}
