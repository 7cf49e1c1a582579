import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { figuresIn } from './figures.ts';
import { findAll, holds, textOf, type Mark, type Reading, type Stretch } from './reading.ts';
import { stemsIn } from './stems.ts';
import { GENERAL_WORDS, INFORMATION_WORDS, LONG_TELLING_WORDS, MIRROR_WORDS, SENTENCE_WORDS, SHORT_ECHO_WORDS, TELLING_WORDS } from './thresholds.ts';

type Sentence = Reading['sentences'][number];

/** A sentence without what ties it to the one before: «d'accord, donc en fait vous craignez…» begins at «vous». */
export interface Statement {
  sentence: Sentence;
  head: number;
  text: string;
  concludes: boolean;
}

export const statementsIn = (turn: Reading): Statement[] =>
  turn.sentences.map((sentence) => {
    const whole = textOf(turn, sentence);
    const tie = whole.match(turn.lexicon.statements.lead)?.[0] ?? '';
    return { sentence, head: sentence.start + tie.length, text: whole.slice(tie.length), concludes: turn.lexicon.statements.concludes.test(tie) };
  });

/** What the other said lately, as far as the rules compare with it. */
export interface Heard {
  stems: ReadonlySet<string>;
  figures: readonly { amount: number }[];
  /** The last line asked: a word of it in return is an answer. */
  asked: boolean;
}

/** "If you feel weak, call": supposes, and takes nothing up. */
const SUPPOSED = /\b(?:if|when|whenever|unless|whether|until|before|once|say|si|s'|quand|lorsque|des que|tant que) (?:it )?$/;

/** «Depuis mars, vous portez tout»: what a clause in front says of time or reason leaves it a statement about them. */
const clausesOf = (text: string): string[] => text.split(/, (?:and |but |so |then |et |mais |donc )?/);

/**
 * Statements about the other person: what they think, want, feel or live. Who listens well speaks in the second person and in
 * words of their own, so none of the other's words is asked for; what advises, promises, praises or blames is left out, and
 * so is every number that the other did not name.
 */
export const reflectionsIn = (turn: Reading, heard: Heard): Stretch[] => {
  const { statements, uptake, closedDoors, questions, substance } = turn.lexicon;
  const found: Stretch[] = [];
  for (const { sentence, head, text, concludes } of statementsIn(turn)) {
    if (sentence.words > SENTENCE_WORDS * 2 || text === '') continue;
    if (questions.frame.test(text)) continue;
    if (holds(text, closedDoors.blame) || holds(text, closedDoors.contempt) || holds(text, uptake.acknowledgement) || holds(text, substance.commitment))
      continue;
    const figures = figuresIn({ ...turn, text }, []);
    if (figures.some((mine) => !heard.figures.some((theirs) => theirs.amount === mine.amount))) continue;
    const shared = (): boolean => stemsIn({ ...turn, text }).some((one) => heard.stems.has(one.stem));
    const whole = { start: head, end: sentence.end };
    const mirror = findAll({ ...turn, text, sentences: [] }, statements.mirrors).find(
      (one) => !SUPPOSED.test(text.slice(Math.max(0, one.start - 12), one.start)),
    );
    if (mirror !== undefined) found.push({ start: head + mirror.start, end: sentence.end });
    else if (
      clausesOf(text).some((clause) => statements.aboutThem.test(clause) && !statements.benefit.test(clause)) &&
      !statements.directs.test(text) &&
      !holds(text.split(',')[0] ?? '', uptake.firstPerson)
    )
      found.push(whole);
    else if (statements.aboutThem.test(text)) {
      if (!statements.benefit.test(text) || concludes || shared()) found.push(whole);
    } else if (concludes && sentence.words <= MIRROR_WORDS && !holds(text, uptake.firstPerson) && (holds(text, statements.hardOnThem) || shared()))
      found.push(whole);
    else if (sentence.words <= SHORT_ECHO_WORDS && !heard.asked && !sentence.asks && !holds(text, uptake.firstPerson)) {
      const stems = stemsIn({ ...turn, text });
      if (stems.length > 0 && !holds(text, turn.lexicon.manners.greeting) && stems.every((one) => heard.stems.has(one.stem))) found.push(whole);
    }
  }
  return found;
};

/** What says nothing of the world even in the form of a statement: it dodges, excuses, blames, promises, or closes. */
const EMPTY: ReadonlySet<SignalKind> = new Set([
  'vague',
  'evasion',
  'blame',
  'contempt',
  'justification',
  'hollow_empathy',
  'commitment',
  'wraps_up',
  'greeting',
  'thanks',
  'apology',
]);

/**
 * Statements about things, people in general or what the learner knows inform; those that say what the other has to do
 * advise. `marks` are the other finds of the turn: what is in one of them tells nothing more.
 */
export const tellingsIn = (turn: Reading, picked: readonly Mark[], marks: readonly Mark[]): Mark[] => {
  const { generic, knows, directs, modal } = turn.lexicon.statements;
  return statementsIn(turn).flatMap(({ sentence, head, text }): Mark[] => {
    const meets = (mark: Mark): boolean => mark.start < sentence.end && sentence.start < mark.end;
    if (sentence.asks || picked.some(meets)) return [];
    if (directs.test(text)) return marks.some((mark) => mark.kind === 'blame' && meets(mark)) ? [] : [{ kind: 'advice', start: head, end: sentence.end }];
    if (sentence.words < INFORMATION_WORDS || marks.some((mark) => EMPTY.has(mark.kind) && meets(mark))) return [];
    const general = generic.test(text) && (turn.words >= LONG_TELLING_WORDS || sentence.words >= GENERAL_WORDS || holds(text, modal));
    return turn.words >= TELLING_WORDS && (general || knows.test(text)) ? [{ kind: 'information', start: sentence.start, end: sentence.end }] : [];
  });
};
