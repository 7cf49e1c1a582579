import type { PersonaState, StateMove } from '@coachvisio/contract/conversation.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import type { Level } from './levels.ts';

/** What a learner brings counts in full only when it is about the story: figures about something else convince nobody. */
const brings: ReadonlySet<SignalKind> = new Set(['information', 'figure', 'date', 'example', 'guarantee', 'commitment', 'concession', 'advice']);

/** «Je vous tiens au courant»: without a when, a promise is worth half. */
export const promiseShare = (signal: Signal, signals: readonly Signal[]): number =>
  signal.kind === 'commitment' && signal.value === undefined && !signals.some(({ kind }) => kind === 'date') ? 0.5 : 1;

/**
 * What the signals of one turn do to the character. A kind counts in full once and half the second time in a turn,
 * so that saying one good thing five times is not five good things.
 */
export function appraise(signals: readonly Signal[], persona: PersonaContent, level: Level, aboutTheStory: boolean): StateMove[] {
  const seen = new Map<SignalKind, number>();
  const moves: StateMove[] = [];
  for (const signal of signals) {
    const weight = persona.temperament.weights[signal.kind];
    const times = seen.get(signal.kind) ?? 0;
    seen.set(signal.kind, times + 1);
    if (!weight || times > 1) continue;
    const share = (times === 0 ? 1 : 0.5) * (brings.has(signal.kind) && !aboutTheStory ? 0.4 : 1) * promiseShare(signal, signals);
    moves.push({
      cause: signal.kind,
      start: signal.start,
      end: signal.end,
      trust: weight.trust * share * (weight.trust > 0 ? level.gain : level.loss),
      tension: weight.tension * share * (weight.tension < 0 ? level.gain : level.loss),
      patience: weight.patience * share * (weight.patience > 0 ? level.gain : level.loss),
    });
  }
  return moves;
}

const clamp = (value: number) => Math.min(100, Math.max(0, value));

/** Points of the scale over which a push fades: trust is won slower than it is lost, and a good minute does not make a friend. */
const fade = { gain: 75, loss: 50 } as const;

/** The nearer to an end of the scale, the less a further push moves. `better`: which way of the scale is a gain for the learner. */
function damp(value: number, delta: number, better: 'up' | 'down'): number {
  const room = delta > 0 ? 100 - value : value;
  const over = delta > 0 === (better === 'up') ? fade.gain : fade.loss;
  return delta * Math.min(1, Math.max(0.1, room / over));
}

/** Applies moves in order and returns them as they really counted, rounded to whole points. */
export function applyMoves(state: PersonaState, moves: readonly StateMove[]): { state: PersonaState; moves: StateMove[] } {
  let { trust, tension, patience } = state;
  const counted: StateMove[] = [];
  for (const move of moves) {
    const next = {
      trust: Math.round(clamp(trust + damp(trust, move.trust, 'up'))),
      tension: Math.round(clamp(tension + damp(tension, move.tension, 'down'))),
      patience: Math.round(clamp(patience + (move.patience > 0 ? damp(patience, move.patience, 'up') : move.patience))),
    };
    const real = { ...move, trust: next.trust - trust, tension: next.tension - tension, patience: next.patience - patience };
    ({ trust, tension, patience } = next);
    if (real.trust !== 0 || real.tension !== 0 || real.patience !== 0) counted.push(real);
  }
  return { state: { ...state, trust, tension, patience }, moves: counted };
}
