import type { Report } from '@coachvisio/contract/report.ts';

/**
 * The short report: how it ended, strengths, points of vigilance and one recommendation that holds for anybody. The transcript stays:
 * those are the learner's own words.
 */
export const condense = (report: Report): Report => ({
  ...report,
  variant: 'condensed',
  curve: [],
  moments: [],
  analysis: [],
  axes: [],
  leftOpen: [],
  better: null,
  replayFrom: null,
  criteria: [],
  overall: null,
  measures: [],
});
