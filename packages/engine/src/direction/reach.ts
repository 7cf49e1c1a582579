import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { SignalKind } from '@coachvisio/contract/signal.ts';
import { appraise, applyMoves } from './appraise.ts';
import { findExit } from './exits.ts';
import { initialState } from './initial-state.ts';
import { levelOf } from './levels.ts';

/** Seconds that one exchange takes, the persona's reply and the learner's: two sentences each, read or spoken. */
const exchangeSeconds = 40;

/** Learner's turns that fit into some minutes. */
export const turnsIn = (minutes: number): number => Math.floor((minutes * 60) / exchangeSeconds);

/** Signals of one turn at most: four good things said in one breath are a very good turn. */
const perTurn = 4;

type Scale = 'trust' | 'tension' | 'patience';
const scales: readonly Scale[] = ['trust', 'tension', 'patience'];
export interface Reach extends Record<Scale, { readonly low: number; readonly high: number }> {
  readonly turns: number;
}

/** How far this persona can be moved in the minutes of this scenario, by nothing but its best and by nothing but its worst signals. */
export function reachOf(scenario: ScenarioContent, persona: PersonaContent): Reach {
  const turns = turnsIn(scenario.minutes);
  const level = levelOf(scenario.level);
  const weightOf = (kind: SignalKind, of: Scale): number => persona.temperament.weights[kind]?.[of] ?? 0;
  const play = (of: Scale, sign: 1 | -1): number => {
    // Insults end a conversation by themselves.
    const kinds = SignalKind.options.filter((kind) => kind !== 'insult' && weightOf(kind, of) * sign > 0);
    const strongest = kinds.toSorted((a, b) => (weightOf(b, of) - weightOf(a, of)) * sign).slice(0, perTurn);
    const moves = appraise(
      strongest.map((kind) => ({ kind, start: 0, end: 0 })),
      persona,
      level,
      true,
    );
    let state = initialState(scenario);
    for (let turn = 0; turn < turns; turn += 1) state = applyMoves(state, moves).state;
    return state[of];
  };
  const range = (of: Scale) => ({ low: Math.min(scenario.start[of], play(of, -1)), high: Math.max(scenario.start[of], play(of, 1)) });
  return { trust: range('trust'), tension: range('tension'), patience: range('patience'), turns };
}

/**
 * Ids of the exits before the end that a learner comes to first who does nothing but harm, by whichever one or two kinds of harm:
 * an exit on tension is none if patience is always gone before.
 */
export function exitsOfHarm(scenario: ScenarioContent, persona: PersonaContent): ReadonlySet<string> {
  const level = levelOf(scenario.level);
  const harms = SignalKind.options.filter((kind) => kind !== 'insult' && harmOf(persona, kind));
  const first = new Set<string>();
  for (const [index, kind] of harms.entries())
    for (const other of [undefined, ...harms.slice(index + 1)]) {
      const moves = appraise(
        (other ? [kind, other] : [kind]).map((one) => ({ kind: one, start: 0, end: 0 })),
        persona,
        level,
        true,
      );
      let state = initialState(scenario);
      for (let turn = 1; turn <= turnsIn(scenario.minutes); turn += 1) {
        state = { ...applyMoves(state, moves).state, turns: turn };
        const exit = findExit(scenario, state, false);
        if (exit) first.add(exit.id);
        if (exit) break;
      }
    }
  return first;
}

const harmOf = (persona: PersonaContent, kind: SignalKind): boolean => {
  const weight = persona.temperament.weights[kind];
  return weight !== undefined && (weight.tension > 0 || weight.patience < 0) && scales.every((of) => (of === 'tension' ? weight[of] >= 0 : weight[of] <= 0));
};
