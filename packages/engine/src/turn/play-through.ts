import type { SessionSnapshot, Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import { speakFromBank } from '../acting/bank.ts';
import type { Scene } from '../direction/direct.ts';
import type { SessionEvent } from './events.ts';
import { readySession, step } from './step.ts';

export interface PlayedThrough {
  readonly snapshot: SessionSnapshot;
  readonly turns: readonly Turn[];
  /** Learner's turns, as the rules understood them. */
  readonly analysis: readonly TurnAnalysis[];
}

/** How fast the made-up learner answers and the persona is read, in milliseconds. */
const pace = { learner: 9_000, persona: 4_000 };

/** What a learner has before them when it is their turn: what was said, and the state that only a made-up learner can see. */
export interface Table {
  readonly turns: readonly Turn[];
  readonly snapshot: SessionSnapshot;
}

/**
 * A whole conversation without a clock, a socket or a database: the lines of a learner against the bank. Lines that are left
 * when the persona has ended the conversation are not said; when the lines run out, the learner leaves. An empty line is a
 * silence that lasts until the persona speaks, if it still does.
 */
export const playThrough = (scene: Scene, lines: readonly string[], durationMs: number | null = null): PlayedThrough => {
  const left = [...lines];
  return playAgainst(scene, () => left.shift(), durationMs);
};

/** The same with a learner who listens: `say` gives the next line, or nothing to leave. */
export function playAgainst(scene: Scene, say: (table: Table) => string | undefined, durationMs: number | null = null): PlayedThrough {
  let state = readySession(scene, durationMs);
  let at = 0;
  const turns: Turn[] = [];
  const analysis: TurnAnalysis[] = [];
  const said = () => ({ persona: textsOf(turns, 'persona'), learner: textsOf(turns, 'learner') });
  const happen = (first: SessionEvent) => {
    let event: SessionEvent | null = first;
    while (event) {
      let next: SessionEvent | null = null;
      const result = step(scene, state, said(), event);
      state = result.state;
      for (const effect of result.effects) {
        if (effect.do === 'commit' && effect.turn) {
          turns.push(effect.turn);
          if (effect.analysis) {
            const { trust, tension, patience, phase } = state.persona;
            analysis.push({
              seq: effect.turn.seq,
              signals: [...effect.analysis.signals],
              moves: [...effect.analysis.moves],
              state: { trust, tension, patience, phase },
            });
          }
        }
        if (effect.do === 'act') {
          at += pace.persona;
          const text = speakFromBank(effect.directive, { ...scene, phase: state.persona.phase, said: textsOf(turns, 'persona') });
          next = { type: 'persona.spoke', seq: effect.seq, text, voicedBy: 'bank', at };
        }
      }
      event = next;
    }
  };
  happen({ type: 'begun', at });
  for (let line = 1; state.status === 'live'; line += 1) {
    const text = say({ turns, snapshot: state });
    if (text === undefined) break;
    at = text === '' ? Math.max(at, state.silenceAt ?? at) : at + pace.learner;
    if (durationMs !== null && at >= durationMs) happen({ type: 'time.ran_out', at });
    else if (text === '') happen({ type: 'silence.lasted', at });
    else happen({ type: 'learner.said', clientTurnId: `line-${line}`, text, spoken: '', at });
  }
  if (state.status === 'live') happen({ type: 'ended', at });
  return { snapshot: state, turns, analysis };
}

const textsOf = (turns: readonly Turn[], who: Turn['who']): string[] => turns.filter((turn) => turn.who === who).map((turn) => turn.text);
