import type { Directive, StateMove, Turn, TurnSound } from '@coachvisio/contract/conversation.ts';
import type { LiveNotice } from '@coachvisio/contract/live-protocol.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import type { Cut } from './cut-turn.ts';

/** What can happen to a session. `at` is milliseconds since 1970: the machine has no clock of its own. */
export type SessionEvent = { readonly at: number } & (
  | { readonly type: 'begun' }
  /** `spoken`: what the persona had said so far when the learner spoke into its reply. */
  | { readonly type: 'learner.said'; readonly clientTurnId: string; readonly text: string; readonly spoken: string; readonly sound?: TurnSound }
  | { readonly type: 'learner.composing' }
  /** The reply is whole. `playsForMs`: its sound goes on for so long; left out, it is read. */
  | { readonly type: 'persona.spoke'; readonly seq: number; readonly text: string; readonly voicedBy: 'bank' | 'model'; readonly playsForMs?: number }
  | { readonly type: 'persona.heard'; readonly seq: number }
  /** The learner spoke into it, while it was worded or while it was played. */
  | { readonly type: 'persona.interrupted'; readonly seq: number; readonly heard: string }
  | { readonly type: 'silence.lasted' }
  | { readonly type: 'time.ran_out' }
  | { readonly type: 'absence.lasted' }
  | { readonly type: 'learner.left' }
  | { readonly type: 'learner.came' }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'ended' }
  /** The session is a new one that takes another up where it stood: it waits to be begun. */
  | { readonly type: 'rewound' }
);

/** An event as it is kept, but for words: those stand in the turn of that number. */
export interface TapeEntry {
  readonly type: string;
  readonly at: number;
  readonly seq?: number;
  readonly playsForMs?: number;
}

/** What is to be done about it, as data. Doing it is somebody else's business. */
export type Effect =
  /** Make the new state durable, with this turn if there is one; everything after it waits for that. */
  | {
      readonly do: 'commit';
      readonly turn: Turn | null;
      readonly analysis: { readonly signals: readonly Signal[]; readonly moves: readonly StateMove[] } | null;
    }
  /** The turn that is durable already ends here for the learner; what was not heard never was said. */
  | { readonly do: 'trim'; readonly seq: number; readonly cut: Cut }
  /** Voice this directive; its words will be turn `seq`. */
  | { readonly do: 'act'; readonly seq: number; readonly directive: Directive }
  /** Stop the voice that is speaking. */
  | { readonly do: 'hush' }
  | { readonly do: 'notice'; readonly code: LiveNotice; readonly clientTurnId?: string }
  /** Tell the clients how clock and status stand. */
  | { readonly do: 'status' }
  | { readonly do: 'finish' };
