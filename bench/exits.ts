import { join } from 'node:path';
import { tallyOf } from '@coachvisio/engine/turn/tally.ts';
import { readLibrary } from '../apps/server/src/features/content/read-library.ts';

const learners = [
  { name: 'clumsy', skill: 0 },
  { name: 'middling', skill: 0.5 },
  { name: 'excellent', skill: 1 },
] as const;
const seeds = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20];

/** How made-up learners of three skills end each scenario of the library, at its own level, in both languages. */
export default async function exits() {
  const { scenarios, personas } = readLibrary(join(import.meta.dirname, '../content'));
  const figures = [...scenarios.values()].flatMap((scenario) => {
    const persona = personas.get(scenario.persona);
    if (!persona) throw new Error(`${scenario.slug} has no persona`);
    const played = (['fr', 'en'] as const).map((locale) =>
      tallyOf(scenario, persona, { locale, level: scenario.level, seeds, skills: learners.map(({ skill }) => skill) }),
    );
    return learners.map(({ name, skill }) => {
      const of = played.flatMap((tallies) => tallies.filter((tally) => tally.skill === skill));
      const good = of.reduce((sum, tally) => sum + tally.good, 0) / (seeds.length * played.length);
      const mixed = of.reduce((sum, tally) => sum + tally.mixed, 0) / (seeds.length * played.length);
      const figure = { name: `${scenario.slug}, level ${scenario.level}, ${name} learner: good (mixed ${percent(mixed)} %)`, value: percent(good), unit: '%' };
      if (name === 'clumsy') return { ...figure, target: '0', holds: good === 0 };
      return name === 'excellent' ? { ...figure, target: '≥ 50', holds: good >= 0.5 } : figure;
    });
  });
  return {
    figures,
    notes: [`${seeds.length} conversations in each language for each row; the learners are made up from the scenario's own data, and are no people.`],
  };
}

const percent = (share: number): number => Math.round(share * 100);
