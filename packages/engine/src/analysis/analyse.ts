import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import { closedDoorsIn } from './closed-doors.ts';
import { original } from './fold.ts';
import { frameIn, lengthIn, offTopicIn, repetitionIn, safetyIn } from './frame.ts';
import { isPasted, languageIn } from './language.ts';
import { mannersIn } from './manners.ts';
import { questionsIn } from './questions.ts';
import { read, type Mark, type Reading } from './reading.ts';
import { tellingsIn } from './statements.ts';
import { structureIn } from './structure.ts';
import { substanceIn } from './substance.ts';
import { COPY_TURNS } from './thresholds.ts';
import { acknowledgementsIn, reformulationsIn } from './uptake.ts';

export interface TurnContext {
  locale: Locale;
  /** What the persona said just before; empty at the start. */
  personaSaid: string;
  /** Its line before that one: who listens takes up again what the last line has already left. */
  personaSaidBefore?: string;
  /** The learner's earlier turns, oldest first. */
  earlier: readonly string[];
  /** Everyday words of the scenario, in the syntax of `findPatterns`. */
  about: readonly string[];
  /** The turn answers an interview question: look for situation, task, action, result and who acted. */
  structured: boolean;
  /** Words after which the persona cuts in; `null` when it lets the learner finish. */
  interruptsAfterWords: number | null;
}

const contentMarks = (source: string, turn: Reading, said: Reading, context: TurnContext): Mark[] => {
  const substance = substanceIn(turn);
  const frame = frameIn(turn);
  const lately = context.personaSaidBefore === undefined ? said : read(`${context.personaSaidBefore}\n${context.personaSaid}`, context.locale);
  const picked = reformulationsIn(turn, lately, said);
  const marks = [
    ...questionsIn(turn, picked),
    ...picked,
    ...acknowledgementsIn(turn, said),
    ...mannersIn(turn),
    ...substance,
    ...closedDoorsIn(turn, substance),
    ...frame,
    ...offTopicIn(source, turn, said, context.about),
  ];
  // What informs in an answer to a structured question is its parts.
  if (!context.structured) return [...marks, ...tellingsIn(turn, picked, marks)];
  const parts = structureIn(
    turn,
    substance.filter((mark) => mark.kind === 'figure'),
  );
  // What others failed to do before the teller acts is the scene of the story and excuses nobody.
  const acts = Math.max(-1, ...parts.filter((mark) => mark.kind === 'action').map((mark) => mark.start));
  return [...marks.filter((mark) => mark.kind !== 'justification' || mark.start > acts), ...parts];
};

/** In order, and of several finds of one kind over the same words only the first and widest. */
const tidy = (marks: readonly Mark[]): Mark[] => {
  const ends = new Map<Mark['kind'], number>();
  return [...marks]
    .filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1))
    .filter((mark) => {
      if (mark.start < (ends.get(mark.kind) ?? 0)) return false;
      ends.set(mark.kind, mark.end);
      return true;
    });
};

/**
 * What can be observed in a learner's turn, in order of place. Offsets are UTF-16 units into `text`. Precision goes before
 * recall: a debrief quotes these words back to the person who said them. The silence of a learner is not in a text.
 */
export function analyse(text: string, context: TurnContext): Signal[] {
  if (text.trim() === '') return [];
  const turn = read(text, context.locale);
  const said = read(context.personaSaid, context.locale);
  const language = languageIn(text, turn);
  // What the session's lists find in another language, or in noise, would be chance.
  const marks =
    language.length > 0 ? [] : isPasted(text, turn) ? [{ kind: 'vague' as const, start: 0, end: turn.text.length }] : contentMarks(text, turn, said, context);
  marks.push(...language, ...safetyIn(turn), ...repetitionIn(turn, context.earlier.slice(-COPY_TURNS)));
  marks.push(...lengthIn(turn, said, context.interruptsAfterWords, marks));
  return tidy(marks).map((mark): Signal => {
    const span = original(turn.folded, mark.start, mark.end, text);
    return mark.value === undefined ? { kind: mark.kind, ...span } : { kind: mark.kind, ...span, value: mark.value };
  });
}
