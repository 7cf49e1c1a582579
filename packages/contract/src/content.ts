import { z } from 'zod';
import { Slug } from './id.ts';
import { Locale } from './locale.ts';
import { Persona } from './persona.ts';
import { route } from './route.ts';
import { Scenario, ScenarioSummary } from './scenario.ts';

const none = z.object({});
const inLocale = z.object({ locale: Locale.default('fr') });
const named = z.object({ slug: Slug });

/** The library is open: somebody may read what is on offer before they have an account. */
export const contentRoutes = {
  listPersonas: route({
    id: 'listPersonas',
    method: 'GET',
    path: '/v1/personas',
    tag: 'Library',
    summary: 'List personas',
    can: 'public',
    params: none,
    query: inLocale,
    body: none,
    status: 200,
    answer: z.object({ personas: z.array(Persona) }),
    problems: ['request.invalid'],
  }),
  listScenarios: route({
    id: 'listScenarios',
    method: 'GET',
    path: '/v1/scenarios',
    tag: 'Library',
    summary: 'List scenarios',
    can: 'public',
    params: none,
    query: inLocale,
    body: none,
    status: 200,
    answer: z.object({ scenarios: z.array(ScenarioSummary) }),
    problems: ['request.invalid'],
  }),
  readScenario: route({
    id: 'readScenario',
    method: 'GET',
    path: '/v1/scenarios/:slug',
    tag: 'Library',
    summary: 'Read a scenario: brief, criteria and their levels',
    can: 'public',
    params: named,
    query: inLocale,
    body: none,
    status: 200,
    answer: Scenario,
    problems: ['request.invalid', 'scenario.not_found'],
  }),
} as const;
