import { acknowledging } from './acknowledging.ts';
import { activeListening } from './active-listening.ts';
import { agency } from './agency.ts';
import { answering } from './answering.ts';
import { calmAssertiveness } from './calm-assertiveness.ts';
import { clarity } from './clarity.ts';
import { closing } from './closing.ts';
import { evidence } from './evidence.ts';
import { factsAndFigures } from './facts-and-figures.ts';
import { objections } from './objections.ts';
import { openQuestioning } from './open-questioning.ts';
import type { CriterionRule } from './rule.ts';
import { structure } from './structure.ts';

/**
 * The competencies whose surface signs can carry a number. One that is missing here (negotiating, leading, solving a
 * problem) gets no level from rules: what makes it good does not show in single turns.
 */
export const rules: ReadonlyMap<string, CriterionRule> = new Map([
  ['active-listening', activeListening],
  ['open-questioning', openQuestioning],
  ['acknowledging', acknowledging],
  ['clarity', clarity],
  ['facts-and-figures', factsAndFigures],
  ['calm-assertiveness', calmAssertiveness],
  ['objections', objections],
  ['closing', closing],
  ['structure', structure],
  ['evidence', evidence],
  ['agency', agency],
  ['answering', answering],
]);
