import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { has, type Heard, type HeardTurn } from './heard.ts';
import { pull, type Candidate } from './remark.ts';
import { inSentence } from './subject.ts';

/** What is worth naming whatever it moved: rare and hard things first. */
const worth: Partial<Record<SignalKind, number>> = {
  complex_reformulation: 9,
  acknowledgement: 8,
  ownership: 8,
  limit: 7,
  open_question: 7,
  reformulation: 6,
  figure: 6,
  guarantee: 5,
  concession: 5,
  example: 5,
  apology: 4,
};
/** Signs that only mean something in an answer to a question. */
const worthInAnswers: Partial<Record<SignalKind, number>> = { result: 7, agency_i: 5, action: 4 };

export function strengthsOf(heard: Heard, locale: Locale, name: string): Candidate[] {
  const interview = heard.interview;
  const known = interview ? { ...worth, ...worthInAnswers } : worth;
  return (
    heard.sound
      // Praise for words after which the character closed up would be read as a mistake.
      .filter((turn) => !has(turn, 'repetition', 'contempt', 'insult') && turn.gain.trust - turn.gain.tension > -6)
      .flatMap((turn) => [...fromSignals(turn, known, name), ...fromMoves(turn, heard, locale, name)])
  );
}

/** A figure within a reformulation is the character's own, given back; one within a discount is nothing to check. */
const isTheirs = ({ analysis }: HeardTurn, at: number): boolean =>
  analysis.signals.some(
    ({ kind, start, end }) => (kind === 'reformulation' || kind === 'complex_reformulation' || kind === 'concession') && start <= at && at < end,
  );

function fromSignals(turn: HeardTurn, known: Partial<Record<SignalKind, number>>, name: string): Candidate[] {
  return turn.analysis.signals.flatMap(({ kind, start, end }) => {
    const base = kind === 'commitment' && has(turn, 'date') ? 9 : known[kind];
    if (base === undefined || (kind === 'figure' && isTheirs(turn, start))) return [];
    const id = kind === 'commitment' ? 'strength.commitment_dated' : kind === 'result' && has(turn, 'figure') ? 'strength.result_figure' : `strength.${kind}`;
    return [{ id, spot: { turn: turn.turn, start, end }, weight: base + Math.max(0, pull(turn, kind)), params: { name } }];
  });
}

function fromMoves(turn: HeardTurn, heard: Heard, locale: Locale, name: string): Candidate[] {
  return turn.analysis.moves.flatMap(({ cause, about, start, end, trust, tension }) => {
    const spot = { turn: turn.turn, start, end };
    const weight = Math.max(0, trust - tension);
    if (cause === 'concern_resolved') {
      const concern = heard.scenario.concerns.find(({ id }) => id === about);
      return concern ? [{ id: 'strength.concern_resolved', spot, weight: weight + 12, params: { name, subject: concern.label[locale] } }] : [];
    }
    if (cause === 'fact_earned') {
      const fact = heard.scenario.facts.find(({ id }) => id === about);
      // The move stands for the whole turn; the question in it is what earned the answer.
      const question = turn.analysis.signals.find(({ kind }) => kind === 'open_question' || kind === 'closed_question');
      return fact
        ? [
            {
              id: 'strength.fact_earned',
              spot: question ? { ...spot, start: question.start, end: question.end } : spot,
              weight: weight + 11,
              params: { name, subject: inSentence(fact.label[locale]) },
            },
          ]
        : [];
    }
    return [];
  });
}
