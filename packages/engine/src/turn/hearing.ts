import type { Locale } from '@coachvisio/contract/locale.ts';
import { isBackchannel, surelyInterruptsMs } from './backchannel.ts';
import { cutsInAt } from './cut-in.ts';
import { endingOf, type EndOfTurnSetting, silenceThatEnds } from './end-of-turn.ts';
import type { HearingEffect, HearingEvent, Understood } from './hearing-events.ts';

/**
 * What the server hears of the learner: pure, as the turn machine is. Sound itself is kept by whoever runs this; here it is
 * milliseconds of an utterance. `at` is the clock, in milliseconds; `ms` counts from the first packet of the utterance.
 */
export interface Hearing {
  /** The utterance that is being heard; null between them. */
  readonly number: number | null;
  /**
   * The persona was speaking when it began: its turn, how much of its sound was played, and whether that is still held.
   * Null once it is settled who goes on.
   */
  readonly over: { readonly seq: number; readonly playedMs: number; readonly held: boolean } | null;
  /** Sound that came so far. */
  readonly soundMs: number;
  /** Voice since the utterance began or was last silent. */
  readonly voicedSinceAt: number | null;
  /** Silence since; null while the learner speaks. */
  readonly silentSinceAt: number | null;
  /** Where the voice ended, on the clock of the utterance. */
  readonly voiceEndMs: number;
  /** Texts that stand: what was understood up to `settledMs` of the utterance. */
  readonly settled: readonly Understood[];
  readonly settledMs: number;
  /** The question to the recogniser that is open. */
  readonly asked: { readonly request: number; readonly toMs: number } | null;
  /** What was understood after `settledMs`, up to `toMs`. */
  readonly latest: (Understood & { readonly toMs: number }) | null;
  readonly requests: number;
  /** Questions about this utterance. */
  readonly questions: number;
  /** The recogniser failed on it, and is asked once more. */
  readonly failedAt: number | null;
  /** The learner said that they have finished. */
  readonly finished: boolean;
  /** Whether the persona takes the floor when it has listened long enough, is doing so, or was of no mind to. */
  readonly cutIn: 'may' | 'does' | 'never';
  /** The persona cut into the utterance before, at this time; null when none was. */
  readonly lastCutInAt: number | null;
  /** The learner speaks on after the persona took the floor: last words, until they last. */
  readonly lastWords: boolean;
}

export interface HearingSetting extends EndOfTurnSetting {
  readonly locale: Locale;
  /** How long the persona listens before it takes the floor; null to the end. */
  readonly listensMs: number | null;
}

export interface HearingStep {
  readonly state: Hearing;
  readonly effects: readonly HearingEffect[];
}

export const nothingHeard: Hearing = {
  number: null,
  over: null,
  soundMs: 0,
  voicedSinceAt: null,
  silentSinceAt: null,
  voiceEndMs: 0,
  settled: [],
  settledMs: 0,
  asked: null,
  latest: null,
  requests: 0,
  questions: 0,
  failedAt: null,
  finished: false,
  cutIn: 'may',
  lastCutInAt: null,
  lastWords: false,
};

/** A pause this long is a seam: what was understood before it is not asked for again. */
const seamMs = 500;
/** Longer speech without a seam is divided at a breath: each question would otherwise hold all of it once more. */
const longMs = 20_000;
/** Nobody pauses more often, and every question costs: so many, and one more for so much sound. */
const mostQuestions = 6;
const questionEveryMs = 200;
/** A recogniser that failed may do better a little later; the sound is still there. */
const againMs = 1_500;
/** Somebody who spoke this long meant something: that nothing was understood is said. Shorter was a cough. */
const meantMs = 700;
/** The persona's sound, held because of a noise, goes on after this much silence at the latest. */
const holdMs = 1_500;
/** An utterance that begins this soon after the persona took the floor is the same breath: the page had not heard of it yet. */
const sameBreathMs = 1_500;
/**
 * Whoever is cut into needs a moment to notice: the persona's first word is heard about a second after it decided, and a clause takes
 * two more to end. Who speaks longer wants to go on.
 */
const lastWordsMs = 3_000;

const interruptionOf = ({ seq, playedMs }: { readonly seq: number; readonly playedMs: number }): HearingEffect => ({ do: 'interrupt', seq, playedMs });

const textOf = (state: Hearing): string =>
  [...state.settled, ...(state.latest ? [state.latest] : [])]
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ');

const unchanged = (state: Hearing): HearingStep => ({ state, effects: [] });

/** Decides what something heard means. */
export function hear(state: Hearing, event: HearingEvent, setting: HearingSetting): HearingStep {
  if (event.type === 'began') return began(state, event);
  if (state.number === null) return unchanged(state);
  switch (event.type) {
    case 'sound':
      return sound({ ...state, soundMs: state.soundMs + event.ms }, event.at, setting);
    case 'paused':
      // Whoever said that they have finished, or was cut into, is being understood already: silence adds nothing to that.
      if (state.asked && (state.finished || state.cutIn === 'does')) return unchanged(state);
      return paused(state, event.at, event.silentMs);
    case 'resumed':
      return state.cutIn === 'does' ? unchanged({ ...state, silentSinceAt: null }) : resumed(state, event.at);
    case 'finished':
      return state.cutIn === 'does' ? unchanged(state) : finished(state, event.at);
    case 'dropped':
      return over(state, []);
    case 'understood':
      return understood(state, event.request, event.what, event.at, setting);
    case 'failed':
      return failed(state, event.request, event.at);
    case 'waited':
      return settle(state, event.at, setting);
  }
}

/** When `waited` is due; null when only the learner or the recogniser can change anything. */
export function hearingWake(state: Hearing, setting: HearingSetting): number | null {
  const ends = endsAt(state, setting);
  const cuts = silenceIsCutAt(state, setting);
  return ends === null || cuts === null ? (ends ?? cuts) : Math.min(ends, cuts);
}

/** Whether the persona may take the floor: not while it is not settled who has it, nor when it is about to be handed over. */
function mayCutIn({ cutIn: may, over: spokenOver, finished: done, lastWords }: Hearing): boolean {
  return may === 'may' && !spokenOver && !done && !lastWords;
}

/** When the persona takes the floor in a silence. */
function silenceIsCutAt(state: Hearing, { listensMs, locale }: HearingSetting): number | null {
  if (state.number === null || state.silentSinceAt === null || listensMs === null || !mayCutIn(state)) return null;
  if (state.latest && endingOf(textOf(state), locale) === 'handed_over') return null;
  return state.silentSinceAt + cutsInAt(listensMs, state.voiceEndMs) - state.voiceEndMs;
}

/** More of the learner's sound: it may have gone on for too long, over the persona's voice or by itself. */
function sound(state: Hearing, at: number, { listensMs }: HearingSetting): HearingStep {
  const isCut = state.silentSinceAt === null && listensMs !== null && mayCutIn(state) && state.soundMs >= cutsInAt(listensMs, null);
  return isCut ? cutIn(state, at) : interruptIfLong(state, at);
}

/** When silence ends the turn, or the persona's sound goes on. */
function endsAt(state: Hearing, setting: HearingSetting): number | null {
  if (state.number === null || state.silentSinceAt === null) return null;
  if (!state.asked && !state.latest && state.failedAt !== null) return state.failedAt + againMs;
  if (state.asked || !state.latest) return state.over?.held ? state.silentSinceAt + holdMs : null;
  const wait = state.finished ? 0 : silenceThatEnds(textOf(state), setting.locale, setting);
  return state.silentSinceAt + (wait ?? holdMs);
}

function began(state: Hearing, { number, over: spokenOver, at }: Extract<HearingEvent, { type: 'began' }>): HearingStep {
  const lastWords = !spokenOver && state.lastCutInAt !== null && at - state.lastCutInAt < sameBreathMs;
  const held = spokenOver ? { ...spokenOver, held: true } : null;
  return { state: { ...nothingHeard, requests: state.requests, number, over: held, lastWords, voicedSinceAt: at }, effects: [] };
}

/** So much voice over the persona's is an interruption, whatever it says. */
function interruptIfLong(state: Hearing, at: number): HearingStep {
  if (state.lastWords && state.voicedSinceAt !== null && state.soundMs >= lastWordsMs)
    return { state: { ...state, lastWords: false }, effects: [{ do: 'yield' }] };
  if (!state.over || state.voicedSinceAt === null || at - state.voicedSinceAt < surelyInterruptsMs) return unchanged(state);
  return { state: { ...state, over: null }, effects: [interruptionOf(state.over)] };
}

function paused(state: Hearing, at: number, silentMs: number): HearingStep {
  const silent: Hearing = { ...state, silentSinceAt: at - silentMs, voicedSinceAt: null, voiceEndMs: Math.max(0, state.soundMs - silentMs) };
  return state.questions > mostQuestions + state.soundMs / questionEveryMs ? unchanged(silent) : ask(silent);
}

function ask(state: Hearing): HearingStep {
  const request = state.requests + 1;
  const toMs = state.soundMs;
  const before = state.settled.map(({ text }) => text).join(' ');
  return {
    state: { ...state, requests: request, questions: state.questions + 1, asked: { request, toMs }, latest: null },
    effects: [{ do: 'recognise', request, fromMs: state.settledMs, toMs, before }],
  };
}

function resumed(state: Hearing, at: number): HearingStep {
  if (state.silentSinceAt === null) return unchanged(state);
  const silence = at - state.silentSinceAt;
  const { latest } = state;
  // After a long pause what was understood stands, and only what comes is asked for; after a breath it is asked again, whole.
  const isSeam = silence >= seamMs || (latest !== null && latest.toMs - state.settledMs >= longMs);
  const kept = latest && isSeam ? { settled: [...state.settled, latest], settledMs: latest.toMs } : {};
  return {
    state: { ...state, ...kept, latest: null, asked: null, silentSinceAt: null, voicedSinceAt: at, finished: false },
    effects: [{ do: 'forget' }],
  };
}

function finished(state: Hearing, at: number): HearingStep {
  const done: Hearing = { ...state, finished: true };
  if (state.silentSinceAt !== null) return state.latest ? { state: done, effects: [] } : unchanged(done);
  return ask({ ...done, silentSinceAt: at, voicedSinceAt: null, voiceEndMs: state.soundMs });
}

function understood(state: Hearing, request: number, what: Understood, at: number, setting: HearingSetting): HearingStep {
  if (state.asked?.request !== request || state.number === null) return unchanged(state);
  const offset = state.settledMs;
  const words = what.words?.map((word) => ({ ...word, at: word.at + offset, until: word.until + offset })) ?? null;
  const next: Hearing = { ...state, asked: null, failedAt: null, latest: { text: what.text, words, toMs: state.asked.toMs } };
  const text = textOf(next);
  if (state.cutIn === 'does') return takeFloor(next, text, at, setting);
  // The persona has the floor, and they stopped: as a sign of listening, it is no turn.
  if (next.lastWords) return over(next, []);
  if (text === '') return over(next, state.voiceEndMs >= meantMs && !state.over ? [{ do: 'notice', code: 'hear.nothing' }] : []);
  if (next.over && isBackchannel(text, setting.locale)) return over(next, []);
  const cut: HearingEffect[] = next.over ? [interruptionOf(next.over)] : [];
  const alone: Hearing = { ...next, over: null };
  const told: HearingEffect = { do: 'tell', number: state.number, text, settled: false };
  const ended = settle(alone, at, setting);
  // What is said at once is not thought of ahead: reading it twice would only keep the model waiting.
  const ahead: HearingEffect[] = ended.effects.some((effect) => effect.do === 'say') ? [] : [{ do: 'prepare', text, cutIn: cutsInFirst(alone, setting) }];
  return { state: ended.state, effects: [...cut, told, ...ahead, ...ended.effects] };
}

/** Whether the persona takes the floor before silence hands it over. */
function cutsInFirst(state: Hearing, setting: HearingSetting): boolean {
  const ends = endsAt(state, setting);
  const cuts = silenceIsCutAt(state, setting);
  return cuts !== null && (ends === null || cuts < ends);
}

/** The persona has listened long enough. What is not understood yet is asked for, to here and no further. */
function cutIn(state: Hearing, at: number): HearingStep {
  const cutting: Hearing = { ...state, cutIn: 'does' };
  if (state.silentSinceAt === null) return ask({ ...cutting, voiceEndMs: state.soundMs });
  return state.asked ? unchanged(cutting) : sayCut(cutting, at);
}

/** What was said until the persona took the floor is understood. */
function takeFloor(state: Hearing, text: string, at: number, setting: HearingSetting): HearingStep {
  // Sound without a word is nobody who could be cut into.
  if (text === '')
    return state.silentSinceAt === null ? unchanged({ ...state, latest: null, cutIn: 'never' }) : over(state, [{ do: 'notice', code: 'hear.nothing' }]);
  // It ended with a question after all: nobody was cut into.
  const handsOver = state.silentSinceAt !== null && endingOf(text, setting.locale) === 'handed_over';
  return handsOver ? settle({ ...state, cutIn: 'never' }, at, setting) : sayCut(state, at);
}

function sayCut(state: Hearing, at: number): HearingStep {
  const said = over(state, [sayingOf(state, true, at)], state.latest?.toMs);
  return { ...said, state: { ...said.state, lastCutInAt: at } };
}

/**
 * Nothing was understood, and the learner is told; but the sound is there: it is asked for once more, after a while or when
 * they have gone on. Nobody takes the floor from words that nobody heard.
 */
function failed(state: Hearing, request: number, at: number): HearingStep {
  if (state.asked?.request !== request) return unchanged(state);
  if (state.cutIn === 'does' && state.silentSinceAt === null) return unchanged({ ...state, asked: null, cutIn: 'never' });
  const told: HearingEffect = { do: 'notice', code: 'hear.failed' };
  if (state.failedAt !== null || state.over) return over(state, [told]);
  return { state: { ...state, asked: null, cutIn: 'never', failedAt: at }, effects: [told] };
}

/** The silence has lasted, or the persona's patience has not: what was understood is the turn. */
function settle(state: Hearing, at: number, setting: HearingSetting): HearingStep {
  const due = hearingWake(state, setting);
  if (due === null || at < due || state.number === null) return unchanged(state);
  if (cutsInFirst(state, setting)) return cutIn(state, at);
  if (!state.asked && !state.latest && state.failedAt !== null) return ask(state);
  const text = textOf(state);
  // The recogniser takes its time: the persona goes on, and what is understood later still counts.
  if (state.asked && state.over) return { state: { ...state, over: { ...state.over, held: false } }, effects: [{ do: 'go_on', seq: state.over.seq }] };
  if (text === '') return over(state, []);
  return over({ ...state, over: null }, [sayingOf(state, false, at)]);
}

function sayingOf(state: Hearing, isCutIn: boolean, at: number): HearingEffect {
  const all = [...state.settled, ...(state.latest ? [state.latest] : [])];
  const tookMs = Math.round(state.voiceEndMs + Math.max(0, at - (state.silentSinceAt ?? at)));
  const words = all.every((each) => each.words !== null) ? all.flatMap((each) => each.words ?? []) : null;
  return { do: 'say', text: textOf(state), durationMs: Math.round(state.voiceEndMs), tookMs, words, cutIn: isCutIn };
}

/** The utterance is done with; the persona's sound that it held goes on. `cutAtMs`: what comes after that is another one. */
function over(state: Hearing, effects: readonly HearingEffect[], cutAtMs?: number): HearingStep {
  const said = effects.some((effect) => effect.do === 'say');
  const all: HearingEffect[] = [
    ...effects,
    ...(said ? [] : [{ do: 'forget' } as const]),
    ...(state.number === null
      ? []
      : [{ do: 'tell', number: state.number, text: said ? textOf(state) : '', settled: true, ...(cutAtMs === undefined ? {} : { cutAtMs }) } as const]),
    ...(state.over?.held ? [{ do: 'go_on', seq: state.over.seq } as const] : []),
  ];
  return { state: { ...nothingHeard, requests: state.requests }, effects: all };
}
