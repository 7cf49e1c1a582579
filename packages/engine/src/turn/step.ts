import type { Directive, SessionSnapshot, Turn } from '@coachvisio/contract/conversation.ts';
import { turnLimit } from '@coachvisio/contract/live-protocol.ts';
import { analyse } from '../analysis/analyse.ts';
import { type Direction, direct, directEnding, directOpening, directSilence, type Scene } from '../direction/direct.ts';
import { initialState } from '../direction/initial-state.ts';
import { levelOf } from '../direction/levels.ts';
import { patienceInWords } from '../direction/taken-in.ts';
import { elapsedAt, startClock, stopClock, timeLeft } from './clock.ts';
import { asCutIn, cutsInWith } from './cut-in.ts';
import { cutTurn } from './cut-turn.ts';
import type { Effect, SessionEvent } from './events.ts';

/** What the machine needs to know of what was said: texts only, oldest first. */
export interface Said {
  readonly persona: readonly string[];
  readonly learner: readonly string[];
}

export interface Step {
  readonly state: SessionSnapshot;
  readonly effects: readonly Effect[];
}

/** Time to read a line on a screen, in milliseconds: about 15 characters a second, plus a breath. */
const readingMs = (text: string) => 600 + text.length * 65;
/** Someone who writes is not silent: extra time after the last key. */
const composingMs = 5_000;
/** After a break this long the persona takes up the thread again in words. */
const longBreakMs = 30_000;

export const readySession = (scene: Scene, durationMs: number | null): SessionSnapshot => ({
  status: 'ready',
  floor: 'nobody',
  lastSeq: 0,
  persona: initialState(scene.scenario),
  elapsedMs: 0,
  runningSinceAt: null,
  durationMs,
  due: null,
  heardMs: null,
  silenceAt: null,
  absentSinceAt: null,
  pausedAt: null,
  timeIsUp: false,
  unscored: false,
  outcome: null,
});

/** Decides what an event means: the new state, and what is to be done, as data. */
export function step(scene: Scene, state: SessionSnapshot, said: Said, event: SessionEvent): Step {
  if (state.status === 'ended') return { state, effects: [] };
  switch (event.type) {
    case 'begun':
      return state.status === 'ready' ? begun(scene, state, event.at) : { state, effects: [] };
    case 'learner.said':
      return learnerSaid(scene, state, said, event);
    case 'learner.composing':
      return state.silenceAt === null
        ? { state, effects: [] }
        : { state: { ...state, silenceAt: Math.max(state.silenceAt, event.at + scene.scenario.silencePlan.patienceMs + composingMs) }, effects: [] };
    case 'persona.spoke':
      return personaSpoke(scene, state, event);
    case 'persona.heard':
      return event.seq === state.lastSeq && state.floor === 'learner'
        ? { state: waitForLearner(scene, { ...state, heardMs: elapsedAt(state, event.at) }, event.at), effects: [] }
        : { state, effects: [] };
    case 'persona.interrupted':
      return interrupted(scene, state, said, event);
    case 'silence.lasted':
      return silenceLasted(scene, state, event.at);
    case 'time.ran_out':
      return timeRanOut(scene, state, event.at);
    case 'absence.lasted':
      return state.status === 'live' && state.absentSinceAt !== null ? paused(state, event.at) : { state, effects: [] };
    case 'learner.left':
      return { state: { ...state, absentSinceAt: event.at, silenceAt: null }, effects: [] };
    case 'learner.came':
      return came(scene, state, event.at);
    case 'paused':
      return state.status === 'live' ? paused(state, event.at) : { state, effects: [{ do: 'status' }] };
    case 'resumed':
      return resumed(scene, state, event.at);
    case 'ended':
      return ended(scene, state, event.at);
    case 'rewound':
      return { state: rewound(state, event.at), effects: [] };
  }
}

/** As it stood after the persona's last words, waiting to be begun again. */
const rewound = (state: SessionSnapshot, at: number): SessionSnapshot => ({
  ...stopClock(state, at),
  status: 'ready',
  floor: 'nobody',
  due: null,
  heardMs: null,
  silenceAt: null,
  absentSinceAt: null,
  pausedAt: null,
});

function begun(scene: Scene, state: SessionSnapshot, at: number): Step {
  if (state.lastSeq > 0) return takenUp(scene, state, at);
  const opening = perform(startClock({ ...state, status: 'live' }, at), directOpening(scene, state.persona), at);
  return { state: opening.state, effects: [{ do: 'status' }, ...opening.effects] };
}

/** A session that was rewound begins without an opening: the persona has spoken, and the floor is the learner's. */
function takenUp(scene: Scene, state: SessionSnapshot, at: number): Step {
  const live = startClock({ ...state, status: 'live', floor: 'learner', heardMs: state.elapsedMs }, at);
  return { state: waitForLearner(scene, live, at), effects: [{ do: 'commit', turn: null, analysis: null }, { do: 'status' }] };
}

/** A decision is made durable before anyone hears of it; then it is voiced. */
function perform(state: SessionSnapshot, { state: persona, directive }: Direction, at: number): Step {
  const seq = state.lastSeq + 1;
  const next: SessionSnapshot = { ...state, persona, floor: 'persona', silenceAt: null, due: { seq, directive, sinceMs: elapsedAt(state, at) } };
  return {
    state: next,
    effects: [
      { do: 'commit', turn: null, analysis: null },
      { do: 'act', seq, directive },
    ],
  };
}

function learnerSaid(scene: Scene, state: SessionSnapshot, said: Said, event: Extract<SessionEvent, { type: 'learner.said' }>): Step {
  const refuse = (code: 'turn.empty' | 'turn.too_long' | 'turn.wait' | 'session.paused'): Step => ({
    state,
    effects: [{ do: 'notice', code, clientTurnId: event.clientTurnId }],
  });
  if (event.text.trim() === '') return refuse('turn.empty');
  if (event.text.length > turnLimit) return refuse('turn.too_long');
  if (state.status !== 'live') return refuse('session.paused');
  if (state.due?.directive.ends) return refuse('turn.wait');
  const cut = state.due ? cutShort(state, event.spoken, event.at) : { state, effects: [], heard: null };
  const before = cut.state;
  const { scenario, persona, locale } = scene;
  const personaSaid = cut.heard ?? said.persona.at(-1) ?? '';
  const personaSaidBefore = said.persona.at(cut.heard === null ? -2 : -1) ?? '';
  const cutIn = event.sound?.cutIn === true;
  const patience = patienceInWords(persona, levelOf(scenario.level));
  const found = analyse(event.text, {
    locale,
    personaSaid,
    personaSaidBefore,
    earlier: said.learner,
    about: scenario.about[locale],
    structured: (scenario.questionPlan[before.persona.plan.index]?.expects.length ?? 0) > 0,
    interruptsAfterWords: patience,
  });
  const signals = cutIn ? asCutIn(found, event.text) : found;
  // Whoever was cut into aloud was heard to that word.
  const direction = direct(scene, { ...before.persona, silences: 0 }, signals, event.text, timeLeft(before, event.at), cutIn ? null : patience);
  const directive = cutIn ? cutsInWith(direction.directive) : direction.directive;
  const atMs = elapsedAt(before, event.at);
  const turn: Turn = {
    seq: before.lastSeq + 1,
    who: 'learner',
    text: event.text,
    atMs,
    // Until the first word, where it was heard; until it was sent, where it was typed.
    delayMs: before.heardMs === null ? null : Math.max(0, atMs - before.heardMs - (event.sound?.tookMs ?? 0)),
    voicedBy: null,
    expression: null,
    clientTurnId: event.clientTurnId,
    ...(event.sound === undefined ? {} : { sound: event.sound }),
  };
  const seq = turn.seq + 1;
  const next: SessionSnapshot = {
    ...before,
    lastSeq: turn.seq,
    persona: direction.state,
    floor: 'persona',
    silenceAt: null,
    heardMs: null,
    due: { seq, directive, sinceMs: atMs },
    unscored: before.unscored || directive.move === 'leave_role',
  };
  return {
    state: next,
    effects: [...cut.effects, { do: 'commit', turn, analysis: { signals, moves: direction.moves } }, { do: 'act', seq, directive }],
  };
}

/** The persona is spoken over: what was heard stays said, the rest never was. */
function cutShort(state: SessionSnapshot, spoken: string, at: number): Step & { heard: string | null } {
  const due = state.due;
  if (!due) return { state, effects: [], heard: null };
  const heard = spoken.trim();
  const silenced: SessionSnapshot = { ...state, due: null, floor: 'learner', heardMs: elapsedAt(state, at) };
  if (heard === '') return { state: silenced, effects: [{ do: 'hush' }], heard: null };
  const turn = personaTurn(due.seq, due.directive, heard, 'model', due.sinceMs);
  return { state: { ...silenced, lastSeq: due.seq }, effects: [{ do: 'hush' }, { do: 'commit', turn, analysis: null }], heard };
}

const personaTurn = (seq: number, directive: Directive, text: string, voicedBy: 'bank' | 'model', atMs: number): Turn => ({
  seq,
  who: 'persona',
  text,
  atMs: Math.round(atMs),
  delayMs: null,
  voicedBy,
  expression: directive.expression,
  clientTurnId: null,
});

function personaSpoke(scene: Scene, state: SessionSnapshot, event: Extract<SessionEvent, { type: 'persona.spoke' }>): Step {
  const { seq, text, voicedBy, playsForMs, at } = event;
  const due = state.due;
  if (!due || due.seq !== seq) return { state, effects: [] };
  const turn = personaTurn(seq, due.directive, text, voicedBy, due.sinceMs);
  const spoken: SessionSnapshot = { ...state, lastSeq: seq, due: null, floor: 'learner', heardMs: elapsedAt(state, at) };
  const ends = due.directive.ends;
  if (ends?.reason === 'distress') {
    const stopped = stopClock({ ...spoken, status: 'paused', pausedAt: at }, at);
    return { state: stopped, effects: [{ do: 'commit', turn, analysis: null }, { do: 'status' }] };
  }
  if (ends) {
    const over = stopClock({ ...spoken, status: 'ended', floor: 'nobody', outcome: { exit: ends.exit, reason: ends.reason } }, at);
    return { state: over, effects: [{ do: 'commit', turn, analysis: null }, { do: 'finish' }] };
  }
  if (spoken.timeIsUp && spoken.status === 'live') {
    const ending = perform(spoken, directEnding(scene, spoken.persona, 'time'), at);
    return { state: ending.state, effects: [{ do: 'commit', turn, analysis: null }, ...ending.effects] };
  }
  return { state: waitForLearner(scene, spoken, at + (playsForMs ?? readingMs(text))), effects: [{ do: 'commit', turn, analysis: null }] };
}

/** Silence counts from when the persona's words were taken in; never while the learner is away or the plan is used up. */
function waitForLearner(scene: Scene, state: SessionSnapshot, fromAt: number): SessionSnapshot {
  const plan = scene.scenario.silencePlan;
  const silent = state.status === 'live' && state.absentSinceAt === null && state.persona.silences < plan.most;
  const ms = (state.persona.silences === 0 ? plan.patienceMs : plan.againMs) * levelOf(scene.scenario.level).silence;
  return { ...state, silenceAt: silent ? fromAt + Math.round(ms) : null };
}

function interrupted(scene: Scene, state: SessionSnapshot, said: Said, { seq, heard, at }: Extract<SessionEvent, { type: 'persona.interrupted' }>): Step {
  if (!state.due && state.lastSeq === seq && state.floor === 'learner' && state.status === 'live') return cutInto(scene, state, said, heard, at);
  if (state.due?.seq !== seq || state.due.directive.ends) return { state, effects: [] };
  const cut = cutShort(state, heard, at);
  return { state: waitForLearner(scene, cut.state, at), effects: cut.effects };
}

/** The persona's turn was whole, and its sound was cut: what was not heard was not said. */
function cutInto(scene: Scene, state: SessionSnapshot, said: Said, heard: string, at: number): Step {
  const cut = cutTurn(said.persona.at(-1) ?? '', heard);
  const next = waitForLearner(scene, { ...state, heardMs: elapsedAt(state, at) }, at);
  return { state: next, effects: cut ? [{ do: 'trim', seq: state.lastSeq, cut }] : [] };
}

function silenceLasted(scene: Scene, state: SessionSnapshot, at: number): Step {
  if (state.status !== 'live' || state.floor !== 'learner' || state.silenceAt === null || at < state.silenceAt) return { state, effects: [] };
  if (state.persona.silences >= scene.scenario.silencePlan.most) return { state: { ...state, silenceAt: null }, effects: [] };
  return perform(state, directSilence(scene, state.persona), at);
}

function timeRanOut(scene: Scene, state: SessionSnapshot, at: number): Step {
  if (state.status !== 'live' || state.durationMs === null || elapsedAt(state, at) < state.durationMs) return { state, effects: [] };
  // The persona finishes its sentence first; the farewell follows.
  if (state.floor === 'persona') return { state: { ...state, timeIsUp: true }, effects: [] };
  return perform({ ...state, timeIsUp: true }, directEnding(scene, state.persona, 'time'), at);
}

function paused(state: SessionSnapshot, at: number): Step {
  return {
    state: stopClock({ ...state, status: 'paused', pausedAt: at, silenceAt: null }, at),
    effects: [{ do: 'commit', turn: null, analysis: null }, { do: 'status' }],
  };
}

function resumed(scene: Scene, state: SessionSnapshot, at: number): Step {
  if (state.status !== 'paused') return { state, effects: [{ do: 'status' }] };
  const away = at - (state.pausedAt ?? at);
  const running: SessionSnapshot = startClock({ ...state, status: 'live', pausedAt: null, heardMs: elapsedAt(state, at) }, at);
  if (away >= longBreakMs && running.floor === 'learner' && !running.timeIsUp) {
    const back = perform(running, { state: running.persona, moves: [], directive: { move: 'say_line', line: 'backFromPause', expression: 'attentive' } }, at);
    return { state: back.state, effects: [{ do: 'status' }, ...back.effects] };
  }
  return { state: waitForLearner(scene, running, at), effects: [{ do: 'commit', turn: null, analysis: null }, { do: 'status' }] };
}

function came(scene: Scene, state: SessionSnapshot, at: number): Step {
  const here: SessionSnapshot = { ...state, absentSinceAt: null };
  return { state: here.status === 'live' && here.floor === 'learner' ? waitForLearner(scene, here, at) : here, effects: [] };
}

function ended(scene: Scene, state: SessionSnapshot, at: number): Step {
  if (state.due?.directive.ends) return { state, effects: [] };
  // Left before it was begun, or before anything was said: nobody says goodbye, and there is nothing to judge.
  if (state.status === 'ready' || state.persona.turns === 0 || state.unscored) {
    const over = stopClock(
      { ...state, status: 'ended', floor: 'nobody', due: null, outcome: { exit: null, reason: state.unscored ? 'distress' : 'abandoned' } },
      at,
    );
    return { state: over, effects: [{ do: 'hush' }, { do: 'commit', turn: null, analysis: null }, { do: 'finish' }] };
  }
  const cut = cutShort(state, '', at);
  const running = cut.state.status === 'paused' ? startClock({ ...cut.state, status: 'live', pausedAt: null }, at) : cut.state;
  const ending = perform(running, directEnding(scene, running.persona, 'learner'), at);
  return { state: ending.state, effects: [...cut.effects, ...ending.effects] };
}
