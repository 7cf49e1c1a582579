import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';

/** Sound at one rate. */
export interface Stretch {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

/** What was heard of a turn, in order; more than one stretch where another voice took over in the middle. */
export interface HeardSound {
  /** When its sound began, in milliseconds since 1970. */
  readonly beganAt: number;
  readonly stretches: readonly Stretch[];
}

/** Sound that became a turn of a conversation. */
export interface HeardTurn extends HeardSound {
  readonly org: OrganisationId;
  readonly session: SessionId;
  readonly seq: number;
  readonly who: 'persona' | 'learner';
}

/** Takes the sound of turns of conversations whose learner agreed to it; of the others none is even held until it was heard. */
export interface SoundKeeper {
  /** Whether the learner of this session has agreed by now. */
  wants(org: OrganisationId, session: SessionId): Promise<boolean>;
  /** Is not waited for. */
  keep(turn: HeardTurn): void;
}

/** The first milliseconds of what was sent piece by piece, joined where the rate stays the same. */
export function soundUntil(pieces: readonly Stretch[], untilMs: number): Stretch[] {
  const stretches: { sampleRate: number; pieces: Int16Array[] }[] = [];
  let leftMs = untilMs;
  for (const { samples, sampleRate } of pieces) {
    const most = Math.min(samples.length, Math.floor((leftMs * sampleRate) / 1000));
    if (most <= 0) break;
    const last = stretches.at(-1);
    if (last?.sampleRate === sampleRate) last.pieces.push(samples.subarray(0, most));
    else stretches.push({ sampleRate, pieces: [samples.subarray(0, most)] });
    leftMs -= (samples.length / sampleRate) * 1000;
  }
  return stretches.map(({ sampleRate, pieces: parts }) => ({ sampleRate, samples: joined(parts) }));
}

function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
