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

export interface RatedCriterion {
  readonly competency: string;
  readonly weight: number;
  readonly level: Level | null;
  readonly opportunities: number;
  readonly quotes: readonly Quote[];
}

export interface RatedMeasure {
  readonly id: Measure['id'];
  readonly value: number | null;
  readonly norm: { readonly id: string; readonly value: number } | null;
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
}

export type Level = 1 | 2 | 3 | 4 | 5;
