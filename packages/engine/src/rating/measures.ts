import type { Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import { measureTurn } from '../analysis/measures.ts';
import type { RatedMeasure } from './rating.ts';

/** Fewer words than that make a rate per hundred a matter of chance. */
const FEWEST_WORDS = 30;
/** Less speech than that, in milliseconds, gives no rate. */
const SHORTEST_SPEECH = 10_000;

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
  const spoken = turns.flatMap(({ who, text, sound }) => (who === 'learner' && sound ? [{ sound, words: measureTurn(text, locale).words }] : []));
  const spokenMs = sum(spoken.map(({ sound }) => sound.durationMs));
  const rate = spokenMs < SHORTEST_SPEECH ? null : Math.round((sum(spoken.map(({ words }) => words)) / spokenMs) * 60_000);
  const values: [RatedMeasure['id'], number | null][] = [
    ['talk_share', own === 0 ? null : Math.round((own / all) * 100)],
    ['words_per_turn', median(learner.map(({ words }) => words))],
    ['open_questions', learner.length === 0 ? null : open],
    ['response_delay', delay === null ? null : tenths(delay / 1000)],
    // Who typed has no pace of speech, not an unknown one.
    ...(spoken.length === 0 ? [] : [['speech_rate', rate] satisfies [RatedMeasure['id'], number | null]]),
    ['fillers', own < FEWEST_WORDS ? null : tenths((fillers / own) * 100)],
  ];
  const caveat = caveatOf(spoken.map(({ sound }) => sound.verbatim));
  return values.map(([id, value]) => ({ id, value, norm: null, ...(id === 'fillers' && caveat ? { caveat } : {}) }));
}

/** Hesitations can only be counted where they were written down. */
const caveatOf = (verbatim: readonly (boolean | null)[]): RatedMeasure['caveat'] =>
  verbatim.includes(false) ? 'not_verbatim' : verbatim.includes(null) ? 'maybe_not_verbatim' : undefined;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const tenths = (value: number): number => Math.round(value * 10) / 10;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return high === undefined || low === undefined ? null : Math.round((high + low) / 2);
}
