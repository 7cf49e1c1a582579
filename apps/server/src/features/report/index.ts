import type { Feature } from '../../platform/feature.ts';
import { closePress } from './download-report.ts';
import { jobs, subscriptions } from './report.jobs.ts';
import { routes } from './report.routes.ts';

export { listOwnLevels } from './report.store.ts';

export const report: Feature = { name: 'report', routes, jobs, subscriptions, start: () => Promise.resolve(closePress) };
