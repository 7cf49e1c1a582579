import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { openEndOf } from '../analysis/unfinished.ts';
import { has, type Heard } from './heard.ts';
import { pull, type Candidate } from './remark.ts';

const weights: Partial<Record<SignalKind, number>> = {
  insult: 20,
  contempt: 16,
  blame: 12,
  hollow_empathy: 10,
  evasion: 10,
  justification: 8,
  vague: 8,
  too_long: 7,
  repetition: 6,
  off_topic: 6,
};

export function vigilanceOf(heard: Heard, name: string): Candidate[] {
  const interview = heard.interview;
  const known = heard.turns.flatMap((turn) =>
    turn.analysis.signals.flatMap(({ kind, start, end }): Candidate[] => {
      const base = weights[kind];
      if (base === undefined) return [];
      return [{ id: `vigilance.${kind}`, spot: { turn: turn.turn, start, end }, weight: base + Math.max(0, -pull(turn, kind)), params: { name } }];
    }),
  );
  return [...known, ...(interview ? hiddenPart(heard, name) : earlyAnswers(heard, name)), ...undated(heard, name)];
}

/** «We» where one's own part was asked for, and no «I» in the same turn. */
const hiddenPart = (heard: Heard, name: string): Candidate[] =>
  heard.sound
    .filter((turn) => has(turn, 'agency_we') && !has(turn, 'agency_i', 'ownership'))
    .flatMap(({ turn, analysis }) =>
      analysis.signals
        .filter(({ kind }) => kind === 'agency_we')
        .map(({ start, end }) => ({ id: 'vigilance.agency_we', spot: { turn, start, end }, weight: 7, params: { name } })),
    );

/** Advice before anything was asked or taken up. */
function earlyAnswers(heard: Heard, name: string): Candidate[] {
  const listened = heard.sound.findIndex((turn) => has(turn, 'open_question', 'closed_question', 'reformulation', 'complex_reformulation', 'acknowledgement'));
  const before = listened === -1 ? heard.sound : heard.sound.slice(0, listened);
  return before.flatMap(({ turn, analysis }) =>
    analysis.signals
      .filter(({ kind }) => kind === 'advice')
      .map(({ start, end }) => ({ id: 'vigilance.early_advice', spot: { turn, start, end }, weight: 7, params: { name } })),
  );
}

const undated = (heard: Heard, name: string): Candidate[] =>
  heard.sound
    .filter((turn) => has(turn, 'commitment') && !has(turn, 'date'))
    .flatMap(({ turn, analysis }) =>
      analysis.signals
        // The date of a promise may stand in what was cut off.
        .filter(({ kind, start }) => kind === 'commitment' && start < openEndOf(turn))
        .map(({ start, end }) => ({ id: 'vigilance.undated', spot: { turn, start, end }, weight: 6, params: { name } })),
    );
