/** What reaches the hearing machine, and what it decides. */

export interface Understood {
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly at: number; readonly until: number }[] | null;
}

export type HearingEvent = { readonly at: number } & (
  | { readonly type: 'began'; readonly number: number; readonly over?: { readonly seq: number; readonly playedMs: number } }
  | { readonly type: 'sound'; readonly ms: number }
  | { readonly type: 'paused'; readonly silentMs: number }
  | { readonly type: 'resumed' }
  | { readonly type: 'finished' }
  | { readonly type: 'dropped' }
  | { readonly type: 'understood'; readonly request: number; readonly what: Understood }
  | { readonly type: 'failed'; readonly request: number }
  /** The time of {@link hearingWake} has come. */
  | { readonly type: 'waited' }
);

export type HearingEffect =
  /** Ask the recogniser for this stretch of the utterance. An earlier question is not waited for any more. */
  | { readonly do: 'recognise'; readonly request: number; readonly fromMs: number; readonly toMs: number; readonly before: string }
  /** This is probably the turn: the answer may be thought of, unheard. `cutIn`: the persona will not wait for more. */
  | { readonly do: 'prepare'; readonly text: string; readonly cutIn: boolean }
  /** The learner goes on: what was prepared is void. */
  | { readonly do: 'forget' }
  | {
      readonly do: 'say';
      readonly text: string;
      readonly durationMs: number;
      readonly tookMs: number;
      readonly words: Understood['words'];
      readonly cutIn: boolean;
    }
  | { readonly do: 'interrupt'; readonly seq: number; readonly playedMs: number }
  /** The persona had cut in, and the learner does not let go: whatever it is saying stops. */
  | { readonly do: 'yield' }
  | { readonly do: 'go_on'; readonly seq: number }
  | { readonly do: 'tell'; readonly number: number; readonly text: string; readonly settled: boolean; readonly cutAtMs?: number }
  | { readonly do: 'notice'; readonly code: 'hear.late' | 'hear.failed' | 'hear.nothing' };
