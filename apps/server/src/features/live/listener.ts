import type { CloseReason, LiveClientFrame, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';

/** Whoever listens to a live session: one socket at a time. */
export interface Listener {
  send(frame: LiveServerFrame): void;
  sound(bytes: Uint8Array): void;
  close(reason: CloseReason): void;
}

/** What a client wants of sound. */
export type SoundWish = NonNullable<Extract<LiveClientFrame, { type: 'hello' }>['voice']>;
