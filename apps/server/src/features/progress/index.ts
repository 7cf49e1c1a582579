import type { Feature } from '../../platform/feature.ts';
import { routes } from './progress.routes.ts';

export const progress: Feature = { name: 'progress', routes };
