import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PersonaContent } from '@coachvisio/contract/persona.ts';
import { PlanContent } from '@coachvisio/contract/progress.ts';
import { CompetencyContent, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { TagContent, TagKind } from '@coachvisio/contract/tag.ts';
import type { z } from 'zod';

export interface Library {
  readonly personas: ReadonlyMap<string, PersonaContent>;
  readonly scenarios: ReadonlyMap<string, ScenarioContent>;
  readonly competencies: ReadonlyMap<string, CompetencyContent>;
  readonly tags: TagContent;
  readonly plans: ReadonlyMap<string, PlanContent>;
}

/** Says which file is wrong, where in it, and what is expected there. */
export class ContentError extends Error {
  override name = 'ContentError';
}

/**
 * Reads and checks the whole library. Throws a {@link ContentError} that names every fault found,
 * so that an author mends them in one go.
 */
export function readLibrary(directory: string): Library {
  const faults: string[] = [];
  const personas = readFolder(join(directory, 'personas'), PersonaContent, faults);
  const scenarios = readFolder(join(directory, 'scenarios'), ScenarioContent, faults);
  const competencies = readFolder(join(directory, 'competencies'), CompetencyContent, faults);
  const plans = readFolder(join(directory, 'plans'), PlanContent, faults);
  const tags = readFile(join(directory, 'tags.json'), TagContent, faults);
  for (const persona of personas.values()) faults.push(...faultsOfPersona(persona));
  for (const scenario of scenarios.values()) faults.push(...faultsOfScenario(scenario, personas, competencies, tags));
  for (const plan of plans.values()) faults.push(...faultsOfPlan(plan, scenarios));
  if (faults.length > 0 || !tags) throw new ContentError(`The library has ${faults.length} fault(s):\n- ${faults.join('\n- ')}`);
  return { personas, scenarios, competencies, tags, plans };
}

function readFolder<T extends { slug: string }>(folder: string, schema: z.ZodType<T>, faults: string[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const path = join(folder, file);
    const content = readFile(path, schema, faults);
    if (!content) continue;
    if (`${content.slug}.json` !== file) faults.push(`${path}: slug is ${content.slug}; a file bears the name of its slug`);
    found.set(content.slug, content);
  }
  return found;
}

function readFile<T>(path: string, schema: z.ZodType<T>, faults: string[]): T | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    faults.push(`${path}: not JSON (${error instanceof Error ? error.message : String(error)})`);
    return undefined;
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) for (const issue of parsed.error.issues) faults.push(`${path}: ${issue.path.join('.') || '(whole file)'}: ${issue.message}`);
  return parsed.data;
}

function faultsOfPersona(persona: PersonaContent): string[] {
  return (['fr', 'en'] as const).flatMap((locale) =>
    persona.lines.echo[locale]
      .filter((line) => !line.includes('{quote}'))
      .map((line) => `persona ${persona.slug}: lines.echo.${locale} must hold {quote}: «${line}»`),
  );
}

function faultsOfPlan(plan: PlanContent, scenarios: ReadonlyMap<string, ScenarioContent>): string[] {
  return plan.stages
    .flatMap(({ steps }) => steps)
    .flatMap(({ scenario: slug, focus }) => {
      const scenario = scenarios.get(slug);
      if (!scenario) return [`plan ${plan.slug}: scenario ${slug} does not exist`];
      return scenario.criteria.some(({ competency }) => competency === focus) ? [] : [`plan ${plan.slug}: ${focus} is no criterion of ${slug}`];
    });
}

function faultsOfScenario(
  scenario: ScenarioContent,
  personas: ReadonlyMap<string, PersonaContent>,
  competencies: ReadonlyMap<string, CompetencyContent>,
  tags: TagContent | undefined,
): string[] {
  const faults: string[] = [];
  const say = (text: string) => faults.push(`scenario ${scenario.slug}: ${text}`);
  if (!personas.has(scenario.persona)) say(`persona ${scenario.persona} does not exist`);
  for (const { competency } of scenario.criteria) if (!competencies.has(competency)) say(`competency ${competency} does not exist`);
  for (const kind of TagKind.options)
    for (const slug of scenario.tags[kind]) if (tags && !tags[kind].some((tag) => tag.slug === slug)) say(`tag ${slug} is no ${kind} of tags.json`);
  const weight = scenario.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  if (weight !== 100) say(`weights of criteria add up to ${weight}, not 100`);
  if (scenario.concerns.length === 0 && scenario.questionPlan.length === 0) say('needs concerns or a question plan');
  const concerns = new Set(scenario.concerns.map((concern) => concern.id));
  const facts = new Set(scenario.facts.map((fact) => fact.id));
  for (const exit of scenario.exits) {
    for (const id of [...(exit.when.eased ?? []), ...(exit.when.resolved ?? [])])
      if (!concerns.has(id)) say(`exit ${exit.id} names concern ${id}, which does not exist`);
    for (const id of exit.when.revealed ?? []) if (!facts.has(id)) say(`exit ${exit.id} names fact ${id}, which does not exist`);
  }
  const last = scenario.exits.at(-1);
  if (last && Object.keys(last.when).some((key) => key !== 'atEnd'))
    say(`the last exit (${last.id}) must hold whenever the conversation ends: only atEnd may stand in its condition`);
  return faults;
}
