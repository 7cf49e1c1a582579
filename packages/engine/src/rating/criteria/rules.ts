import { acknowledging } from './acknowledging.ts';
import { activeListening } from './active-listening.ts';
import { agency } from './agency.ts';
import { answering } from './answering.ts';
import { calmAssertiveness } from './calm-assertiveness.ts';
import { closing } from './closing.ts';
import { defusing } from './defusing.ts';
import { evidence } from './evidence.ts';
import { factsAndFigures } from './facts-and-figures.ts';
import { objections } from './objections.ts';
import { openQuestioning } from './open-questioning.ts';
import type { CriterionRule } from './rule.ts';
import { structure } from './structure.ts';

/**
 * The competencies whose surface signs can carry a number. One that is missing here has a checklist of moves instead: arguing,
 * negotiating, serving a need, leading, solving a problem, reflecting; and clarity, since rules that agree with readers about
 * it (vague, evasive, asked again) turned out to measure whether a question was answered, which other criteria already do.
 */
export const rules: ReadonlyMap<string, CriterionRule> = new Map([
  ['active-listening', activeListening],
  ['open-questioning', openQuestioning],
  ['acknowledging', acknowledging],
  ['facts-and-figures', factsAndFigures],
  ['calm-assertiveness', calmAssertiveness],
  ['objections', objections],
  ['closing', closing],
  ['defusing', defusing],
  ['structure', structure],
  ['evidence', evidence],
  ['agency', agency],
  ['answering', answering],
]);
