import type { SessionSnapshot, Turn } from '@coachvisio/contract/conversation.ts';
import type { Scene } from '../direction/direct.ts';
import { heardOf, wholeOf, withCut } from './cut-turn.ts';
import type { SessionEvent, TapeEntry } from './events.ts';
import { readySession, step } from './step.ts';

export interface Replayed {
  readonly snapshot: SessionSnapshot;
  readonly turns: readonly Turn[];
  /** How many entries of the tape were played. */
  readonly played: number;
}

/**
 * What comes out when the events of a tape happen again, with the words of the turns they name. Stops once turn `until` is
 * said; without it, at the end of the tape.
 */
export function replay(
  scene: Scene,
  durationMs: number | null,
  tape: readonly TapeEntry[],
  stored: readonly Turn[],
  until = Number.POSITIVE_INFINITY,
): Replayed {
  let snapshot = readySession(scene, durationMs);
  let turns: Turn[] = [];
  const textsOf = (who: Turn['who']) => turns.filter((turn) => turn.who === who).map(({ text }) => text);
  let played = 0;
  for (const entry of tape) {
    if (turns.length >= until) break;
    played += 1;
    const event = eventOf(entry, snapshot, stored);
    if (!event) continue;
    const result = step(scene, snapshot, { persona: textsOf('persona'), learner: textsOf('learner') }, event);
    snapshot = result.state;
    for (const effect of result.effects) {
      if (effect.do === 'commit' && effect.turn) turns.push(effect.turn);
      else if (effect.do === 'trim') turns = withCut(turns, effect.seq, effect.cut);
    }
  }
  return { snapshot, turns, played };
}

/** Undefined for an event that was refused: it named no turn and changed nothing. */
function eventOf({ type, at, seq, playsForMs }: TapeEntry, snapshot: SessionSnapshot, stored: readonly Turn[]): SessionEvent | undefined {
  const turn = stored.find((one) => one.seq === seq);
  switch (type) {
    case 'learner.said': {
      if (!turn) return undefined;
      // The persona was cut short when the number before was still to be said: what was heard of it is its turn.
      const cut = snapshot.due?.seq === turn.seq - 1 ? stored.find((one) => one.seq === turn.seq - 1) : undefined;
      return {
        type,
        at,
        clientTurnId: turn.clientTurnId ?? '',
        text: turn.text,
        spoken: cut?.text ?? '',
        ...(turn.sound === undefined ? {} : { sound: turn.sound }),
      };
    }
    case 'persona.spoke':
      return turn && { type, at, seq: turn.seq, text: wholeOf(turn), voicedBy: turn.voicedBy ?? 'bank', ...(playsForMs === undefined ? {} : { playsForMs }) };
    case 'persona.interrupted':
      if (snapshot.due) return { type, at, seq: snapshot.due.seq, heard: turn?.text ?? '' };
      return turn && { type, at, seq: turn.seq, heard: heardOf(turn) };
    case 'persona.heard':
      return { type, at, seq: snapshot.lastSeq };
    case 'begun':
    case 'learner.composing':
    case 'silence.lasted':
    case 'time.ran_out':
    case 'absence.lasted':
    case 'learner.left':
    case 'learner.came':
    case 'paused':
    case 'resumed':
    case 'ended':
    case 'rewound':
      return { type, at };
    default:
      throw new Error(`the tape holds ${type}, which nothing here knows`);
  }
}
