import type { Turn } from '@coachvisio/contract/conversation.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PlayerState, TurnPlayer } from './turn-player.ts';

interface Playable {
  readonly player: TurnPlayer;
  /** What was said, for whoever looks for the place of some words in it. */
  readonly turns: readonly Turn[];
}

/** The player of the recording that the debrief has; null where nothing is kept. */
export const PlayerContext = createContext<Playable | null>(null);

export const usePlayer = (): TurnPlayer | null => useContext(PlayerContext)?.player ?? null;

/** The turn of that number, where it may be played. */
export const usePlayableTurn = (seq: number): Turn | undefined => useContext(PlayerContext)?.turns.find((turn) => turn.seq === seq);

const nothing = () => () => undefined;

/** One thing about the player. Who reads it is drawn again when that changes, and only then: `select` gives a plain value. */
export function usePlayerValue<T extends string | number | boolean | null>(player: TurnPlayer | null, select: (state: PlayerState) => T, without: T): T {
  return useSyncExternalStore(player?.subscribe ?? nothing, () => (player ? select(player.state) : without));
}
