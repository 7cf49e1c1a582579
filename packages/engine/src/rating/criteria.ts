import type { Quote } from '@coachvisio/contract/report.ts';
import { checklists } from './criteria/checklists.ts';
import { FEWEST, type Judgement } from './criteria/rule.ts';
import { rules } from './criteria/rules.ts';
import type { Heard, Spot } from './heard.ts';
import { overlap, quoteAt } from './quote.ts';
import type { RatedCriterion, RatedMove } from './rating.ts';

const MOST_QUOTES = 2;

export function criteriaOf(heard: Heard): RatedCriterion[] {
  return heard.scenario.criteria.map(({ competency, weight }) => {
    const { level, opportunities, evidence }: Judgement = rules.get(competency)?.(heard) ?? { level: null, opportunities: heard.sound.length, evidence: [] };
    return {
      competency,
      weight,
      level,
      opportunities,
      quotes: level === null ? [] : pointedAt(competency, evidence, heard),
      moves: movesOf(competency, heard),
    };
  });
}

/**
 * Where a criterion had its occasion: a lowest level says that something is missing, and points at the words it is missing from.
 * A closing is missing from the last words, anything else from the longest.
 */
function occasions(competency: string, { sound }: Heard): Spot[] {
  const latest = sound.toReversed();
  const ordered = competency === 'closing' ? latest : latest.toSorted((a, b) => b.words - a.words);
  return ordered.map(({ turn }) => ({ turn, start: 0, end: turn.text.length }));
}

/** No level without words that were really said: those that show it, or else one occasion at which they were missing. */
function pointedAt(competency: string, evidence: readonly Spot[], heard: Heard): Quote[] {
  const shown = quotesOf(evidence);
  return shown.length > 0 ? shown : quotesOf(occasions(competency, heard)).slice(0, 1);
}

function quotesOf(evidence: readonly Spot[]): Quote[] {
  const quotes: Quote[] = [];
  for (const spot of evidence) {
    if (quotes.length === MOST_QUOTES) break;
    const quote = quoteAt(spot);
    if (quote && !quotes.some((other) => overlap(other, quote) || other.text === quote.text)) quotes.push(quote);
  }
  return quotes;
}

/** Each move with the first words that show it; one sentence may show two moves. */
function movesOf(competency: string, heard: Heard): RatedMove[] {
  if (heard.sound.length < FEWEST) return [];
  return (checklists.get(competency) ?? []).map(({ id, find }) => ({ move: id, quote: firstQuote(find(heard)) }));
}

function firstQuote(places: readonly Spot[]): Quote | null {
  for (const spot of places.toSorted((a, b) => a.turn.seq - b.turn.seq || a.start - b.start)) {
    const quote = quoteAt(spot);
    if (quote) return quote;
  }
  return null;
}

/** Mean of the levels by weight, one decimal; null when criteria that make less than half of the weight have a level. */
export function overallOf(criteria: readonly RatedCriterion[]): number | null {
  let sum = 0;
  let rated = 0;
  let all = 0;
  for (const { level, weight } of criteria) {
    all += weight;
    if (level === null) continue;
    rated += weight;
    sum += level * weight;
  }
  return rated === 0 || rated * 2 < all ? null : Math.round((sum / rated) * 10) / 10;
}
