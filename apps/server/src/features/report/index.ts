import type { Feature } from '../../platform/feature.ts';
import type { Panel } from './ask-panel.ts';
import { closePress } from './download-report.ts';
import { jobsOf, subscriptionsOf } from './report.jobs.ts';
import { routesOf } from './report.routes.ts';

export type { Panel };
export { listOwnLevels } from './report.store.ts';

/** Debriefs. `panel` is the model that rates beside the rules; null leaves it to the rules. */
export const report = (panel: Panel | null): Feature => ({
  name: 'report',
  routes: routesOf(panel !== null),
  jobs: jobsOf(panel),
  subscriptions: subscriptionsOf(panel),
  start: () => Promise.resolve(closePress),
});
