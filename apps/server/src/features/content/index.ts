import type { Feature } from '../../platform/feature.ts';
import { StartError } from '../../platform/start-error.ts';
import { routes } from './content.routes.ts';
import { library } from './library.ts';
import { ContentError } from './read-library.ts';

export { library } from './library.ts';
export { isStaticLine } from './static-lines.ts';

export const content: Feature = {
  name: 'content',
  routes,
  /** A fault in the library stops the start, not the first learner. */
  start: async () => {
    try {
      library();
    } catch (error) {
      throw error instanceof ContentError ? new StartError(error.message) : error;
    }
    return async () => undefined;
  },
};
