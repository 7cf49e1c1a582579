import type { TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import type { Provenance, Quote } from '@coachvisio/contract/report.ts';
import { overallOf } from '../criteria.ts';
import { FEWEST } from '../criteria/rule.ts';
import { rules } from '../criteria/rules.ts';
import { overlap } from '../quote.ts';
import type { Level, RatedCriterion, Rating } from '../rating.ts';
import { nextToTrain } from '../replay.ts';
import type { RaterReading } from './read-rater.ts';

/** Why no level is told although raters were there. */
export type Abstention = 'few_opportunities' | 'few_raters' | 'disagreement' | 'instructed';

export interface PanelCriterion extends RatedCriterion {
  /** Between the highest and the lowest level given; null with fewer than two. */
  readonly spread: number | null;
  /** Raters whose level counted, the rules among them. */
  readonly raters: number;
  readonly abstained: Abstention | null;
}

/** The rules' rating with the criteria that rules and panel gave together. */
export interface PanelRating extends Rating {
  readonly criteria: readonly PanelCriterion[];
}

export interface Convened {
  readonly rating: PanelRating;
  readonly raters: number;
  readonly note: Provenance['note'];
}

const MOST_QUOTES = 2;
/** Levels as far apart as «exchange stops» and «both know what they do» are no measure of one thing. */
const WIDEST = 2;
/** What one model alone, or models without rules, may differ by: a neighbouring anchor. */
const NARROW = 1;
/** Models that rate without rules beside them. */
const FEWEST_ALONE = 3;

/** The learner tried to give orders, as far as the rules recognise it: the words that raters read may move them all alike. */
export const isInstructed = (analysis: readonly TurnAnalysis[]): boolean =>
  analysis.some(({ signals }) => signals.some(({ kind }) => kind === 'instruct_persona'));

/** Whether models are asked about a criterion at all: where nothing could be shown, or nothing would hold them, they are not. */
export const isOpen = (criterion: RatedCriterion, instructed: boolean): boolean => closedBy(criterion, instructed) === null;

function closedBy({ competency, level, opportunities }: RatedCriterion, instructed: boolean): Abstention | null {
  if (rules.has(competency)) return level === null ? 'few_opportunities' : null;
  if (opportunities < FEWEST) return 'few_opportunities';
  // The rules give no level here that would hold raters who obey.
  return instructed ? 'instructed' : null;
}

/** Makes one rating of the rules' and of the model raters' answers, by competency. The same answers give the same rating, in whatever order they came. */
export function convene(byRules: Rating, answers: ReadonlyMap<string, readonly RaterReading[]>, instructed: boolean): Convened {
  const criteria = byRules.criteria.map((criterion) => together(criterion, answers.get(criterion.competency) ?? [], instructed));
  const heard = criteria.some(({ competency }) => answers.get(competency)?.some(({ problem }) => problem === null));
  return {
    rating: { ...byRules, criteria, overall: overallOf(criteria), next: nextToTrain(criteria) },
    raters: Math.max(1, ...criteria.map(({ raters }) => raters)),
    note: heard ? null : 'rules_only',
  };
}

function together(criterion: RatedCriterion, readings: readonly RaterReading[], instructed: boolean): PanelCriterion {
  const given = readings.flatMap((reading) => (reading.problem === null ? [reading] : []));
  const own = criterion.level === null ? [] : [{ level: criterion.level, quotes: criterion.quotes }];
  const closed = closedBy(criterion, instructed);
  const counted = closed === null ? [...own, ...given] : own;
  const levels = counted.map(({ level }) => level).toSorted((a, b) => a - b);
  const spread = levels.length < 2 ? null : (levels.at(-1) ?? 0) - (levels[0] ?? 0);
  const abstained = closed ?? doubt(rules.has(criterion.competency), given.length, spread ?? 0);
  const level = abstained === null ? median(levels) : null;
  // The rules alone put the most telling quote first; nothing is to be counted then.
  const quotes = given.length === 0 ? criterion.quotes : mostNamed(counted.map((one) => one.quotes));
  return { ...criterion, level, quotes: level === null ? [] : quotes, spread, raters: counted.length, abstained };
}

function doubt(besideRules: boolean, models: number, spread: number): Abstention | null {
  if (!besideRules && models < FEWEST_ALONE) return 'few_raters';
  const most = besideRules && models !== 1 ? WIDEST : NARROW;
  return spread > most ? 'disagreement' : null;
}

/** On an even count the lower of the two in the middle: half a level is none, and the doubt costs nobody a promise. */
const median = (sorted: readonly Level[]): Level | null => sorted[Math.ceil(sorted.length / 2) - 1] ?? null;

/** Quotes on which most raters agree, the earlier first; two that overlap name the same words, and each rater names them once. */
function mostNamed(byRater: readonly (readonly Quote[])[]): Quote[] {
  const named = (quote: Quote): number => byRater.filter((quotes) => quotes.some((other) => overlap(other, quote))).length;
  const ranked = byRater
    .flat()
    .map((quote) => ({ quote, times: named(quote) }))
    .toSorted((a, b) => b.times - a.times || a.quote.seq - b.quote.seq || a.quote.start - b.quote.start || a.quote.end - b.quote.end);
  const chosen: Quote[] = [];
  for (const { quote } of ranked) if (chosen.length < MOST_QUOTES && !chosen.some((other) => overlap(other, quote))) chosen.push(quote);
  return chosen;
}
