import type { Abstention, CriterionScore } from '@coachvisio/contract/report.ts';

const reasons = {
  few_opportunities: 'criteria.unknownText',
  not_measurable: 'criteria.abstained.not_measurable',
  few_raters: 'criteria.abstained.few_raters',
  disagreement: 'criteria.abstained.disagreement',
  instructed: 'criteria.abstained.instructed',
} as const satisfies Record<Abstention, string>;

/** The sentence that says why a criterion has no number. */
export const whyNoLevel = ({ abstained }: Pick<CriterionScore, 'abstained'>) => reasons[abstained ?? 'few_opportunities'];

/** What stands in place of the number. Raters who differ had enough to tell: theirs is another case than too little said. */
export function labelWithoutLevel({ abstained, moves }: Pick<CriterionScore, 'abstained' | 'moves'>) {
  if (abstained === 'disagreement') return 'criteria.differ';
  return moves.length > 0 ? 'criteria.seen' : 'criteria.unknown';
}
