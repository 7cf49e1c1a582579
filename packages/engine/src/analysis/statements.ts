import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { figuresIn } from './figures.ts';
import { findAll, holds, textOf, type Mark, type Reading, type Stretch } from './reading.ts';
import { stemsIn } from './stems.ts';
import {
  ECHO_SHARE,
  GENERAL_WORDS,
  INFORMATION_WORDS,
  LONG_TELLING_WORDS,
  MIRROR_WORDS,
  SENTENCE_WORDS,
  SHORT_ECHO_WORDS,
  TELLING_WORDS,
} from './thresholds.ts';

type Sentence = Reading['sentences'][number];

/** A sentence without what ties it to the one before: «d'accord, donc en fait vous craignez…» begins at «vous». */
interface Statement {
  sentence: Sentence;
  head: number;
  text: string;
  concludes: boolean;
}

const statementsIn = (turn: Reading): Statement[] =>
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

/** "You had flagged it, hadn't you": presses for a yes. */
const TAG = /, (?:right|correct|huh|yeah|no|(?:are|do|did|have|had|were|was|is)n't (?:you|it|we|they))$/;

/** «Vous le voulez ou pas»: presses for a choice. */
const EITHER = /\b(?:or|ou) (?:you|not|pas|non|tu|vous)\b/;

/** «Depuis mars, vous portez tout»: what a clause in front says of time or reason leaves it a statement about them. */
const clausesOf = (text: string): string[] => text.split(/, (?:and |but |so |then |et |mais |donc )?/);

/** Without a stop nothing tells a statement from a question; several sentences without one come from a recogniser. */
const openEnded = (turn: Reading, sentence: Sentence): boolean => turn.sentences.length === 1 && !/^[\s"»)]*[.!]/.test(turn.text.slice(sentence.end));

const WISH = /^(?:vous (?:avez|auriez)|tu (?:as|aurais)) (?:[a-z]+ )?(?:envie|besoin|l'intention)(?![a-z])/;

/** "You're the one who set this quota": lays it at their door. */
const LAID = /^(?:you're|you are) the ones? who/;

/** «Je comprends, mais vous…»: what follows is said against them. */
const turnsAgainst = (turn: Reading, sentence: string): boolean => {
  const { bare, but, formulaic } = turn.lexicon.uptake;
  return holds(sentence, formulaic) || (holds(sentence, bare) && holds(sentence, but));
};

/**
 * Statements about the other person: what they think, want, feel or live. Who listens well speaks in the second person and in
 * words of their own, so none of the other's words is asked for; what advises, promises, praises or blames is left out, and
 * so is every number that the other did not name.
 */
export const reflectionsIn = (turn: Reading, heard: Heard): Stretch[] => {
  const { statements, uptake, closedDoors, questions, substance, manners, frame } = turn.lexicon;
  const found: Stretch[] = [];
  for (const { sentence, head, text, concludes } of statementsIn(turn)) {
    if (sentence.words > SENTENCE_WORDS * 2 || text === '') continue;
    const clauses = clausesOf(text);
    if (clauses.some((clause) => questions.frame.test(clause)) || EITHER.test(text)) continue;
    const whole = textOf(turn, sentence);
    if (
      [
        closedDoors.blame,
        closedDoors.contempt,
        closedDoors.evasion,
        closedDoors.slogan,
        closedDoors.vague,
        frame.insult,
        uptake.minimising,
        uptake.acknowledgement,
        substance.commitment,
        manners.greeting,
      ].some((list) => holds(whole, list))
    )
      continue;
    if (turnsAgainst(turn, whole) || (LAID.test(text) && !concludes) || (sentence.words <= 3 && questions.frame.test(whole))) continue;
    const figures = figuresIn({ ...turn, text }, []);
    if (figures.some((mine) => !heard.figures.some((theirs) => theirs.amount === mine.amount))) continue;
    const stems = stemsIn({ ...turn, text });
    const shared = stems.some((one) => heard.stems.has(one.stem));
    const mirror = findAll({ ...turn, text, sentences: [] }, statements.mirrors).find(
      (one) => !SUPPOSED.test(text.slice(Math.max(0, one.start - 12), one.start)),
    );
    const mine = holds(text, uptake.firstPerson);
    const backed = concludes || (shared && !(sentence.asks && questions.statementsAsk));
    const aboutThem = (clause: string): boolean =>
      statements.aboutThem.test(clause) &&
      (concludes || !statements.benefit.test(clause)) &&
      (backed || (!questions.statementsAsk && !statements.theirs.test(clause) && !TAG.test(text)));
    // In French «vous avez peur ?» may ask as well as give back: a feeling gives back, unless it is about the one who asks
    // («fâché contre moi ?») or one of two. Without a stop «vous avez envie de rester» asks, unless it is in their words.
    const gives = holds(text, uptake.feeling);
    const asksOnly =
      questions.statementsAsk &&
      !concludes &&
      (sentence.asks ? !gives || mine || / ou /.test(text) : !shared && !gives && WISH.test(text) && openEnded(turn, sentence));
    if (mirror !== undefined && !asksOnly) found.push({ start: head + mirror.start, end: sentence.end });
    else if (clauses.slice(0, 2).some(aboutThem) && !statements.directs.test(text) && (!mine || (aboutThem(text) && !statements.theirs.test(text))))
      found.push({ start: head, end: sentence.end });
    else if (concludes && sentence.words <= MIRROR_WORDS && !mine && (shared || holds(text, statements.hardOnThem)))
      found.push({ start: head, end: sentence.end });
    else if (sentence.words <= SHORT_ECHO_WORDS && !heard.asked && !sentence.asks && !mine) {
      // «La troisième, oui.» says back and grants it; «oui, la troisième» answers.
      if (
        text
          .replace(/, [a-z]+$/, '')
          .split(/[ ,]+/)
          .some((word) => frame.yesNo.has(word))
      )
        continue;
      const theirs = stems.filter((one) => heard.stems.has(one.stem)).length + figures.length;
      if (theirs > 0 && theirs >= (stems.length + figures.length) * ECHO_SHARE) found.push({ start: head, end: sentence.end });
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
  'acknowledgement',
  'ownership',
]);

/** Said against somebody, or of what they were owed, «vous devez» advises nothing. */
const AGAINST: ReadonlySet<SignalKind> = new Set(['acknowledgement', 'ownership', 'blame', 'contempt', 'insult', 'evasion', 'hollow_empathy']);

/**
 * Statements about things, people in general or what the learner knows inform; those that say what the other has to do
 * advise. `marks` are the other finds of the turn: what is in one of them tells nothing more.
 */
export const tellingsIn = (turn: Reading, picked: readonly Mark[], marks: readonly Mark[]): Mark[] => {
  const { generic, knows, directs, modal } = turn.lexicon.statements;
  return statementsIn(turn).flatMap(({ sentence, head, text }): Mark[] => {
    const meets = (mark: Mark): boolean => mark.start < sentence.end && sentence.start < mark.end;
    if (sentence.asks || picked.some(meets)) return [];
    if (directs.test(text)) return marks.some((mark) => AGAINST.has(mark.kind) && meets(mark)) ? [] : [{ kind: 'advice', start: head, end: sentence.end }];
    if (
      sentence.words < INFORMATION_WORDS ||
      marks.some((mark) => EMPTY.has(mark.kind) && meets(mark)) ||
      holds(textOf(turn, sentence), turn.lexicon.uptake.dismissal)
    )
      return [];
    const general = generic.test(text) && (turn.words >= LONG_TELLING_WORDS || sentence.words >= GENERAL_WORDS || holds(text, modal));
    return turn.words >= TELLING_WORDS && (general || knows.test(text)) ? [{ kind: 'information', start: sentence.start, end: sentence.end }] : [];
  });
};
