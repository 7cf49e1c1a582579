import type { SessionSnapshot } from '@coachvisio/contract/conversation.ts';
import { type TimeLeft, untimed } from '../direction/time-left.ts';

/** The clock of the session at an instant, in milliseconds, pauses left out. */
export const elapsedAt = (state: SessionSnapshot, at: number): number =>
  Math.round(state.elapsedMs + (state.runningSinceAt === null ? 0 : Math.max(0, at - state.runningSinceAt)));

export function timeLeft(state: SessionSnapshot, at: number): TimeLeft {
  if (state.durationMs === null) return untimed;
  const ms = Math.max(0, state.durationMs - elapsedAt(state, at));
  return { ms, share: ms / state.durationMs };
}

export const stopClock = (state: SessionSnapshot, at: number): SessionSnapshot => ({ ...state, elapsedMs: elapsedAt(state, at), runningSinceAt: null });
export const startClock = (state: SessionSnapshot, at: number): SessionSnapshot => ({ ...state, elapsedMs: elapsedAt(state, at), runningSinceAt: at });

/** How long somebody may be away before the clock stops for them. A reload takes two or three seconds, a lost tab longer. */
const absenceMs = 20_000;

export type Wake = { readonly at: number; readonly type: 'silence.lasted' | 'time.ran_out' | 'absence.lasted' };

/** The next thing that happens by itself; null when nothing does. */
export function nextWake(state: SessionSnapshot): Wake | null {
  if (state.status !== 'live') return null;
  const wakes: Wake[] = [];
  if (state.absentSinceAt !== null) wakes.push({ at: state.absentSinceAt + absenceMs, type: 'absence.lasted' });
  else if (state.silenceAt !== null && state.floor === 'learner') wakes.push({ at: state.silenceAt, type: 'silence.lasted' });
  if (state.durationMs !== null && state.runningSinceAt !== null && !state.timeIsUp) {
    wakes.push({ at: state.runningSinceAt + state.durationMs - state.elapsedMs, type: 'time.ran_out' });
  }
  return wakes.toSorted((a, b) => a.at - b.at)[0] ?? null;
}
