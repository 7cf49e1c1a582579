import type { Measure } from '@coachvisio/contract/report.ts';

/**
 * Published references, as data. A measure that has none here shows none: no band is invented.
 * `norm.<id>` in the locales tells the reader what it is a reference of.
 */
interface Norm {
  readonly id: string;
  readonly measure: Measure['id'];
  /** The kind of exercise that it was measured in; it says nothing about any other. */
  readonly exercise: 'interview';
  readonly value: number;
  readonly source: string;
}

export const norms: readonly Norm[] = [
  {
    id: 'talk_share_interview',
    measure: 'talk_share',
    exercise: 'interview',
    value: 88,
    source: 'Median share of words of the person who is interviewed, published corpora of spoken interviews',
  },
];
