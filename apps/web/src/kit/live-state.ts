import type { Expression, Turn } from '@coachvisio/contract/conversation.ts';
import type { CloseReason, LiveClock, LiveNotice, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Outcome, SessionStatus } from '@coachvisio/contract/session.ts';
import type { VoiceOffer } from '@coachvisio/contract/speech.ts';

export interface Said {
  readonly clientTurnId: string;
  readonly text: string;
}

/** `back` is `open` again after a loss, until the learner goes on: it lets the screen say that nothing is lost. */
export type Link = 'connecting' | 'open' | 'reconnecting' | 'offline' | 'back' | 'closed';

export interface LiveState {
  readonly link: Link;
  /** Why the socket was closed for good. */
  readonly closed: CloseReason | null;
  readonly status: SessionStatus;
  /** As the server said it, and when it was heard on this machine's clock. */
  readonly clock: LiveClock & { readonly heardAt: number };
  readonly turns: readonly Turn[];
  readonly floor: 'persona' | 'learner' | 'nobody';
  /** Words that are arriving; the turn they will become has number `seq`. */
  readonly speaking: { readonly seq: number; readonly expression: Expression; readonly text: string } | null;
  /** Turns that the server has not confirmed: sent again, under the same id, after every reconnection. */
  readonly outbox: readonly Said[];
  /** A turn the server would not take: its words go back to the field. */
  readonly returned: Said | null;
  readonly resume: string | null;
  readonly hint: string | null;
  readonly notice: LiveNotice | null;
  readonly outcome: Outcome | null;
  readonly reportReady: boolean;
  /** What the server does with sound; null until it said so. */
  readonly voice: VoiceOffer | null;
  /** As many conversations are live as there is room for: this one waits, and this is where. */
  readonly queue: { readonly position: number; readonly waitMs: number } | null;
  /** What was understood of the words that are being spoken. */
  readonly understood: string | null;
}

export type LiveEvent =
  | { readonly type: 'frame'; readonly frame: LiveServerFrame; readonly at: number }
  | { readonly type: 'lost' }
  | { readonly type: 'offline' }
  | { readonly type: 'closed'; readonly reason: CloseReason }
  | { readonly type: 'said'; readonly said: Said }
  | { readonly type: 'opening' }
  | { readonly type: 'queued'; readonly queue: LiveState['queue'] }
  | { readonly type: 'hint closed' }
  | { readonly type: 'notice closed' }
  | { readonly type: 'words taken back' };

export function firstState(outbox: readonly Said[] = []): LiveState {
  return {
    link: 'connecting',
    closed: null,
    status: 'ready',
    clock: { elapsedMs: 0, durationMs: null, running: false, heardAt: 0 },
    turns: [],
    floor: 'nobody',
    speaking: null,
    outbox,
    returned: null,
    resume: null,
    hint: null,
    notice: null,
    outcome: null,
    reportReady: false,
    voice: null,
    understood: null,
    queue: null,
  };
}

/** What the screen knows after one more thing happened. Pure: the socket that feeds it is in live-socket.ts. */
export function step(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case 'frame':
      return hear(state, event.frame, event.at);
    case 'opening':
      // A session that is fetched from another window was never lost: no news of a return.
      return { ...state, link: state.closed === 'moved' || (state.resume === null && state.turns.length === 0) ? 'connecting' : 'reconnecting', closed: null };
    case 'queued':
      return { ...state, link: 'connecting', queue: event.queue };
    case 'lost':
      return state.link === 'closed' ? state : { ...state, link: 'reconnecting' };
    case 'offline':
      return state.link === 'closed' ? state : { ...state, link: 'offline' };
    case 'closed':
      return { ...state, link: 'closed', closed: event.reason, resume: event.reason === 'moved' ? null : state.resume };
    case 'said':
      return {
        ...state,
        link: state.link === 'back' ? 'open' : state.link,
        outbox: [...state.outbox, event.said],
        floor: 'persona',
        notice: null,
        returned: null,
        hint: null,
      };
    case 'hint closed':
      return { ...state, hint: null };
    case 'notice closed':
      return { ...state, notice: null, link: state.link === 'back' ? 'open' : state.link };
    case 'words taken back':
      return { ...state, returned: null };
  }
}

function hear(state: LiveState, frame: LiveServerFrame, at: number): LiveState {
  switch (frame.type) {
    case 'welcome': {
      const turns = merge(state.turns, frame.turns);
      const outbox = state.outbox.filter((said) => !turns.some((turn) => turn.clientTurnId === said.clientTurnId));
      return {
        ...state,
        link: state.link === 'reconnecting' || state.link === 'offline' ? 'back' : 'open',
        closed: null,
        queue: null,
        status: frame.status,
        clock: { ...frame.clock, heardAt: at },
        turns,
        outbox,
        floor: outbox.length > 0 ? 'persona' : frame.floor,
        // Half-heard words are sent again from their start by a server that still has them.
        speaking: null,
        resume: frame.resume,
        outcome: frame.outcome,
        voice: frame.voice,
        understood: null,
      };
    }
    case 'committed':
      return {
        ...state,
        turns: merge(state.turns, [frame.turn]),
        outbox: state.outbox.filter((said) => said.clientTurnId !== frame.clientTurnId),
        floor: 'persona',
        notice: state.notice === 'hear.late' ? null : state.notice,
        understood: null,
      };
    case 'speaking':
      return {
        ...state,
        ...(state.status === 'ready' ? begun(state, at) : {}),
        speaking: { seq: frame.seq, expression: frame.expression, text: '' },
        floor: 'persona',
        hint: null,
      };
    case 'words':
      return state.speaking?.seq === frame.seq
        ? { ...state, speaking: { ...state.speaking, text: state.speaking.text + frame.text } }
        : { ...state, speaking: { seq: frame.seq, expression: state.speaking?.expression ?? 'neutral', text: frame.text } };
    case 'spoken':
      return {
        ...state,
        turns: merge(state.turns, [frame.turn]),
        speaking: null,
        floor: frame.floor,
        notice: state.notice === 'turn.wait' ? null : state.notice,
      };
    case 'clock':
      return { ...state, clock: { ...frame.clock, heardAt: at }, status: frame.status };
    case 'notice':
      return refuse(state, frame.code, frame.clientTurnId);
    case 'hint':
      return { ...state, hint: frame.text };
    case 'ended':
      return { ...state, status: 'ended', outcome: frame.outcome, floor: 'nobody', speaking: null, hint: null, clock: { ...state.clock, running: false } };
    case 'report':
      return { ...state, reportReady: true };
    case 'understood':
      return { ...state, understood: frame.settled || frame.text === '' ? null : frame.text };
    // Sound is played, not kept: whoever plays it listens for these.
    case 'sentence':
    case 'marks':
    case 'sentence_end':
    case 'speech_end':
    case 'go_on':
    case 'pong':
      return state;
  }
}

/** The clock starts with the first words of the persona; the next clock frame sets it right. */
function begun({ clock }: LiveState, at: number): Pick<LiveState, 'status' | 'clock'> {
  return { status: 'live', clock: { ...clock, running: true, heardAt: at } };
}

/** A notice that names a turn means that the turn was not taken, but for the one about who words the answer. */
function refuse(state: LiveState, notice: LiveNotice, clientTurnId: string | undefined): LiveState {
  if (notice === 'model.fallback') return { ...state, notice };
  const returned = state.outbox.find((said) => said.clientTurnId === clientTurnId) ?? null;
  if (returned === null) return { ...state, notice };
  const outbox = state.outbox.filter((said) => said !== returned);
  const floor = notice === 'turn.wait' || outbox.length > 0 ? 'persona' : 'learner';
  return { ...state, notice, returned, outbox, floor };
}

/** Turns are numbered by the server: the same one may arrive twice, and then it is the same. */
function merge(held: readonly Turn[], arriving: readonly Turn[]): readonly Turn[] {
  if (arriving.length === 0) return held;
  const bySeq = new Map(held.map((turn) => [turn.seq, turn]));
  for (const turn of arriving) bySeq.set(turn.seq, turn);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

export const lastSeqOf = (state: LiveState): number => state.turns.at(-1)?.seq ?? 0;
