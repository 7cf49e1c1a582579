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
  /** What was heard before is not to be sent: it was muted, or no key was pressed, or it is a turn already. */
  readonly earliest: number;
  readonly lastNumber: number;
  readonly utterance: Utterance | null;
  /** Where the last voice ended. */
  readonly voiceUntil: number;
  /** Utterances up to this one are over for the server too: it says nothing about them any more. */
  readonly overUpTo: number;
  /** The server said what became of the utterance of this number, and nothing since. */
  readonly justOver: number | null;
  /** Where those begin that the server understood, of which it has not said yet that they are durable. */
  readonly unsure: readonly number[];
  /** When the server was last heard. */
  readonly serverAt: number;
}

interface Utterance {
  readonly number: number;
  /** Where its first packet is: the server's clock of it runs from here. */
  readonly from: number;
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
  /** If it is that turn that is held; whichever it is where none is named. */
  | { readonly do: 'go on'; readonly seq?: number }
  /**
   * Packets from this time on belong to that utterance: those that came already, and those to come. One that goes on does so
   * where sending stopped.
   */
  | { readonly do: 'send'; readonly number: number; readonly from: number; readonly until?: number }
  /** What was heard between is nobody's: silence stands for it. */
  | { readonly do: 'blank'; readonly from: number; readonly until: number }
  /** What was heard by now is sent, nothing of what comes. */
  | { readonly do: 'stop sending' }
  /** The line was away for so long that the conversation does not listen any more: what was said meanwhile is lost. */
  | { readonly do: 'unheard' }
  /** A new line. What the old one was still to be told is void. */
  | { readonly do: 'start over' }
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
/** The server settles an utterance within a few seconds of silence; one that it leaves alone for so long, though it speaks, is forgotten. */
const forgottenMs = 10_000;
/** Voice that the server did not count into a turn is voice only if it lasts longer than what two clocks may differ by. */
const clocksMs = 250;
/** Silence that goes along behind words that are said again. */
const breathMs = 300;

export const openEars = (mode: Ears['mode']): Ears => ({
  mode,
  muted: false,
  listening: false,
  voiceSince: null,
  now: 0,
  earliest: 0,
  lastNumber: 0,
  utterance: null,
  voiceUntil: 0,
  overUpTo: 0,
  justOver: null,
  unsure: [],
  serverAt: 0,
});

/** Sound from this time on may have to be said again; Infinity when all is settled. */
export const neededFrom = ({ utterance, unsure }: Ears): number => Math.min(...unsure, utterance?.from ?? Infinity);

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
      return frame({ ...state, serverAt: state.now, justOver: null }, event.frame, state.justOver);
  }
}

function after({ state, effects }: EarsStep, next: (state: Ears) => EarsStep): EarsStep {
  const step = next(state);
  return { state: step.state, effects: [...effects, ...step.effects] };
}

function voice(state: Ears, { type, at }: VoiceEvent): EarsStep {
  const hears = type === 'began' || type === 'resumed';
  const known: Ears = { ...state, voiceSince: hears ? at : null, voiceUntil: hears ? state.voiceUntil : at };
  if (known.mode === 'push' || known.muted || !known.listening) return unchanged(known);
  const { utterance } = known;
  if (hears) return utterance ? resume(known, utterance) : begin(known, Math.max(known.earliest, at - preRollMs));
  if (!utterance || utterance.phase === 'closing') return unchanged(known);
  if (type === 'dropped' && !utterance.wentOn) {
    const { state: dropped, effects } = drop(known, 'stays held', 'is answered');
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
  const first = Math.max(0, from);
  const utterance: Utterance = { number, from: first, phase: 'voice', since: state.now, wentOn: false, holds: true, closesAt: null };
  return {
    state: { ...state, lastNumber: number, utterance },
    effects: [{ do: 'hold' }, tell(number, 'began'), { do: 'send', number, from: first }],
  };
}

function resume(state: Ears, utterance: Utterance): EarsStep {
  if (utterance.phase === 'voice') return unchanged(state);
  const { number, since, from } = utterance;
  // What was said while it was muted, or while no key was pressed, was not said.
  const isLeftOut = utterance.phase === 'closing' && state.earliest > since;
  return {
    state: { ...state, utterance: { ...utterance, phase: 'voice', wentOn: true, closesAt: null } },
    effects: [tell(number, 'resumed'), ...(isLeftOut ? [{ do: 'blank', from: since, until: state.earliest } as const] : []), { do: 'send', number, from }],
  };
}

function pressed(state: Ears): EarsStep {
  if (state.mode !== 'push' || state.muted || !state.listening) return unchanged(state);
  const { utterance } = state;
  // Released and pressed again before the packets were out: it was never released.
  if (utterance?.phase === 'voice') return unchanged({ ...state, utterance: { ...utterance, closesAt: null } });
  return utterance ? resume({ ...state, earliest: state.now }, utterance) : begin(state, state.now);
}

/** The learner says that they have finished, or cannot be heard any more: what was said so far is the turn. */
function close(state: Ears): EarsStep {
  const { utterance } = state;
  if (!utterance || utterance.phase === 'closing') return unchanged(state);
  return {
    state: {
      ...state,
      voiceUntil: utterance.phase === 'voice' ? state.now : state.voiceUntil,
      utterance: { ...utterance, phase: 'closing', since: state.now, closesAt: null },
    },
    effects: [tell(utterance.number, 'ended'), { do: 'stop sending' }],
  };
}

const closeIfDue = (step: EarsStep): EarsStep => {
  const closesAt = step.state.utterance?.closesAt ?? null;
  return closesAt !== null && step.state.now >= closesAt ? after(step, close) : step;
};

/** A conversation that was paused settles nothing; a line that broke will, when it is back. */
function forget(state: Ears): EarsStep {
  const { utterance } = state;
  if (!utterance || utterance.phase === 'voice' || state.now - utterance.since < forgottenMs || state.serverAt <= utterance.since) return unchanged(state);
  return drop(state);
}

/** Somebody is heard who was not before: unmuted in the middle of a word, or the line is back. */
function speakUp(state: Ears): EarsStep {
  const { voiceSince } = state;
  if (voiceSince === null || state.mode === 'push' || state.muted || !state.listening || state.utterance) return unchanged(state);
  return begin(state, Math.max(state.earliest, voiceSince - preRollMs));
}

/** The utterance is nobody's any more. The sound that it holds is given back, unless somebody else says whether it is. */
function drop(state: Ears, sound: 'goes on' | 'stays held' = 'goes on', server: 'is silent' | 'is answered' = 'is silent'): EarsStep {
  if (!state.utterance) return unchanged(state);
  const back: EarsEffect[] = state.utterance.holds && sound === 'goes on' ? [{ do: 'go on' }] : [];
  const overUpTo = server === 'is silent' ? state.utterance.number : state.overUpTo;
  return { state: { ...state, utterance: null, overUpTo }, effects: [{ do: 'stop sending' }, { do: 'turn over' }, ...back] };
}

function frame(state: Ears, it: LiveServerFrame, justOver: number | null): EarsStep {
  switch (it.type) {
    case 'welcome':
      return cameBack(state, it);
    case 'clock':
      return it.status === 'live' ? after(unchanged({ ...state, listening: true }), speakUp) : drop({ ...state, listening: false, unsure: [] }, 'stays held');
    case 'speaking':
      return after(unchanged({ ...state, listening: true }), speakUp);
    case 'ended':
      return drop({ ...state, listening: false, unsure: [] });
    case 'committed':
      return unchanged(it.turn.sound ? { ...state, unsure: state.unsure.slice(1) } : state);
    case 'notice':
      // A turn that was not taken is not said again by itself.
      return unchanged(it.clientTurnId === undefined ? state : { ...state, unsure: state.unsure.slice(1) });
    case 'go_on':
      return goOn(state, it.seq, justOver);
    case 'understood':
      return it.settled ? settled(state, it.number, it.text !== '', it.cutAtMs ?? 0) : unchanged(state);
    default:
      return unchanged(state);
  }
}

/** It names the turn that may go on, not the utterance that held it: that one is the one just settled, or else the only one that is open. */
function goOn(state: Ears, seq: number, wasOver: number | null): EarsStep {
  const { utterance } = state;
  // An older one let it go on; this one holds it again, and has its own answer coming.
  const isOfAnother = utterance !== null && (state.overUpTo < utterance.number - 1 || wasOver !== null);
  if (utterance?.holds && isOfAnother) return unchanged(state);
  return { state: utterance ? { ...state, utterance: { ...utterance, holds: false } } : state, effects: [{ do: 'go on', seq }] };
}

/**
 * The server has made a turn of it, or nothing. Whoever spoke on before that was known begins another one: where the persona cut in,
 * from the word at which it did.
 */
function settled(before: Ears, number: number, isTurn: boolean, cutAtMs: number): EarsStep {
  const { utterance } = before;
  const state: Ears = { ...before, overUpTo: Math.max(before.overUpTo, number), justOver: number };
  if (utterance?.number !== number) return unchanged(state);
  const { phase, since, from } = utterance;
  const spokeOn = phase === 'voice' || (state.voiceSince ?? -Infinity) >= since;
  const over: EarsStep = {
    state: { ...state, utterance: null, earliest: Math.max(state.earliest, from + cutAtMs), unsure: isTurn ? [...state.unsure, from] : state.unsure },
    effects: [{ do: 'stop sending' }, { do: 'turn over' }],
  };
  return spokeOn ? after(over, speakUp) : over;
}

/**
 * The server of this line has heard nothing yet. What was said to the one before, and became no turn, is said again: by those
 * who still speak, and by those who have finished meanwhile. What became a turn is among the turns that come with it, and how
 * much of the sound that was.
 */
function cameBack(state: Ears, { status, turns }: Extract<LiveServerFrame, { type: 'welcome' }>): EarsStep {
  const { utterance, unsure } = state;
  const dropped = drop({ ...state, listening: status === 'live', unsure: [], overUpTo: state.lastNumber });
  const reset: EarsStep = { state: dropped.state, effects: [{ do: 'start over' }, ...dropped.effects] };
  const said = [...unsure, ...(utterance ? [utterance.from] : [])];
  const heard = turns.flatMap(({ who, sound }) => (who === 'learner' && sound ? [sound.durationMs] : [])).slice(0, said.length);
  const from = said[heard.length] ?? (said.at(-1) ?? 0) + (heard.at(-1) ?? 0);
  const speaks = utterance?.phase === 'voice';
  if (said.length === 0 || (!speaks && state.voiceUntil - from < clocksMs)) return after(reset, speakUp);
  if (status !== 'live') return { state: reset.state, effects: [...reset.effects, { do: 'unheard' }] };
  const again = after(reset, (now) => begin(now, from));
  return speaks ? again : after(again, (now) => finishAgain(now, utterance?.phase === 'closing'));
}

/** Of what was said there is no more to come than was heard already. */
function finishAgain(state: Ears, closed: boolean): EarsStep {
  const { utterance } = state;
  if (!utterance) return unchanged(state);
  const until = Math.min(state.now, state.voiceUntil + breathMs);
  const { number, from } = utterance;
  return {
    state: { ...state, utterance: { ...utterance, phase: closed ? 'closing' : 'silent', since: closed ? until : state.voiceUntil } },
    effects: [{ do: 'send', number, from, until }, closed ? tell(number, 'ended') : tell(number, 'paused', until - state.voiceUntil)],
  };
}
