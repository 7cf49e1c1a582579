import type { Directive, PersonaState } from '@coachvisio/contract/conversation.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { chance } from '../random.ts';
import { type Asked, type Question } from './asked.ts';
import { type ConcernNews, heaviest, nextUnraised } from './concerns.ts';
import { countWords } from './on-question.ts';
import { quotable } from './quote.ts';
import { timeIsLow, twistNeeds, type TimeLeft } from './time-left.ts';

export type Move = Pick<Directive, 'move' | 'about' | 'part' | 'line' | 'next' | 'quote'>;

export interface Situation extends Question {
  readonly seed: number;
  readonly asked: Asked | undefined;
  readonly news: readonly ConcernNews[];
  readonly timeLeft: TimeLeft;
  /** Of the temperament, 0-1: how readily the persona holds on to a point and picks up words. */
  readonly challenge: number;
}

/**
 * What the persona does next in a role-play, the first that applies: answer what was asked and take note of what was brought,
 * come back to what was left, bring up the next worry, ask for a commitment.
 */
export function chooseMove(at: Situation): Move {
  return timeRunsOut(at) ?? reply(at) ?? turnTheStory(at) ?? comeBack(at) ?? goOn(at);
}

function timeRunsOut(at: Situation): Move | undefined {
  const { state, timeLeft, asked, news } = at;
  const low = timeIsLow(timeLeft);
  if (low === undefined || state.timeLowSaid || state.turns <= 1) return undefined;
  // Two minutes are enough to answer first, and to say that a point is settled.
  const due = (asked && tell(asked)) || news.some(({ before, after }) => before !== after);
  return due && low === 'soon' ? undefined : { move: 'say_line', line: 'timeLow' };
}

/** The learner has had this many turns before the story takes a turn: enough to have met the first worry. */
export const turnsBeforeTwist = 5;

/** A turn of this many words that asks is a question and nothing besides: news are no answer to it. */
const mostWordsOfQuestion = 11;

/** News in the middle of it, instead of pressing a point once more. */
function turnTheStory({ scenario, state, signals, text, seed, timeLeft }: Situation): Move | undefined {
  if (signals.some(({ kind }) => kind === 'open_question' || kind === 'closed_question') && countWords(text) <= mostWordsOfQuestion) return undefined;
  if (!scenario.twist || state.twistSaid || state.turns < turnsBeforeTwist || state.tension >= 80 || state.phase === 'closing') return undefined;
  const due = state.turns >= turnsBeforeTwist + 3 || chance(seed, 'twist', state.turns) < 0.5;
  return due && timeLeft.share > twistNeeds ? { move: 'twist' } : undefined;
}

/** Where the talk goes after a word about something else: back to what was on the table, or on to the next worry. */
export function wayBack(at: Pick<Situation, 'scenario' | 'state'>): Directive['next'] {
  const { scenario, state } = at;
  const question = scenario.questionPlan[state.plan.index];
  if (question) return { move: 'rephrase_question', about: question.id };
  const onTheTable = openOnTheTable(at);
  if (onTheTable) return { move: 'press_concern', about: onTheTable };
  const next = nextUnraised(scenario, state);
  return next ? { move: 'raise_concern', about: next.id } : { move: 'probe' };
}

type Told = { readonly move: 'answer' | 'reveal_fact'; readonly about: string };

/** Something in the turn that the persona can hold on to. */
const brought: ReadonlySet<SignalKind> = new Set(['commitment', 'guarantee', 'concession', 'figure', 'date', 'example', 'information', 'limit']);

/** What was asked and what was brought, in one reply: a settled point is said first, a half settled one last, since it ends with a question. */
function reply(at: Situation): Move | undefined {
  const { asked } = at;
  const note = takeNote(at);
  if (!asked) return note;
  const told = tell(asked);
  const news = note?.move === 'resolve_concern' || note?.move === 'ease_concern' ? note : undefined;
  if (!told) return news ?? withhold(asked, at) ?? note;
  // A fact of the story is told alone: it is long, and it is what was asked for.
  if (told.move === 'reveal_fact') return told;
  if (news?.move === 'resolve_concern') return { ...news, next: told };
  // A good question may ease a worry; «l'idée est bonne» is only said to somebody who had one.
  if (news && at.signals.some(({ kind }) => brought.has(kind))) return { ...told, next: { move: 'ease_concern', about: news.about } };
  const onTheTable = openOnTheTable(at);
  // Now and then an answer is followed by what is still on the persona's mind, as people do.
  return onTheTable && chance(at.seed, 'return', at.state.turns) < 0.1 + at.challenge * 0.5
    ? { ...told, next: { move: 'press_concern', about: onTheTable } }
    : told;
}

function tell(asked: Asked): Told | undefined {
  if (asked.what === 'answer') return { move: 'answer', about: asked.answer.id };
  return asked.what === 'fact' && asked.earned ? { move: 'reveal_fact', about: asked.fact.id } : undefined;
}

/** A question that gets no answer: not yet earned, or not of this story. */
function withhold(asked: Asked, at: Situation): Move | undefined {
  if (asked.what === 'fact') return { move: 'guard_fact', about: asked.fact.id };
  if (asked.what !== 'nothing' || at.scenario.questionPlan.length > 0) return undefined;
  const next = nextUnraised(at.scenario, at.state);
  // «Qu'est-ce qui vous retient ?» is answered by what is on the persona's mind, and so is «tu voulais me voir ?» at the start.
  if ((asked.open || at.state.turns <= 1) && next) return { move: 'raise_concern', about: next.id };
  // Everything was voiced: what still weighs is said again, in other words.
  const weighs = asked.open ? (heaviest(at.scenario, at.state, 'open') ?? heaviest(at.scenario, at.state, 'eased')) : undefined;
  if (weighs) return { move: 'press_concern', about: weighs.id };
  const onTheTable = openOnTheTable(at);
  return { move: 'say_line', line: 'noAnswer', ...(onTheTable ? { next: { move: 'press_concern', about: onTheTable } } : {}) };
}

const openOnTheTable = ({ state }: Pick<Situation, 'state'>): string | undefined =>
  state.onTheTable !== null && state.concerns[state.onTheTable]?.status !== 'resolved' ? state.onTheTable : undefined;

/** Progress in one turn from which a learner has begun to answer. What nobody has voiced yet counts half: so does the bound. */
const begunAt = { raised: 20, unraised: 10 } as const;

function takeNote({ scenario, state, news }: Situation): (Move & { about: string }) | undefined {
  const resolved = news.find(({ before, after }) => before !== 'resolved' && after === 'resolved');
  if (resolved) {
    const next = nextUnraised(scenario, state);
    return { move: 'resolve_concern', about: resolved.id, ...(next ? { next: { move: 'raise_concern', about: next.id } } : {}) };
  }
  const eased = news.find(({ before, after }) => before === 'open' && after === 'eased');
  if (eased) return { move: 'ease_concern', about: eased.id };
  const unsettled = news.filter(({ after }) => after !== 'resolved');
  const raised = ({ id }: ConcernNews) => state.concerns[id]?.raised ?? false;
  // News come in order of what the turn gained: an answer is taken up where it is worth most, a mere mention where the talk was;
  // but what was voiced and gained nothing gives way to what the learner has just come to speak of.
  const pressed =
    unsettled.find((it) => it.gained >= begunAt.raised || (raised(it) && it.gained !== 0)) ??
    unsettled.find((it) => it.gained >= 0 && !raised(it)) ??
    unsettled[0];
  if (pressed && (pressed.gained > 0 || pressed.id !== state.onTheTable)) {
    // A worry that the learner has begun to answer is not brought up as if it were new.
    const begun = state.concerns[pressed.id]?.raised || pressed.gained >= begunAt.unraised;
    return { move: begun ? 'press_concern' : 'raise_concern', about: pressed.id };
  }
  return undefined;
}

function comeBack(at: Situation): Move | undefined {
  const { scenario, state, signals, text, seed, challenge } = at;
  const quote = quotable(signals, text);
  if (quote && chance(seed, 'echo', state.turns) < 0.25 + challenge * 0.4) return { move: 'say_line', line: 'echo', quote };
  const onTheTable = openOnTheTable(at);
  if (!onTheTable) return undefined;
  // After two turns on the same worry, another one may come up: nobody circles for ever, and who challenges holds on longer.
  const next = nextUnraised(scenario, state);
  return next && state.turns > 2 && chance(seed, 'move on', state.turns) < 0.5 - challenge * 0.4
    ? { move: 'raise_concern', about: next.id }
    : { move: 'press_concern', about: onTheTable };
}

/** Asked this often, a commitment is not asked for again: the persona goes back to its worries. */
const mostRequests = 2;

/** A commitment was made, or asked for often enough. */
export const isSettled = (state: PersonaState): boolean => state.committed || state.commitmentAsked >= mostRequests;

/** The next worry, what was answered least, a commitment. */
export function goOn({ scenario, state }: Pick<Situation, 'scenario' | 'state'>): Move {
  const next = nextUnraised(scenario, state);
  if (next) return { move: 'raise_concern', about: next.id };
  const open = heaviest(scenario, state, 'open');
  if (open) return { move: 'press_concern', about: open.id };
  if (!isSettled(state) && scenario.concerns.length > 0) return { move: 'say_line', line: 'seekCommitment' };
  const eased = heaviest(scenario, state, 'eased');
  return eased ? { move: 'press_concern', about: eased.id } : { move: 'probe' };
}
