import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { Concern, Exit, ExitCondition, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { evidenceFor } from './concerns.ts';
import { levelOf } from './levels.ts';
import type { Finding } from './lint-finding.ts';
import { exitsOfHarm, type Reach, reachOf } from './reach.ts';

const bounded = ['trust', 'tension', 'patience', 'turns', 'openConcerns', 'revealedCount', 'coverage'] as const;
const listed = ['eased', 'resolved', 'revealed'] as const;
type Range = { readonly low: number; readonly high: number };

/** Exits that no path leads to, and ends that a story of its kind must have. */
export function lintExits(scenario: ScenarioContent, persona: PersonaContent): Finding[] {
  const findings: Finding[] = [];
  const reach = reachOf(scenario, persona);
  const harmed = exitsOfHarm(scenario, persona);
  for (const [index, exit] of scenario.exits.entries()) {
    const where = `exits.${exit.id}`;
    const reason = contradiction(scenario, exit.when, reach) ?? outOfReach(scenario, exit.when) ?? tooLong(scenario, exit) ?? forestalled(exit, harmed);
    if (reason) findings.push({ where: `${where}.when`, what: reason });
    const earlier = scenario.exits.slice(0, index).find((other) => isWeaker(other, exit));
    if (earlier) findings.push({ where, what: `never comes: whenever its condition holds, that of ${earlier.id}, which is checked first, holds too` });
  }
  const last = scenario.exits.at(-1);
  if (last && Object.keys(last.when).join() !== 'atEnd')
    findings.push({ where: `exits.${last.id}`, what: 'is the last one and must hold at any end: `atEnd` alone' });
  for (const kind of ['good', 'bad'] as const)
    if (!scenario.exits.some((exit) => exit.kind === kind)) findings.push({ where: 'exits', what: `no ${kind} exit` });
  // Nobody is turned down on two answers: who leaves an interview early gets its last exit.
  if (scenario.questionPlan.length > 0 && last && last.kind !== 'mixed')
    findings.push({ where: `exits.${last.id}.kind`, what: 'is where an interview ends that is left early, which decides nothing: mixed' });
  return findings;
}

/** Why a condition cannot hold whatever is said; undefined when it can. */
function contradiction(scenario: ScenarioContent, when: ExitCondition, reach: Reach): string | undefined {
  const concerns = scenario.concerns.length;
  const settled = new Set([...(when.eased ?? []), ...(when.resolved ?? [])]).size;
  const possible: Record<(typeof bounded)[number], Range> = {
    trust: reach.trust,
    tension: reach.tension,
    patience: reach.patience,
    turns: { low: 0, high: reach.turns },
    openConcerns: { low: 0, high: concerns - settled },
    revealedCount: { low: (when.revealed ?? []).length, high: scenario.facts.length },
    coverage: scenario.questionPlan.some(({ expects }) => expects.length > 0) ? { low: 0, high: 1 } : { low: 1, high: 1 },
  };
  for (const name of bounded) {
    const { gte, lte } = when[name] ?? {};
    if (gte !== undefined && lte !== undefined && gte > lte) return `${name} cannot be at least ${gte} and at most ${lte}`;
    const { low, high } = possible[name];
    if (gte !== undefined && gte > high) return `${name} never reaches ${gte}: ${high} is the most`;
    if (lte !== undefined && lte < low) return `${name} never falls to ${lte}: ${low} is the least`;
  }
  const known = { eased: scenario.concerns, resolved: scenario.concerns, revealed: scenario.facts };
  for (const name of listed) {
    const unknown = when[name]?.find((id) => !known[name].some((it) => it.id === id));
    if (unknown) return `${name} names ${unknown}, which this scenario does not have`;
  }
  return undefined;
}

/** A concern that the condition wants settled and that nothing in the story can settle. */
function outOfReach(scenario: ScenarioContent, when: ExitCondition): string | undefined {
  const lacking = (ids: readonly string[] | undefined, needed: number, state: string): string | undefined => {
    const concern = ids?.map((id) => scenario.concerns.find((it) => it.id === id)).find((it) => it && mostProgress(it, scenario) < needed);
    return (
      concern &&
      `${concern.id} cannot be ${state}: its signs and keys add up to ${Math.round(mostProgress(concern, scenario))} of ${needed} at level ${scenario.level}`
    );
  };
  return lacking(when.resolved, evidenceFor.resolved, 'resolved') ?? lacking(when.eased, evidenceFor.eased, 'eased');
}

/** A good end that wants more turns than full answers to every question take. */
function tooLong({ questionPlan, twist }: ScenarioContent, { kind, when }: Exit): string | undefined {
  const least = questionPlan.length + (twist ? 1 : 0);
  return kind === 'good' && questionPlan.length > 0 && (when.turns?.gte ?? 0) > least
    ? `wants ${when.turns?.gte} turns, and whoever answers each of the ${questionPlan.length} questions in full is done after ${least}`
    : undefined;
}

/** An exit on tension or patience that no harm leads to, since another one always comes before. */
const forestalled = ({ id, kind, when }: Exit, harmed: ReadonlySet<string>): string | undefined =>
  kind === 'bad' && !when.atEnd && (when.tension?.gte !== undefined || when.patience?.lte !== undefined) && !harmed.has(id)
    ? `never comes: whatever harm a learner does, ${[...harmed].join(' or ') || 'the end'} comes before: one of the two bounds must move`
    : undefined;

/** Everything that eases a concern, each thing once. */
export function mostProgress(concern: Concern, scenario: ScenarioContent): number {
  const weights = [...Object.values(concern.eases), ...concern.keys.map(({ weight }) => weight)];
  return weights.reduce((sum, weight) => sum + Math.max(0, weight), 0) / levelOf(scenario.level).evidence;
}

/** Whether `first`, which is checked before, holds whenever `then` does. */
function isWeaker(first: Exit, then: Exit): boolean {
  const a = first.when;
  const b = then.when;
  if (a.atEnd && !b.atEnd) return false;
  if (a.committed !== undefined && a.committed !== b.committed) return false;
  for (const name of listed) {
    const given = name === 'eased' ? [...(b.eased ?? []), ...(b.resolved ?? [])] : (b[name] ?? []);
    if (a[name]?.some((id) => !given.includes(id))) return false;
  }
  return bounded.every((name) => {
    const { gte, lte } = a[name] ?? {};
    return (gte === undefined || (b[name]?.gte ?? Number.NEGATIVE_INFINITY) >= gte) && (lte === undefined || (b[name]?.lte ?? Number.POSITIVE_INFINITY) <= lte);
  });
}
