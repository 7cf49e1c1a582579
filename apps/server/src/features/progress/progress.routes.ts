import { progressRoutes } from '@coachvisio/contract/progress.ts';
import { handle } from '../../platform/feature.ts';
import { readPlan } from './read-plan.ts';
import { readProgress } from './read-progress.ts';

export const routes = [
  handle(progressRoutes.read, (ctx, { query }) => readProgress(ctx, query.locale)),
  handle(progressRoutes.plan, (ctx, { query }) => readPlan(ctx, query.locale)),
];
