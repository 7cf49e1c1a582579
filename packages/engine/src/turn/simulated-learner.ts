import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Locale, LocalText } from '@coachvisio/contract/locale.ts';
import type { Concern, Fact, Patterns, PlannedQuestion, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import { chance, choose } from '../random.ts';
import type { Table } from './play-through.ts';
import { answering, asking, askingWide, bringing, clumsy, emptyAnswers, leaving, reformulating, stories } from './simulated-words.ts';

/**
 * Somebody made up, to play a scenario hundreds of times without a written file. `skill` runs from 0, who closes every door, to
 * 1, who opens them all; the seed decides the rest of the character. What a good line holds comes from the scenario: topics of
 * its facts, keys of its concerns, words of the persona.
 */
export interface SimulatedLearner {
  readonly skill: number;
  readonly seed: number;
  /** How they close doors; chosen by the seed when it is left out. */
  readonly manner?: Manner;
}

export type Manner = keyof (typeof clumsy)[Locale];
const manners: readonly Manner[] = ['vague', 'defensive', 'hostile'];
/** A conversation in which nothing is left to do ends; nobody goes on for ever. */
const mostTurns = 16;
/** Signs that a learner brings on purpose, in the order in which they are tried when they ease a concern equally. */
const acts: readonly SignalKind[] = ['ownership', 'acknowledgement', 'commitment', 'figure', 'example', 'guarantee', 'date', 'concession', 'limit', 'apology'];

/** What a made-up learner says next; undefined when they leave. Depends on nothing but its arguments. */
export function simulatedLine(learner: SimulatedLearner, scenario: ScenarioContent, locale: Locale, table: Table): string | undefined {
  const said = table.turns.filter(({ who }) => who === 'learner').map(({ text }) => text);
  const heard = table.turns.findLast(({ who }) => who === 'persona')?.text ?? '';
  const turn = said.length;
  const { seed, skill } = learner;
  // Some have little time or give up early, whatever they are worth.
  const hurried = chance(seed, 'hurried') < 0.12;
  if (turn >= mostTurns || (hurried && turn >= 3 + Math.floor(chance(seed, 'leaves') * 6))) return undefined;
  const at: At = { ...learner, scenario, locale, state: table.snapshot.persona, said, heard, turn };
  const able = chance(seed, 'able', turn) < skill;
  const question = scenario.questionPlan[at.state.plan.index];
  const manner = learner.manner ?? choose(manners, seed, 'manner');
  if (question) return able ? answer(at, question) : poorly(at, manner === 'hostile' ? clumsy[locale].hostile : emptyAnswers[locale]);
  return able ? well(at) : poorly(at, clumsy[locale][manner]);
}

interface At extends SimulatedLearner {
  readonly scenario: ScenarioContent;
  readonly locale: Locale;
  readonly state: PersonaState;
  readonly said: readonly string[];
  readonly heard: string;
  readonly turn: number;
}

/** One of these that was not said yet, or any when all were. */
function fresh(at: At, sentences: readonly string[], purpose: string, words = ''): string {
  const worded = sentences.map((sentence) => sentence.replaceAll('{words}', () => words));
  const unsaid = worded.filter((sentence) => !at.said.some((line) => line.includes(sentence)));
  return choose(unsaid.length > 0 ? unsaid : worded, at.seed, purpose, at.turn);
}

/** The clumsy say one poor thing, now and then two, now and then what they said before. */
function poorly(at: At, pool: readonly string[]): string {
  const line = fresh(at, pool, 'poor');
  const before = at.said.at(-1);
  if (before !== undefined && chance(at.seed, 'again', at.turn) < 0.1) return before;
  return chance(at.seed, 'twice', at.turn) < 0.3 ? `${line} ${fresh(at, pool, 'poor too')}` : line;
}

/** A wording of a topic: its own name where the story knows it by that, else its patterns, whole words and longer ones first. */
function topic(at: At, { about, label }: { about: Patterns; label?: LocalText }, purpose: string): string {
  const patterns = about[at.locale];
  const name = label?.[at.locale] ?? '';
  if (!name.includes('?') && chance(at.seed, 'name', at.turn) < 0.5 && findPatterns(patterns, name).length > 0)
    return name.charAt(0).toLowerCase() + name.slice(1);
  const whole = patterns.filter((pattern) => !pattern.includes('*'));
  const pool = (whole.length > 0 ? whole : patterns.map((pattern) => pattern.replaceAll('*', ''))).toSorted((a, b) => b.length - a.length);
  return choose(pool.slice(0, 3), at.seed, purpose, at.turn);
}

function well(at: At): string {
  const { scenario, state } = at;
  const concern = scenario.concerns.find(({ id }) => id === state.onTheTable && state.concerns[id]?.status !== 'resolved');
  const unknown = scenario.facts.find(({ id, earned }) => !state.revealed.includes(id) && state.trust + 4 >= earned.trust);
  const listens = chance(at.seed, 'listens', at.turn);
  if (at.turn === 0 && unknown) return ask(at, unknown);
  if (unknown && listens < (concern ? 0.25 : 0.6)) return `${reformulate(at)}${ask(at, unknown)}`;
  if (concern) return `${listens > 0.8 ? reformulate(at) : ''}${ease(at, concern)}`;
  if (!state.committed) return commit(at, scenario.concerns[0]);
  const open = scenario.concerns.find(({ id }) => state.concerns[id]?.status !== 'resolved');
  return open && listens < 0.7 ? ease(at, open) : fresh(at, askingWide[at.locale], 'wide');
}

/** The way in that the fact is told by: a question, or the persona's worry in other words. */
function ask(at: At, fact: Fact): string {
  return fresh(at, asking[at.locale], 'ask', topic(at, fact, 'about'));
}

/** The persona's last clause, put again; nothing when there is none that can be taken up. */
function reformulate(at: At): string {
  const clauses = at.heard
    .split(/[.?!:;«»"]/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause.split(/\s+/).length >= 4 && clause.split(/\s+/).length <= 12);
  const clause = clauses.at(-1);
  if (!clause) return '';
  return `${fresh(at, reformulating[at.locale], 'again', clause.charAt(0).toLowerCase() + clause.slice(1))} `;
}

/** The story's own answer where one is left, and one or two signs that ease this worry. */
function ease(at: At, concern: Concern): string {
  const { locale, state } = at;
  const counted = state.concerns[concern.id]?.counted ?? [];
  const words = topic(at, concern, 'worry');
  const key = concern.keys.find(({ weight }, index) => weight > 0 && !counted.includes(`key ${index}`));
  const kinds = acts
    .filter((kind) => (concern.eases[kind] ?? 0) > 0 && bringing[locale][kind])
    .toSorted((a, b) => Number(counted.includes(a)) - Number(counted.includes(b)) || (concern.eases[b] ?? 0) - (concern.eases[a] ?? 0));
  const kind = kinds[Math.floor(chance(at.seed, 'kind', at.turn) * Math.min(2, kinds.length))];
  const sentences = kind ? (bringing[locale][kind] ?? []) : [];
  const brought = sentences.length > 0 ? fresh(at, sentences, 'bring', words) : '';
  // Even somebody good finds the story's own answer only most of the time.
  return key && chance(at.seed, 'key', at.turn) < 0.75 ? `${brought} ${fresh(at, answering[locale], 'key', topic(at, key, 'key'))}`.trim() : brought;
}

function commit(at: At, concern: Concern | undefined): string {
  const words = concern ? topic(at, concern, 'commit') : '';
  return fresh(at, bringing[at.locale].commitment ?? [], 'commit', words);
}

const parts = ['situation', 'task', 'action', 'result'] as const;

/** A story of one's own with what the question expects; the last question is for the learner's own. */
function answer(at: At, question: PlannedQuestion): string {
  const { locale, state, scenario } = at;
  if (question.expects.length === 0) {
    const topics = [...scenario.facts, ...scenario.answers].filter(({ id }) => !state.revealed.includes(id) && !state.answered.includes(id));
    const own = topics[Math.floor(chance(at.seed, 'own', at.turn) * topics.length)];
    return own && state.plan.followUps < 2 ? fresh(at, asking[locale], 'own', topic(at, own, 'own')) : fresh(at, leaving[locale], 'leave');
  }
  const story = stories[locale][(state.plan.index + Math.floor(at.seed)) % stories[locale].length];
  const due = state.plan.sought.at(-1);
  if (!story) return '';
  if (due && due !== 'figure' && due !== 'agency') return story[due];
  // The less skilled leave out a part here and there, most often the end.
  const told = parts.filter((part) => chance(at.seed, part, state.plan.index) < (part === 'result' ? at.skill : 0.4 + 0.6 * at.skill));
  return (told.length > 0 ? told : [parts[0]]).map((part) => story[part]).join(' ');
}
