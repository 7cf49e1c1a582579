import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';

/** The persona before the first word. */
export function initialState(scenario: ScenarioContent): PersonaState {
  return {
    ...scenario.start,
    phase: 'opening',
    turns: 0,
    concerns: Object.fromEntries(scenario.concerns.map(({ id }) => [id, { progress: 0, status: 'open' as const, raised: false, counted: [] }])),
    onTheTable: null,
    revealed: [],
    answered: [],
    insults: 0,
    committed: false,
    commitmentAsked: 0,
    twistSaid: false,
    timeLowSaid: false,
    silences: 0,
    plan: { index: -1, followUps: 0, sought: [], heard: {}, askedBack: [] },
  };
}
