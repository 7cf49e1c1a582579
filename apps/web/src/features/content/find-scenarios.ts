import type { Persona } from '@coachvisio/contract/persona.ts';
import type { ScenarioSummary } from '@coachvisio/contract/scenario.ts';

/** What somebody looks for. An empty string asks for nothing. */
export interface Wanted {
  readonly words: string;
  readonly situation: string;
  readonly profession: string;
  readonly sector: string;
  readonly segment: string;
  readonly persona: string;
  readonly level: string;
}

export const nothingWanted: Wanted = { words: '', situation: '', profession: '', sector: '', segment: '', persona: '', level: '' };

/** Tags that stand for all others of their kind: whoever works in a shop may play what is written for any trade. */
const anyOf = { profession: 'any-profession', sector: 'any-sector' } as const;

/** The scenarios that answer every wish, in the order of the library. */
export function findScenarios(scenarios: readonly ScenarioSummary[], personas: readonly Persona[], wanted: Wanted): ScenarioSummary[] {
  const sought = wordsOf(wanted.words);
  return scenarios.filter((scenario) => {
    if (wanted.persona !== '' && scenario.persona !== wanted.persona) return false;
    if (wanted.level !== '' && String(scenario.level) !== wanted.level) return false;
    for (const kind of ['situation', 'profession', 'sector', 'segment'] as const) {
      const slug = wanted[kind];
      if (slug === '') continue;
      const any = kind === 'profession' || kind === 'sector' ? anyOf[kind] : slug;
      if (!scenario.tags.some((tag) => tag.kind === kind && (tag.slug === slug || tag.slug === any))) return false;
    }
    if (sought.length === 0) return true;
    const persona = personas.find(({ slug }) => slug === scenario.persona);
    const held = wordsOf([scenario.title, scenario.summary, persona?.name ?? '', persona?.headline ?? '', ...scenario.tags.map(({ name }) => name)].join(' '));
    return sought.every((word) => held.some((other) => other.startsWith(word)));
  });
}

/** Lower case, without accents: «Négocier» is found by «negoc». */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
