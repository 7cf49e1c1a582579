import type { PersonaState, Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { measureTurn } from '../analysis/measures.ts';

/** Where something stands in what was said. */
export interface Spot {
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
}

/** A learner's turn with what the rules understood. */
export interface HeardTurn {
  readonly turn: Turn;
  readonly analysis: TurnAnalysis;
  /** Without hesitations and stammered words: no threshold may depend on them. */
  readonly words: number;
  readonly sentences: number;
  /** Takes part in the story; only such turns are opportunities to show something. */
  readonly sound: boolean;
  /** What the turn did to the character: trust gained less tension gained. */
  readonly gain: { readonly trust: number; readonly tension: number };
}

/** The whole conversation, as rules read it. */
export interface Heard {
  readonly scenario: ScenarioContent;
  readonly finalState: PersonaState;
  readonly turns: readonly HeardTurn[];
  readonly sound: readonly HeardTurn[];
}

interface HearInput {
  readonly scenario: ScenarioContent;
  readonly locale: Locale;
  readonly turns: readonly Turn[];
  readonly analysis: readonly TurnAnalysis[];
  readonly finalState: PersonaState;
}

/** Fewer words than that answer («oui, bien sûr») without showing how. */
const SOUND_WORDS = 3;
/** Nothing else in such a turn can be relied on. */
const voids: ReadonlySet<SignalKind> = new Set(['unintelligible', 'other_language', 'instruct_persona', 'distress', 'silence']);
/** Steps out of the story, unless the same turn also brings something into it. */
const asides: ReadonlySet<SignalKind> = new Set(['out_of_role', 'asks_if_ai', 'asks_to_repeat']);
const brings: ReadonlySet<SignalKind> = new Set([
  'open_question',
  'reformulation',
  'complex_reformulation',
  'acknowledgement',
  'apology',
  'ownership',
  'figure',
  'date',
  'example',
  'guarantee',
  'commitment',
  'concession',
  'limit',
  'action',
  'result',
]);

export function hear({ scenario, locale, turns, analysis, finalState }: HearInput): Heard {
  const said = new Map(turns.filter((turn) => turn.who === 'learner').map((turn) => [turn.seq, turn]));
  const heard: HeardTurn[] = [];
  let before: { trust: number; tension: number } = scenario.start;
  for (const one of analysis.toSorted((a, b) => a.seq - b.seq)) {
    const turn = said.get(one.seq);
    if (!turn) continue;
    const earnest = (found: Pick<Signal, 'start' | 'end'> & { kind: string }): boolean => !isCourtesy(found, one.signals);
    const analysed = { ...one, signals: one.signals.filter(earnest), moves: one.moves.filter((move) => earnest({ ...move, kind: move.cause })) };
    const { words, sentences } = measureTurn(turn.text, locale);
    heard.push({
      turn,
      analysis: analysed,
      words,
      sentences,
      sound: words >= SOUND_WORDS && isSound(one.signals),
      gain: { trust: one.state.trust - before.trust, tension: one.state.tension - before.tension },
    });
    before = one.state;
  }
  return { scenario, finalState, turns: heard, sound: heard.filter((turn) => turn.sound) };
}

/** «Merci d'être venue» is polite; it does not acknowledge what anything costs. */
const isCourtesy = ({ kind, start, end }: { kind: string; start: number; end: number }, signals: readonly Signal[]): boolean =>
  kind === 'acknowledgement' && signals.some((other) => (other.kind === 'thanks' || other.kind === 'greeting') && other.start < end && start < other.end);

function isSound(signals: readonly Signal[]): boolean {
  if (signals.some(({ kind }) => voids.has(kind))) return false;
  return !signals.some(({ kind }) => asides.has(kind)) || signals.some(({ kind }) => brings.has(kind));
}

export const has = (turn: HeardTurn, ...kinds: readonly SignalKind[]): boolean => turn.analysis.signals.some(({ kind }) => kinds.includes(kind));

/** Turns that hold one of these. What is merely said again shows nothing new, so repeated turns are left out. */
export const showing = (turns: readonly HeardTurn[], ...kinds: readonly SignalKind[]): HeardTurn[] =>
  turns.filter((turn) => has(turn, ...kinds) && !has(turn, 'repetition'));

/** Turns that hold one of these, repeated or not: what does harm does it each time. */
export const harmed = (turns: readonly HeardTurn[], ...kinds: readonly SignalKind[]): HeardTurn[] => turns.filter((turn) => has(turn, ...kinds));

/** Where these signals stand, in order. */
export const spots = (turns: readonly HeardTurn[], ...kinds: readonly SignalKind[]): Spot[] =>
  turns.flatMap(({ turn, analysis }) => analysis.signals.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => ({ turn, start, end })));

/** Figures, dates and examples that differ from one another: the same number five times is one fact. */
export function differentFacts(turns: readonly HeardTurn[], ...kinds: readonly SignalKind[]): number {
  const found = new Set<string>();
  for (const { turn, analysis } of turns) {
    for (const signal of analysis.signals)
      if (kinds.includes(signal.kind)) found.add((signal.value ?? turn.text.slice(signal.start, signal.end)).toLowerCase().trim());
  }
  return found.size;
}
