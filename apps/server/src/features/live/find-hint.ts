import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import { heaviest } from '@coachvisio/engine/direction/concerns.ts';
import type { Scene } from '@coachvisio/engine/direction/direct.ts';

/** A way forward for a learner who asks: about the worry on the table, else the heaviest one, else the next goal of the brief. */
export function findHint({ scenario, locale }: Scene, state: PersonaState): string | undefined {
  const onTheTable = scenario.concerns.find(({ id }) => id === state.onTheTable && state.concerns[id]?.status !== 'resolved');
  const concern = onTheTable ?? heaviest(scenario, state, 'open') ?? heaviest(scenario, state, 'eased');
  return concern?.hint[locale] ?? scenario.brief.goals[Math.min(state.turns, scenario.brief.goals.length - 1)]?.[locale];
}
