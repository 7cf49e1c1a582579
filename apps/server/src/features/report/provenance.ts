import type { Provenance } from '@coachvisio/contract/report.ts';
import { library } from '../content/index.ts';
import type { sessions } from '../session/index.ts';

type Played = Pick<typeof sessions.$inferSelect, 'scenario' | 'scenarioVersion' | 'engineVersion' | 'seed'>;
export type PanelShare = Pick<Provenance, 'raters' | 'model' | 'note'>;

const rulesAlone: PanelShare = { raters: 1, model: null, note: null };

/** What a rating that is made now rests on. Stored with it: grids change, and an old rating keeps saying what it was given by. */
export function provenanceOf({ scenario, scenarioVersion, engineVersion, seed }: Played, rater: string, share: PanelShare = rulesAlone): Provenance {
  const { scenarios, competencies } = library();
  const grids = (scenarios.get(scenario)?.criteria ?? []).flatMap(({ competency }) => {
    const grid = competencies.get(competency);
    return grid ? [[competency, grid.version] as const] : [];
  });
  return { engine: engineVersion, scenarioVersion, gridVersions: Object.fromEntries(grids), rater, seed, ...share };
}
