import type { CurvePoint, Measure, Quote } from '@coachvisio/contract/report.ts';

/** A sentence by name: the words stand in the locales, so that the same rating reads well in either language. */
export interface Sentence {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface RatedRemark extends Sentence {
  readonly quote: Quote;
}

export interface RatedMoment {
  readonly number: number;
  readonly seq: number;
  readonly atMs: number;
  readonly label: Sentence;
  /** Points that this turn moved, not where the scale stands after it. */
  readonly trust: number;
  readonly tension: number;
  readonly direction: 'up' | 'down';
}

/** Something an anchor asks for, and where it was first seen; without a quote it was not seen. `move.<competency>.<move>` says it. */
export interface RatedMove {
  readonly move: string;
  readonly quote: Quote | null;
}

export interface RatedCriterion {
  readonly competency: string;
  readonly weight: number;
  readonly level: Level | null;
  readonly opportunities: number;
  readonly quotes: readonly Quote[];
  /** The checklist of a competency whose level does not show in words, in the order of its anchors; empty for the others and after too few turns. */
  readonly moves: readonly RatedMove[];
}

export interface RatedMeasure {
  readonly id: Measure['id'];
  readonly value: number | null;
  readonly norm: { readonly id: string; readonly value: number } | null;
  /** A recogniser that leaves hesitations out, or of which nobody knows, wrote words that are counted. */
  readonly caveat?: 'not_verbatim' | 'maybe_not_verbatim';
}

/** One sentence of the learner, said better in their own words: `params.said` stands within `better.<kind>.say`. */
export interface BetterSentence {
  readonly kind: 'own' | 'date' | 'open' | 'part';
  readonly quote: Quote;
  readonly params: { readonly said: string; readonly name: string };
}

/** The learner's turn from which a second try would gain most. `replay.<reason>` says why. */
export interface ReplayPoint {
  readonly seq: number;
  readonly reason: string;
}

export interface Rating {
  /** False after words of distress: nothing about them is judged then. */
  readonly scored: boolean;
  readonly curve: readonly CurvePoint[];
  readonly moments: readonly RatedMoment[];
  readonly strengths: readonly RatedRemark[];
  readonly vigilance: readonly RatedRemark[];
  readonly axes: readonly RatedRemark[];
  /** Ids of concerns and facts of the scenario. */
  readonly leftOpen: readonly { readonly kind: 'concern' | 'fact'; readonly id: string }[];
  readonly criteria: readonly RatedCriterion[];
  readonly overall: number | null;
  readonly measures: readonly RatedMeasure[];
  readonly better: BetterSentence | null;
  readonly replayFrom: ReplayPoint | null;
  /** The competency to train next: its exercise is told. */
  readonly next: string | null;
}

export type Level = 1 | 2 | 3 | 4 | 5;
