import type { SessionRating } from '@coachvisio/contract/rating.ts';
import type { Provenance } from '@coachvisio/contract/report.ts';
import type { PanelCriterion } from '@coachvisio/engine/rating/panel/convene.ts';
import type { RatedCriterion } from '@coachvisio/engine/rating/rating.ts';
import type { ReportRow } from './report.table.ts';

/** The rules alone differ from nobody. */
export const spreadOf = (criterion: RatedCriterion | PanelCriterion): number | null => ('spread' in criterion ? criterion.spread : null);

export const presentRating = (row: ReportRow, provenance: Provenance): SessionRating => ({
  id: row.id,
  createdAt: row.createdAt.toISOString(),
  kind: row.kind,
  rater: row.rater,
  overall: row.body.overall,
  criteria: row.body.criteria.map((criterion) => ({ competency: criterion.competency, level: criterion.level, spread: spreadOf(criterion) })),
  provenance,
});
