import type { Feature } from '../../platform/feature.ts';
import { routes } from './content.routes.ts';
import { library } from './library.ts';

export { library } from './library.ts';

export const content: Feature = {
  name: 'content',
  routes,
  /** A fault in the library stops the start, not the first learner. */
  start: async () => {
    library();
    return async () => undefined;
  },
};
