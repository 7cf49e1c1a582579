import { ProblemError } from '../../platform/problem-error.ts';
import { type sessions, wasPlayed } from '../session/index.ts';

/** What to answer about a session that has no report. */
export function whyNoReport(row: Pick<typeof sessions.$inferSelect, 'endReason' | 'learnerTurns'>): ProblemError {
  if (row.endReason === null) return new ProblemError('report.not_found', 'The session has not ended: its report is written when it does.');
  if (!wasPlayed(row)) return new ProblemError('report.not_found', 'Nothing was said in this session: there is no report.');
  return new ProblemError('report.pending', 'The report is being written. Ask again in a moment.');
}
