import type { Directive, PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Fact, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import { chance } from '../random.ts';
import { type ConcernNews, heaviestOpen, nextUnraised } from './concerns.ts';

export type Move = Pick<Directive, 'move' | 'about' | 'line' | 'next' | 'quote'>;

export interface Situation {
  readonly scenario: ScenarioContent;
  readonly state: PersonaState;
  readonly signals: readonly Signal[];
  readonly text: string;
  readonly locale: Locale;
  readonly seed: number;
  readonly news: readonly ConcernNews[];
  /** Share of the time that is left, 0-1; 1 without a timer. */
  readonly timeLeft: number;
}

/**
 * What the persona does next in a role-play, the first that applies: answer what was asked, take note of what was brought,
 * come back to what was left, bring up the next worry, ask for a commitment.
 */
export function chooseMove(at: Situation): Move {
  return timeRunsOut(at) ?? answerQuestion(at) ?? takeNote(at) ?? comeBack(at) ?? goOn(at);
}

const asks = (signals: readonly Signal[]) => signals.some(({ kind }) => kind === 'open_question' || kind === 'closed_question');

/** A fact that the turn asks for, and whether it was earned. */
export function askedFact({ scenario, state, signals, text, locale }: Situation): { fact: Fact; earned: boolean } | undefined {
  for (const fact of scenario.facts) {
    if (state.revealed.includes(fact.id) || findPatterns(fact.about[locale], text).length === 0) continue;
    const earning: readonly string[] = fact.earned.by.length > 0 ? fact.earned.by : ['open_question', 'closed_question'];
    const acted = signals.some(({ kind }) => earning.includes(kind));
    if (acted && state.trust >= fact.earned.trust) return { fact, earned: true };
    if (acted || asks(signals)) return { fact, earned: false };
  }
  // A wide open question («qu'est-ce qui vous préoccupe ?») earns the first fact that is within reach.
  if (scenario.questionPlan.length === 0 && signals.some(({ kind }) => kind === 'open_question') && !namesSomething(scenario, text, locale)) {
    const fact = scenario.facts.find((it) => !state.revealed.includes(it.id) && it.earned.by.includes('open_question') && state.trust >= it.earned.trust);
    if (fact) return { fact, earned: true };
  }
  return undefined;
}

const namesSomething = (scenario: ScenarioContent, text: string, locale: Locale) =>
  [...scenario.concerns, ...scenario.answers].some((it) => findPatterns(it.about[locale], text).length > 0);

function timeRunsOut({ state, timeLeft }: Situation): Move | undefined {
  return timeLeft < 0.15 && !state.timeLowSaid && state.turns > 1 ? { move: 'say_line', line: 'timeLow' } : undefined;
}

function answerQuestion(at: Situation): Move | undefined {
  const { scenario, state, signals, text, locale, seed } = at;
  const asked = askedFact(at);
  if (asked) return { move: asked.earned ? 'reveal_fact' : 'guard_fact', about: asked.fact.id };
  if (!asks(signals)) return undefined;
  const answers = scenario.answers.filter((answer) => findPatterns(answer.about[locale], text).length > 0);
  const answer = answers.find(({ id }) => !state.answered.includes(id)) ?? answers[0];
  if (answer) {
    const onTheTable = state.onTheTable && state.concerns[state.onTheTable]?.status !== 'resolved' ? state.onTheTable : null;
    // Now and then the answer is followed by what is still on the persona's mind, as people do.
    const next = onTheTable && chance(seed, 'return', state.turns) < 0.35 ? { next: { move: 'press_concern' as const, about: onTheTable } } : {};
    return { move: 'answer', about: answer.id, ...next };
  }
  if (signals.some(({ kind }) => kind === 'open_question')) {
    const next = nextUnraised(scenario, state);
    if (next) return { move: 'raise_concern', about: next.id };
  }
  return undefined;
}

function takeNote({ scenario, state, news }: Situation): Move | undefined {
  const resolved = news.find(({ before, after }) => before !== 'resolved' && after === 'resolved');
  if (resolved) {
    const next = nextUnraised(scenario, state);
    return { move: 'resolve_concern', about: resolved.id, ...(next ? { next: { move: 'raise_concern' as const, about: next.id } } : {}) };
  }
  const eased = news.find(({ before, after }) => before === 'open' && after === 'eased');
  if (eased) return { move: 'ease_concern', about: eased.id };
  const pressed = news.find(({ id, after }) => after !== 'resolved' && state.concerns[id]?.raised) ?? news.find(({ after }) => after !== 'resolved');
  if (pressed && (pressed.gained > 0 || pressed.id !== state.onTheTable)) return state.concerns[pressed.id]?.raised ? { move: 'press_concern', about: pressed.id } : { move: 'raise_concern', about: pressed.id };
  return undefined;
}

function comeBack({ scenario, state, signals, text, seed }: Situation): Move | undefined {
  const shaky = signals.find(({ kind, start, end }) => (kind === 'vague' || kind === 'evasion' || kind === 'hollow_empathy') && isQuotable(text.slice(start, end)));
  if (shaky && chance(seed, 'echo', state.turns) < 0.45) return { move: 'say_line', line: 'echo', quote: text.slice(shaky.start, shaky.end) };
  const onTheTable = scenario.concerns.find(({ id }) => id === state.onTheTable);
  if (onTheTable && state.concerns[onTheTable.id]?.status !== 'resolved') {
    // After two turns on the same worry, another one may come up: nobody circles for ever.
    const next = nextUnraised(scenario, state);
    const pressedOften = chance(seed, 'move on', state.turns) < 0.3;
    return next && pressedOften && state.turns > 2 ? { move: 'raise_concern', about: next.id } : { move: 'press_concern', about: onTheTable.id };
  }
  return undefined;
}

/** Two to eight words that can be said back as they are. */
function isQuotable(words: string): boolean {
  const count = words.trim().split(/\s+/).length;
  return count >= 2 && count <= 8 && /^[\p{L}\p{N}' ’,-]+$/u.test(words);
}

function goOn({ scenario, state, timeLeft }: Situation): Move {
  if (scenario.twist && !state.twistSaid && state.turns >= 5 && timeLeft > 0.25 && state.tension < 80) return { move: 'twist' };
  const next = nextUnraised(scenario, state);
  if (next) return { move: 'raise_concern', about: next.id };
  const open = heaviestOpen(scenario, state);
  if (open) return { move: 'press_concern', about: open.id };
  if (!state.committed && scenario.concerns.length > 0) return { move: 'say_line', line: 'seekCommitment' };
  return { move: 'probe' };
}
