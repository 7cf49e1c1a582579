import type { SessionRating } from '@coachvisio/contract/rating.ts';
import type { Abstention, Provenance } from '@coachvisio/contract/report.ts';
import { FEWEST } from '@coachvisio/engine/rating/criteria/rule.ts';
import { rules } from '@coachvisio/engine/rating/criteria/rules.ts';
import type { PanelCriterion } from '@coachvisio/engine/rating/panel/convene.ts';
import type { RatedCriterion } from '@coachvisio/engine/rating/rating.ts';
import type { ReportRow } from './report.table.ts';

/** The rules alone differ from nobody. */
export const spreadOf = (criterion: RatedCriterion | PanelCriterion): number | null => ('spread' in criterion ? criterion.spread : null);

/** Panels say why they give no level; the rules leave it to be seen from what they had. */
export function abstentionOf(criterion: RatedCriterion | PanelCriterion): Abstention | null {
  if (criterion.level !== null) return null;
  if ('abstained' in criterion && criterion.abstained !== null) return criterion.abstained;
  return rules.has(criterion.competency) || criterion.opportunities < FEWEST ? 'few_opportunities' : 'not_measurable';
}

export const presentRating = (row: ReportRow, provenance: Provenance): SessionRating => ({
  id: row.id,
  createdAt: row.createdAt.toISOString(),
  kind: row.kind,
  rater: row.rater,
  overall: row.body.overall,
  criteria: row.body.criteria.map((criterion) => ({ competency: criterion.competency, level: criterion.level, spread: spreadOf(criterion) })),
  provenance,
});
