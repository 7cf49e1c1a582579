import type { Locale, LocalLines } from '@coachvisio/contract/locale.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { AnswerPart, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { findPatterns } from '../analysis/match.ts';
import { turnsBeforeTwist } from './choose-move.ts';
import { evidenceFor } from './concerns.ts';
import { lintAsked } from './lint-asked.ts';
import { lintExits, mostProgress } from './lint-exits.ts';
import type { Finding } from './lint-finding.ts';
import { reachOf, turnsIn } from './reach.ts';
import { twistNeeds } from './time-left.ts';

const locales: readonly Locale[] = ['fr', 'en'];

/**
 * What can never happen in a scenario as it is written: a fact nobody can earn, an exit no path leads to, a concern that is never
 * raised, a line said twice. The schema checks the shape of a scenario; this checks that it can be played to all its ends.
 */
export function lintScenario(scenario: ScenarioContent, persona: PersonaContent): Finding[] {
  return [
    ...lintTrust(scenario, persona),
    ...lintAsked(scenario),
    ...lintConcerns(scenario),
    ...lintPlan(scenario),
    ...lintTwist(scenario),
    ...lintExits(scenario, persona),
    ...lintLines(scenario),
  ];
}

function lintTrust(scenario: ScenarioContent, persona: PersonaContent): Finding[] {
  const { high } = reachOf(scenario, persona).trust;
  return scenario.facts
    .filter(({ earned }) => earned.trust > high)
    .map(({ id, earned }) => ({ where: `facts.${id}.earned.trust`, what: `trust never reaches ${earned.trust}: ${high} is the most` }));
}

/** Turns that a worry takes at least: it is raised and answered, half, then whole. */
const turnsPerConcern = 2;

function lintConcerns(scenario: ScenarioContent): Finding[] {
  const findings: Finding[] = [];
  const turns = turnsIn(scenario.minutes);
  for (const [index, concern] of scenario.concerns.entries()) {
    const where = `concerns.${concern.id}`;
    // An interview follows its plan: worries are for a conversation.
    if (scenario.questionPlan.length > 0) findings.push({ where, what: 'is never raised: an interview follows its question plan' });
    else if ((index + 1) * turnsPerConcern > turns) findings.push({ where, what: `is never raised: ${turns} turns fit into ${scenario.minutes} minutes` });
    const most = mostProgress(concern, scenario);
    if (most < evidenceFor.resolved)
      findings.push({ where: `${where}.eases`, what: `can never be resolved: its signs and keys add up to ${Math.round(most)} of ${evidenceFor.resolved}` });
    for (const locale of locales) {
      const lines = [...concern.raise[locale], ...concern.press[locale], ...concern.eased[locale]];
      for (const [key, { sought }] of concern.keys.entries())
        if (sought && !lines.some((line) => findPatterns(sought[locale], line).length > 0))
          findings.push({ where: `${where}.keys.${key}.sought.${locale}`, what: 'no line of this concern asks for it in these words' });
    }
  }
  return findings;
}

function lintPlan(scenario: ScenarioContent): Finding[] {
  return scenario.questionPlan.flatMap((question) => {
    const where = `questionPlan.${question.id}`;
    const parts = partsOf(question.followUps);
    return [
      ...parts
        .filter((part) => !question.expects.includes(part))
        .map((part) => ({ where: `${where}.followUps.${part}`, what: 'is never asked: the question does not expect this part' })),
      ...question.expects
        .filter((part) => !parts.includes(part))
        .map((part) => ({ where: `${where}.expects`, what: `nothing asks for ${part} when it is missing` })),
    ];
  });
}

const partsOf = (followUps: Partial<Record<AnswerPart, unknown>>): AnswerPart[] =>
  (['situation', 'task', 'action', 'result', 'figure', 'agency'] as const).filter((part) => followUps[part] !== undefined);

function lintTwist({ twist, minutes, questionPlan }: ScenarioContent): Finding[] {
  if (!twist) return [];
  if (questionPlan.length > 0)
    return questionPlan.length < 3
      ? [{ where: 'twist', what: 'never comes: it stands between two questions past the middle of a plan of at least three' }]
      : [];
  const fit = turnsIn(minutes * (1 - twistNeeds));
  return fit > turnsBeforeTwist ? [] : [{ where: 'twist', what: `never comes: ${minutes} minutes are too short for it` }];
}

/** The same words in two places are said twice in one conversation, or once where they do not belong. */
function lintLines(scenario: ScenarioContent): Finding[] {
  return locales.flatMap((locale) => {
    const first = new Map<string, string>();
    return linesOf(scenario).flatMap(({ where, lines }) =>
      lines[locale].flatMap((line, index) => {
        const words = line
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        const place = `${where}.${locale}.${index}`;
        const before = first.get(words);
        if (before === undefined) first.set(words, place);
        return before === undefined ? [] : [{ where: place, what: `says the same as ${before}` }];
      }),
    );
  });
}

function linesOf(scenario: ScenarioContent): { where: string; lines: LocalLines }[] {
  const { opening, facts, concerns, answers, questionPlan, probes, twist, exits } = scenario;
  return [
    { where: 'opening', lines: opening },
    ...facts.flatMap(({ id, reveal, guard }) => [
      { where: `facts.${id}.reveal`, lines: reveal },
      { where: `facts.${id}.guard`, lines: guard },
    ]),
    ...concerns.flatMap(({ id, raise, press, eased, resolved }) => [
      { where: `concerns.${id}.raise`, lines: raise },
      { where: `concerns.${id}.press`, lines: press },
      { where: `concerns.${id}.eased`, lines: eased },
      { where: `concerns.${id}.resolved`, lines: resolved },
    ]),
    ...answers.map(({ id, say }) => ({ where: `answers.${id}.say`, lines: say })),
    ...questionPlan.flatMap(({ id, ask, rephrase, followUps }) => [
      { where: `questionPlan.${id}.ask`, lines: ask },
      { where: `questionPlan.${id}.rephrase`, lines: rephrase },
      ...partsOf(followUps).flatMap((part) => {
        const lines = followUps[part];
        return lines ? [{ where: `questionPlan.${id}.followUps.${part}`, lines }] : [];
      }),
    ]),
    { where: 'probes.exploring', lines: probes.exploring },
    { where: 'probes.confronting', lines: probes.confronting },
    { where: 'probes.closing', lines: probes.closing },
    ...(twist ? [{ where: 'twist.say', lines: twist.say }] : []),
    ...exits.map(({ id, closing }) => ({ where: `exits.${id}.closing`, lines: closing })),
  ];
}
