import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Persona } from '@coachvisio/contract/persona.ts';
import type { Scenario, ScenarioSummary } from '@coachvisio/contract/scenario.ts';
import type { Visit } from '../../platform/ctx.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { presentPersona, presentScenario, presentScenarioSummary } from './content.present.ts';
import { library } from './library.ts';

/** The library changes with a release; a few minutes spare most requests and delay nobody. */
const keptSeconds = 300;

/** The order in which a newcomer meets the flagships; the others follow by slug. */
const flagships = [
  'contrat-client-mefiant',
  'retard-projet-strategique',
  'prospect-premier-contact',
  'remobiliser-collaboratrice',
  'conflit-reunion',
  'entretien-recrutement-premier-poste',
];

const rank = (slug: string): number => (flagships.includes(slug) ? flagships.indexOf(slug) : flagships.length);

export function listPersonas(visit: Visit, locale: Locale): { personas: Persona[] } {
  visit.cacheFor(keptSeconds);
  return { personas: [...library().personas.values()].map((persona) => presentPersona(persona, locale)) };
}

export function listScenarios(visit: Visit, locale: Locale): { scenarios: ScenarioSummary[] } {
  visit.cacheFor(keptSeconds);
  const { scenarios, tags } = library();
  const ordered = [...scenarios.values()].sort((a, b) => rank(a.slug) - rank(b.slug) || a.slug.localeCompare(b.slug));
  return { scenarios: ordered.map((scenario) => presentScenarioSummary(scenario, tags, locale)) };
}

export function readScenario(visit: Visit, slug: string, locale: Locale): Scenario {
  const scenario = library().scenarios.get(slug);
  if (!scenario) throw new ProblemError('scenario.not_found', 'There is no such scenario; GET /v1/scenarios lists them.');
  visit.cacheFor(keptSeconds);
  return presentScenario(scenario, library(), locale);
}
