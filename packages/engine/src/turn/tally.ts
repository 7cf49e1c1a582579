import type { Locale } from '@coachvisio/contract/locale.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { ExitKind, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { playAgainst } from './play-through.ts';
import { type Manner, simulatedLine } from './simulated-learner.ts';

/** From who closes every door to who opens them all. */
const everySkill: readonly number[] = [0, 0.25, 0.5, 0.75, 1];

export interface TallyOptions {
  readonly locale: Locale;
  readonly level: 1 | 2 | 3;
  /** One conversation for each skill and seed. */
  readonly seeds: readonly number[];
  readonly skills?: readonly number[];
  readonly manner?: Manner;
}

/** How the conversations of learners of one skill ended. */
export interface Tally extends Record<ExitKind, number> {
  readonly skill: number;
  /** Ids of exits, with how often each was reached. */
  readonly exits: Readonly<Record<string, number>>;
  /** Learner's turns, on average. */
  readonly turns: number;
}

/** Plays a scenario by made-up learners of every skill, at a level, and counts where they end. */
export function tallyOf(scenario: ScenarioContent, persona: PersonaContent, { locale, level, seeds, skills = everySkill, manner }: TallyOptions): Tally[] {
  const played = { ...scenario, level };
  return skills.map((skill) => {
    const count = { good: 0, mixed: 0, bad: 0 };
    const exits: Record<string, number> = {};
    let turns = 0;
    for (const seed of seeds) {
      const { snapshot, analysis } = playAgainst({ scenario: played, persona, locale, seed }, (table) =>
        simulatedLine({ skill, seed, ...(manner ? { manner } : {}) }, played, locale, table),
      );
      const exit = played.exits.find(({ id }) => id === snapshot.outcome?.exit);
      turns += analysis.length;
      if (!exit) continue;
      count[exit.kind] += 1;
      exits[exit.id] = (exits[exit.id] ?? 0) + 1;
    }
    return { skill, ...count, exits, turns: turns / Math.max(1, seeds.length) };
  });
}
