import { contentRoutes } from '@coachvisio/contract/content.ts';
import { handlePublic } from '../../platform/feature.ts';
import { listPersonas, listScenarios, readScenario } from './browse-library.ts';

export const routes = [
  handlePublic(contentRoutes.listPersonas, (visit, { query }) => listPersonas(visit, query.locale)),
  handlePublic(contentRoutes.listScenarios, (visit, { query }) => listScenarios(visit, query.locale)),
  handlePublic(contentRoutes.readScenario, (visit, { params, query }) => readScenario(visit, params.slug, query.locale)),
];
