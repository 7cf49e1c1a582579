import { readdirSync, readFileSync } from 'node:fs';
import { Locale } from '@coachvisio/contract/locale.ts';
import { PersonaContent } from '@coachvisio/contract/persona.ts';
import { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { describe, expect, it } from 'vitest';
import { playAgainst } from './play-through.ts';
import { simulatedLine } from './simulated-learner.ts';
import { type Tally, tallyOf } from './tally.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const scenarios = readdirSync(new URL('content/scenarios/', root)).map((file) => ScenarioContent.parse(read(`content/scenarios/${file}`)));
const personaOf = ({ persona }: ScenarioContent) => PersonaContent.parse(read(`content/personas/${persona}.json`));

const levels = [1, 2, 3] as const;
const skills = [0, 0.35, 0.7, 1];
/** 4 skills, 3 levels, 2 languages, three seeds: 36 conversations of a scenario take a third of a second. */
const seeds: Record<Locale, readonly number[]> = { fr: [1, 2], en: [3] };
type Played = Tally & { readonly level: number };

const tallies = new Map<string, Played[]>();
/** Played once for each scenario, whichever test asks first. */
function playedOf(scenario: ScenarioContent): Played[] {
  const known = tallies.get(scenario.slug);
  if (known) return known;
  const played = Locale.options.flatMap((locale) =>
    levels.flatMap((level) => tallyOf(scenario, personaOf(scenario), { locale, level, seeds: seeds[locale], skills }).map((tally) => ({ ...tally, level }))),
  );
  tallies.set(scenario.slug, played);
  return played;
}

/** Share of the conversations among these that ended well. */
const goodShare = (played: readonly Played[]): number => {
  const sum = (of: (one: Played) => number) => played.reduce((total, one) => total + of(one), 0);
  return (
    sum(({ good }) => good) /
    Math.max(
      1,
      sum(({ good, mixed, bad }) => good + mixed + bad),
    )
  );
};

for (const scenario of scenarios)
  describe(scenario.slug, () => {
    it('ends well the more often, the better the learner', { timeout: 120_000 }, () => {
      const shares = skills.map((skill) => goodShare(playedOf(scenario).filter((one) => one.skill === skill)));
      expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
      expect(shares[0]).toBe(0);
      expect(shares.at(-1)).toBeGreaterThanOrEqual(0.5);
    });

    it('ends well no more often at a higher level', { timeout: 120_000 }, () => {
      const shares = levels.map((level) => goodShare(playedOf(scenario).filter((one) => one.level === level)));
      // A conversation or two of 12 may go the other way by chance.
      expect(shares[1]).toBeLessThanOrEqual((shares[0] ?? 0) + 2 / 12);
      expect(shares[2]).toBeLessThanOrEqual((shares[1] ?? 0) + 2 / 12);
      expect(shares[2]).toBeLessThanOrEqual(shares[0] ?? 0);
    });

    it('is led to each of its ends by somebody', { timeout: 120_000 }, () => {
      const reached = new Set(playedOf(scenario).flatMap(({ exits }) => Object.keys(exits)));
      const missing = () => scenario.exits.map(({ id }) => id).filter((id) => !reached.has(id));
      // An end that only few come to is looked for with more people, as long as it is missing.
      const level = scenario.level;
      for (let seed = 10; missing().length > 0 && seed < 26; seed += 1) {
        const more = [
          ...tallyOf(scenario, personaOf(scenario), { locale: 'fr', level, seeds: [seed], skills: [0, 0.15], manner: 'hostile' }),
          ...tallyOf(scenario, personaOf(scenario), { locale: 'en', level, seeds: [seed], skills: [0, 0.15], manner: 'vague' }),
          ...tallyOf(scenario, personaOf(scenario), { locale: 'fr', level, seeds: [seed], skills: [0.3, 0.5, 0.9] }),
        ];
        for (const { exits } of more) for (const id of Object.keys(exits)) reached.add(id);
      }
      expect(missing()).toEqual([]);
    });
  });

describe('a made-up learner', () => {
  it('says the same for the same seed, and something else for another', () => {
    const [scenario] = scenarios;
    if (!scenario) throw new Error('the library is empty');
    const play = (seed: number) =>
      playAgainst({ scenario, persona: personaOf(scenario), locale: 'fr', seed: 1 }, (table) => simulatedLine({ skill: 0.7, seed }, scenario, 'fr', table))
        .turns;
    expect(play(1)).toEqual(play(1));
    expect(play(1)).not.toEqual(play(2));
  });
});
