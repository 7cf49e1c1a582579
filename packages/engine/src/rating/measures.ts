import type { Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import { measureTurn } from '../analysis/measures.ts';
import type { RatedMeasure } from './rating.ts';

/** Fewer words than that make a rate per hundred a matter of chance. */
const FEWEST_WORDS = 30;

/**
 * How the learner spoke. None of it enters a level; hesitations move nothing but their own figure. No measure has a norm: no
 * published value was found that counts the same thing in the same kind of talk, and a band of our own would pass for one.
 */
export function measuresOf(locale: Locale, turns: readonly Turn[], analysis: readonly TurnAnalysis[]): RatedMeasure[] {
  const learner = turns.filter(({ who }) => who === 'learner').map((turn) => ({ delayMs: turn.delayMs, ...measureTurn(turn.text, locale) }));
  const own = sum(learner.map(({ words }) => words));
  const all = own + sum(turns.filter(({ who }) => who === 'persona').map(({ text }) => measureTurn(text, locale).words));
  const fillers = sum(learner.map(({ vocalFillers, lexicalFillers }) => vocalFillers + lexicalFillers));
  const open = sum(analysis.map(({ signals }) => signals.filter(({ kind }) => kind === 'open_question').length));
  const delay = median(learner.flatMap(({ delayMs }) => (delayMs === null ? [] : [delayMs])));
  const values: [RatedMeasure['id'], number | null][] = [
    ['talk_share', own === 0 ? null : Math.round((own / all) * 100)],
    ['words_per_turn', median(learner.map(({ words }) => words))],
    ['open_questions', learner.length === 0 ? null : open],
    ['response_delay', delay === null ? null : tenths(delay / 1000)],
    ['fillers', own < FEWEST_WORDS ? null : tenths((fillers / own) * 100)],
  ];
  return values.map(([id, value]) => ({ id, value, norm: null }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const tenths = (value: number): number => Math.round(value * 10) / 10;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return high === undefined || low === undefined ? null : Math.round((high + low) / 2);
}
