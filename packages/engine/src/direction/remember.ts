import type { Directive, PersonaState, Phase } from '@coachvisio/contract/conversation.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { TimeLeft } from './time-left.ts';

type Said = Pick<Directive, 'move' | 'about' | 'line' | 'next'>;

/** What the persona has now said stays said: worries raised, facts told, the twist played. */
export function remember(state: PersonaState, move: Said): PersonaState {
  const steps = [move, ...(move.next ? [move.next] : [])];
  const ids = (moves: readonly Directive['move'][]) => steps.flatMap((it) => (moves.includes(it.move) && it.about ? [it.about] : []));
  const raised = ids(['raise_concern', 'press_concern', 'ease_concern']);
  const concerns = { ...state.concerns };
  for (const id of raised) {
    const concern = concerns[id];
    if (concern) concerns[id] = { ...concern, raised: true };
  }
  return {
    ...state,
    concerns,
    onTheTable: raised.at(-1) ?? (move.move === 'resolve_concern' && move.about === state.onTheTable ? null : state.onTheTable),
    revealed: [...new Set([...state.revealed, ...ids(['reveal_fact'])])],
    answered: [...new Set([...state.answered, ...ids(['answer'])])],
    twistSaid: state.twistSaid || move.move === 'twist',
    timeLowSaid: state.timeLowSaid || move.line === 'timeLow',
    commitmentAsked: state.commitmentAsked + (move.line === 'seekCommitment' ? 1 : 0),
  };
}

export function phaseOf(scenario: ScenarioContent, state: PersonaState, timeLeft: TimeLeft): Phase {
  const statuses = Object.values(state.concerns);
  const open = statuses.filter(({ status }) => status === 'open').length;
  if (timeLeft.share < 0.2 || (scenario.concerns.length > 0 && open === 0)) return 'closing';
  if (state.turns <= 1) return 'opening';
  return statuses.filter(({ raised }) => raised).length >= 2 || state.tension >= 65 ? 'confronting' : 'exploring';
}
