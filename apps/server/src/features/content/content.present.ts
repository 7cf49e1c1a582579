import type { Locale } from '@coachvisio/contract/locale.ts';
import { Locale as LocaleSchema } from '@coachvisio/contract/locale.ts';
import type { Persona, PersonaContent } from '@coachvisio/contract/persona.ts';
import type { Scenario, ScenarioContent, ScenarioSummary } from '@coachvisio/contract/scenario.ts';
import type { TagContent } from '@coachvisio/contract/tag.ts';
import type { Library } from './read-library.ts';

const locales = [...LocaleSchema.options];

export function presentPersona(persona: PersonaContent, locale: Locale): Persona {
  const { slug, name, firstName, age, tier } = persona;
  return {
    slug,
    name,
    firstName,
    age,
    tier,
    locales,
    headline: persona.headline[locale],
    occupation: persona.occupation[locale],
    character: persona.character[locale],
    disclosure: persona.disclosure[locale],
    sample: persona.sample[locale],
  };
}

/** Tags stand in the order in which somebody looks for a scenario: what happens, to whom, where, and for which kind of customer. */
const tagOrder = ['situation', 'profession', 'sector', 'segment'] as const;

export function presentScenarioSummary(scenario: ScenarioContent, known: TagContent, locale: Locale): ScenarioSummary {
  const { slug, persona, tier, flagship, level, minutes, tags } = scenario;
  return {
    slug,
    persona,
    tier,
    flagship,
    level,
    minutes,
    locales,
    title: scenario.title[locale],
    summary: scenario.summary[locale],
    tags: tagOrder.flatMap((kind) =>
      known[kind].filter(({ slug: of }) => tags[kind].includes(of)).map(({ slug: of, name }) => ({ kind, slug: of, name: name[locale] })),
    ),
  };
}

export function presentScenario(scenario: ScenarioContent, { competencies, tags }: Library, locale: Locale): Scenario {
  const { brief, criteria } = scenario;
  return {
    ...presentScenarioSummary(scenario, tags, locale),
    version: scenario.version,
    brief: {
      context: brief.context[locale],
      goal: brief.goal[locale],
      goals: brief.goals.map((goal) => goal[locale]),
      knowns: brief.knowns.map(({ value, label }) => ({ value: value[locale], label: label[locale] })),
    },
    openingLine: scenario.opening[locale][0] ?? '',
    criteria: criteria.flatMap(({ competency, weight }) => {
      const found = competencies.get(competency);
      return found
        ? [{ competency, weight, name: found.name[locale], short: found.short[locale], anchors: found.anchors.map((anchor) => anchor[locale]) }]
        : [];
    }),
  };
}
