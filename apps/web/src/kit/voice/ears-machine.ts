import type { LiveClientFrame, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { packetMs } from './microphone-format.ts';
import type { VoiceEvent } from './voice-detector.ts';

/**
 * What the page does with the learner's voice: pure. The detector says when there is a voice, the server when a turn is over;
 * between them stands the utterance. Times are on the clock of the microphone, in milliseconds from its first sample.
 */
export interface Ears {
  /** `push`: the learner says when they speak, with a key; the detector is not asked. */
  readonly mode: 'detect' | 'push';
  readonly muted: boolean;
  /** The conversation runs: the server listens. */
  readonly listening: boolean;
  /** A voice since; null in silence. */
  readonly voiceSince: number | null;
  /** The end of the last packet. */
  readonly now: number;
  /** What was heard before is not to be sent: it was muted, or no key was pressed. */
  readonly earliest: number;
  readonly lastNumber: number;
  readonly utterance: Utterance | null;
}

interface Utterance {
  readonly number: number;
  /** `closing`: the learner said that they have finished. */
  readonly phase: 'voice' | 'silent' | 'closing';
  /** Silence, or closing, since. */
  readonly since: number;
  /** It has gone on after a pause: what is short now is no mere noise. */
  readonly wentOn: boolean;
  /** The persona's sound is held because of it. */
  readonly holds: boolean;
  /** A key was released, and its last packets are on their way: it is closed then. */
  readonly closesAt: number | null;
}

export type EarsEvent =
  | { readonly type: 'packet'; readonly endsAt: number; readonly events: readonly VoiceEvent[] }
  | { readonly type: 'pressed' }
  | { readonly type: 'released' }
  | { readonly type: 'finished' }
  | { readonly type: 'muted'; readonly muted: boolean }
  | { readonly type: 'mode'; readonly mode: Ears['mode'] }
  /** The learner typed instead: the server forgets what it heard, and cuts the persona off. */
  | { readonly type: 'typed' }
  | { readonly type: 'frame'; readonly frame: LiveServerFrame };

type UtteranceState = Extract<LiveClientFrame, { type: 'utterance' }>['state'];

export type EarsEffect =
  /** `silentMs` as in the protocol; the runner adds what was held to `began`. */
  | { readonly do: 'tell'; readonly number: number; readonly state: UtteranceState; readonly silentMs: number }
  /** The persona's sound stops, and the next `began` says where. */
  | { readonly do: 'hold' }
  | { readonly do: 'go on' }
  /** Packets from this time on belong to that utterance: those that came already, and those to come. */
  | { readonly do: 'send'; readonly number: number; readonly from: number }
  /** The same utterance goes on where sending stopped. */
  | { readonly do: 'send on' }
  | { readonly do: 'stop sending' }
  /** The detector judges the next sound as a beginning. */
  | { readonly do: 'turn over' };

export interface EarsStep {
  readonly state: Ears;
  readonly effects: readonly EarsEffect[];
}

/** Sound from before the onset that goes along: a breath, the closure of a first consonant. */
const preRollMs = 300;
/** What is in the microphone's pipe when a key is released. */
const tailMs = 3 * packetMs;
/** The server settles an utterance within a few seconds of silence; one of which nothing was heard for so long is forgotten. */
const forgottenMs = 10_000;

export const openEars = (mode: Ears['mode']): Ears => ({
  mode,
  muted: false,
  listening: false,
  voiceSince: null,
  now: 0,
  earliest: 0,
  lastNumber: 0,
  utterance: null,
});

const unchanged = (state: Ears): EarsStep => ({ state, effects: [] });

export function earsStep(state: Ears, event: EarsEvent): EarsStep {
  switch (event.type) {
    case 'packet': {
      const come: EarsStep = closeIfDue(unchanged({ ...state, now: event.endsAt }));
      return event.events.reduce<EarsStep>((step, each) => after(step, (before) => voice(before, each)), after(come, forget));
    }
    case 'pressed':
      return pressed(state);
    case 'released':
      return state.mode === 'push' && state.utterance?.phase === 'voice'
        ? unchanged({ ...state, utterance: { ...state.utterance, closesAt: state.now + tailMs } })
        : unchanged(state);
    case 'finished':
      return close(state);
    case 'muted':
      if (event.muted === state.muted) return unchanged(state);
      return event.muted ? close({ ...state, muted: true }) : speakUp({ ...state, muted: false, earliest: state.now });
    case 'mode': {
      if (event.mode === state.mode) return unchanged(state);
      return after(close(state), (before) => unchanged({ ...before, mode: event.mode, earliest: before.now }));
    }
    case 'typed':
      return drop(state, 'stays held');
    case 'frame':
      return frame(state, event.frame);
  }
}

function after({ state, effects }: EarsStep, next: (state: Ears) => EarsStep): EarsStep {
  const step = next(state);
  return { state: step.state, effects: [...effects, ...step.effects] };
}

function voice(state: Ears, { type, at }: VoiceEvent): EarsStep {
  const hears = type === 'began' || type === 'resumed';
  const known: Ears = { ...state, voiceSince: hears ? at : null };
  if (known.mode === 'push' || known.muted || !known.listening) return unchanged(known);
  const { utterance } = known;
  if (hears) return utterance ? resume(known, utterance) : begin(known, at - preRollMs);
  if (!utterance || utterance.phase === 'closing') return unchanged(known);
  if (type === 'dropped' && !utterance.wentOn) {
    const { state: dropped, effects } = drop(known, 'stays held');
    return { state: dropped, effects: [tell(utterance.number, 'dropped'), ...effects] };
  }
  return { state: { ...known, utterance: { ...utterance, phase: 'silent', since: at } }, effects: [tell(utterance.number, 'paused', known.now - at)] };
}

const tell = (number: number, state: UtteranceState, silentMs = 0): EarsEffect => ({
  do: 'tell',
  number,
  state,
  silentMs: Math.max(0, Math.min(10_000, silentMs)),
});

function begin(state: Ears, from: number): EarsStep {
  const number = state.lastNumber + 1;
  const utterance: Utterance = { number, phase: 'voice', since: state.now, wentOn: false, holds: true, closesAt: null };
  return {
    state: { ...state, lastNumber: number, utterance },
    effects: [{ do: 'hold' }, tell(number, 'began'), { do: 'send', number, from: Math.max(state.earliest, from) }],
  };
}

function resume(state: Ears, utterance: Utterance): EarsStep {
  if (utterance.phase === 'voice') return unchanged(state);
  const effects: EarsEffect[] = [tell(utterance.number, 'resumed'), ...(utterance.phase === 'closing' ? [{ do: 'send on' } as const] : [])];
  return { state: { ...state, utterance: { ...utterance, phase: 'voice', wentOn: true } }, effects };
}

function pressed(state: Ears): EarsStep {
  if (state.mode !== 'push' || state.muted || !state.listening) return unchanged(state);
  const { utterance } = state;
  // Released and pressed again before the packets were out: it was never released.
  if (utterance?.phase === 'voice') return unchanged({ ...state, utterance: { ...utterance, closesAt: null } });
  if (!utterance) return begin(state, state.now);
  // What was said while no key was pressed is left out.
  const resumed = resume({ ...state, earliest: state.now }, utterance);
  return {
    ...resumed,
    effects: resumed.effects.map((effect) => (effect.do === 'send on' ? { do: 'send', number: utterance.number, from: state.now } : effect)),
  };
}

/** The learner says that they have finished, or cannot be heard any more: what was said so far is the turn. */
function close(state: Ears): EarsStep {
  const { utterance } = state;
  if (!utterance || utterance.phase === 'closing') return unchanged(state);
  return {
    state: { ...state, utterance: { ...utterance, phase: 'closing', since: state.now, closesAt: null } },
    effects: [tell(utterance.number, 'ended'), { do: 'stop sending' }],
  };
}

const closeIfDue = (step: EarsStep): EarsStep => {
  const closesAt = step.state.utterance?.closesAt ?? null;
  return closesAt !== null && step.state.now >= closesAt ? after(step, close) : step;
};

/** A line that broke, or a conversation that was paused, settles nothing. */
function forget(state: Ears): EarsStep {
  const { utterance } = state;
  if (!utterance || utterance.phase === 'voice' || state.now - utterance.since < forgottenMs) return unchanged(state);
  return drop(state);
}

/** Somebody is heard who was not before: unmuted in the middle of a word, or the line is back. */
function speakUp(state: Ears): EarsStep {
  const { voiceSince } = state;
  if (voiceSince === null || state.mode === 'push' || state.muted || !state.listening || state.utterance) return unchanged(state);
  return begin(state, voiceSince - preRollMs);
}

/** The utterance is nobody's any more. The sound that it holds is given back, unless somebody else says whether it is. */
function drop(state: Ears, sound: 'goes on' | 'stays held' = 'goes on'): EarsStep {
  if (!state.utterance) return unchanged(state);
  const back: EarsEffect[] = state.utterance.holds && sound === 'goes on' ? [{ do: 'go on' }] : [];
  return { state: { ...state, utterance: null }, effects: [{ do: 'stop sending' }, { do: 'turn over' }, ...back] };
}

function frame(state: Ears, it: LiveServerFrame): EarsStep {
  switch (it.type) {
    case 'welcome':
      // The server of this line has heard nothing yet: who is speaking is heard again, from where they began.
      return after(drop({ ...state, listening: it.status === 'live' }), speakUp);
    case 'clock':
      return it.status === 'live' ? after(unchanged({ ...state, listening: true }), speakUp) : drop({ ...state, listening: false }, 'stays held');
    case 'speaking':
      return after(unchanged({ ...state, listening: true }), speakUp);
    case 'ended':
      return drop({ ...state, listening: false });
    case 'go_on':
      return { state: state.utterance ? { ...state, utterance: { ...state.utterance, holds: false } } : state, effects: [{ do: 'go on' }] };
    case 'understood':
      return it.settled && it.number === state.utterance?.number ? settled(state, state.utterance) : unchanged(state);
    default:
      return unchanged(state);
  }
}

/** The server has made a turn of it, or nothing. Whoever spoke on before that was known begins another one. */
function settled(state: Ears, { phase, since }: Utterance): EarsStep {
  const spokeOn = phase === 'voice' || (state.voiceSince ?? -Infinity) >= since;
  const over: EarsStep = { state: { ...state, utterance: null }, effects: [{ do: 'stop sending' }, { do: 'turn over' }] };
  return spokeOn ? after(over, speakUp) : over;
}
