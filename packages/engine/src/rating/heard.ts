import type { PersonaState, Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import { measureTurn } from '../analysis/measures.ts';
import { asksAgain, deniesWords } from './asked-again.ts';
import { asksForMore } from './asks-for-more.ts';
import { agrees, closesWithNo, closesWithYes, keepsDate, objectsToTone, putsOff, turnsAway } from './reply.ts';
import { takenUp } from './taken-up.ts';

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
  /** What the other answered; empty at the end. */
  readonly reply: string;
  /** Content words and figures that the other brought and this turn uses. */
  readonly takenUp: number;
  /** The other asks again, says that this is not what was meant, or denies the words used. */
  readonly missed: boolean;
  /** The other asks for what the answer left out. */
  readonly probed: boolean;
  /** The other objects to the tone. */
  readonly rebuked: boolean;
  /** The other goes along with it. */
  readonly agreed: boolean;
  /** The other had just put the decision off. */
  readonly putOff: boolean;
  /** What the turn did to the character: trust gained less tension gained. */
  readonly gain: { readonly trust: number; readonly tension: number };
}

/** What rules need to know of the exercise: a recorded conversation without a scenario can be rated too. */
export type Exercise = Pick<ScenarioContent, 'start' | 'facts' | 'concerns' | 'questionPlan' | 'criteria'>;

/** The whole conversation, as rules read it. */
export interface Heard {
  readonly scenario: Exercise;
  readonly locale: Locale;
  /** The learner answers questions. */
  readonly interview: boolean;
  readonly concerns: PersonaState['concerns'];
  readonly turns: readonly HeardTurn[];
  readonly sound: readonly HeardTurn[];
  /** How the other leaves: takes the matter away, says no, puts it off, or none of these. */
  readonly left: 'away' | 'refused' | 'undecided' | null;
  /** The other's last words go along with what was said last. */
  readonly settled: boolean;
}

interface HearInput {
  readonly scenario: Exercise;
  readonly locale: Locale;
  readonly turns: readonly Turn[];
  readonly analysis: readonly TurnAnalysis[];
  readonly finalState: Pick<PersonaState, 'concerns'>;
  /** By default an exercise with a plan of questions is one. */
  readonly interview?: boolean;
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

export function hear({ scenario, locale, turns, analysis, finalState, interview = scenario.questionPlan.length > 0 }: HearInput): Heard {
  const said = new Map(turns.filter((turn) => turn.who === 'learner').map((turn) => [turn.seq, turn]));
  const heard: HeardTurn[] = [];
  const away = !interview && takesAway(turns, locale);
  let before: { trust: number; tension: number } = scenario.start;
  for (const one of analysis.toSorted((a, b) => a.seq - b.seq)) {
    const turn = said.get(one.seq);
    if (!turn) continue;
    const earnest = (found: Pick<Signal, 'start' | 'end'> & { kind: string }): boolean => !isCourtesy(found, one.signals, turn.text, locale);
    const analysed = { ...one, signals: one.signals.filter(earnest), moves: one.moves.filter((move) => earnest({ ...move, kind: move.cause })) };
    const { words, sentences } = measureTurn(turn.text, locale);
    const theirs = othersAround(turns, turn.seq);
    // Whoever was cut into had no time to say what is asked for next.
    const cutIn = turn.sound?.cutIn === true;
    const missed =
      !cutIn &&
      theirs.reply !== '' &&
      (asksAgain(theirs.reply, locale) || (away && turnsAway(theirs.reply, locale)) || (!asks(one.signals) && deniesWords(theirs.reply, turn.text, locale)));
    heard.push({
      turn,
      analysis: analysed,
      words,
      sentences,
      sound: words >= SOUND_WORDS && isSound(one.signals, turn.text),
      takenUp: takenUp(turn.text, theirs.before, locale),
      missed,
      probed: !cutIn && asksForMore(theirs.reply, locale),
      rebuked: objectsToTone(theirs.reply, locale),
      agreed: !missed && (agrees(theirs.reply, locale) || keepsDate(theirs.reply, turn.text, locale)),
      putOff: putsOff(theirs.last, locale) && heard.at(-1)?.agreed !== true,
      reply: theirs.reply,
      gain: { trust: one.state.trust - before.trust, tension: one.state.tension - before.tension },
    });
    before = one.state;
  }
  const answered = heard.findLast(({ reply }) => reply !== '');
  const lastWords = answered?.reply ?? '';
  const open = answered !== undefined && !answered.agreed;
  const undecided = open && putsOff(lastWords, locale);
  const refused = open && !undecided && !interview && closesWithNo(lastWords, locale);
  return {
    scenario,
    locale,
    interview,
    concerns: finalState.concerns,
    turns: heard,
    sound: heard.filter((turn) => turn.sound),
    left: away ? 'away' : refused ? 'refused' : undecided ? 'undecided' : null,
    settled: !away && !refused && !undecided && answered?.missed === false && (answered.agreed || closesWithYes(lastWords, locale)),
  };
}

/** An interview ends when its time is over. Elsewhere what is said last counts, and the words before unless the last ones agree: «laissez tomber», then «au revoir». */
function takesAway(turns: readonly Turn[], locale: Locale): boolean {
  const [last = '', before = ''] = turns
    .filter(({ who }) => who === 'persona')
    .map(({ text }) => text)
    .toReversed();
  return turnsAway(last, locale) || (turnsAway(before, locale) && !agrees(last, locale));
}

/** «Non» is an answer to a question, and a contradiction of anything else. */
const asks = (signals: readonly Signal[]): boolean => signals.some(({ kind }) => kind === 'open_question' || kind === 'closed_question');

/** How many turns of the other a learner may come back to: further back nobody knows any more what is taken up. */
const REACH = 2;

function othersAround(turns: readonly Turn[], seq: number): { last: string; before: string; reply: string } {
  const at = turns.findIndex((turn) => turn.seq === seq);
  const next = turns[at + 1];
  const before = turns.slice(0, at).filter(({ who }) => who === 'persona');
  return {
    last: before.at(-1)?.text ?? '',
    before: before
      .slice(-REACH)
      .map(({ text }) => text)
      .join('\n'),
    reply: next?.who === 'persona' ? next.text : '',
  };
}

/** Asks nothing: the service counter's «que puis-je faire pour vous ?» and "how are you?" open a conversation, not a subject. */
const politeQuestions: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['comment allez-vous', 'comment vas-tu', 'comment ça va', 'puis-je faire pour vous', 'peux faire pour vous', 'puis-je vous aider', 'peux vous aider'],
  en: [
    'how are you',
    'how you doing',
    'how we doing',
    'how is it going',
    "how's it going",
    "how's your day",
    'can I do for you',
    'can I help you',
    'may I help you',
  ],
};

/** «Merci d'être venue» is polite; it does not acknowledge what anything costs. */
function isCourtesy({ kind, start, end }: { kind: string; start: number; end: number }, signals: readonly Signal[], text: string, locale: Locale): boolean {
  if (kind === 'open_question') return findPatterns(politeQuestions[locale], text.slice(start, end)).length > 0;
  return (
    kind === 'acknowledgement' && signals.some((other) => (other.kind === 'thanks' || other.kind === 'greeting') && other.start < end && start < other.end)
  );
}

function isSound(signals: readonly Signal[], text: string): boolean {
  if (signals.some(({ kind }) => voids.has(kind))) return false;
  // Vague from end to end is a list of keywords: it is neither something said well nor something said badly.
  if (signals.some(({ kind, start, end }) => kind === 'vague' && start === 0 && end >= text.trimEnd().length)) return false;
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
