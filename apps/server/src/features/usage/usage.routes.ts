import { usageRoutes } from '@coachvisio/contract/usage.ts';
import { handle } from '../../platform/feature.ts';
import { readUsage } from './read-usage.ts';

export const routes = [handle(usageRoutes.read, (ctx, { params }) => readUsage(ctx, params.id))];
