import { asksForYesOrNo } from './questions.ts';
import { act, before, content, findAll, holds, lexiconOf, read, textOf, wordsIn, type Mark, type Reading } from './reading.ts';
import { findPatterns } from './match.ts';
import { stemsIn, stemSet } from './stems.ts';
import { COPY_SHARE, COPY_WORDS, LONG_TURN_WORDS, OFF_TOPIC_WORDS, SHORT_TURN_WORDS } from './thresholds.ts';

/** Insults, instructions and words of distress count in both languages, whichever the session speaks. */
export const safetyIn = (turn: Reading): Mark[] => {
  const marks: Mark[] = [];
  for (const { frame } of [lexiconOf('fr'), lexiconOf('en')]) {
    for (const find of findAll(turn, frame.insult)) if (!frame.reported.test(before(turn, find, 40))) marks.push(act('insult', find));
    for (const find of findAll(turn, frame.instructs)) marks.push(act('instruct_persona', find));
    for (const find of findAll(turn, frame.distress))
      if (!/\b(?:pas|not|n'|ne|il|elle|he|she|patient|client|qui|who|si|if) ?$/.test(before(turn, find, 12))) marks.push(act('distress', find));
  }
  if (/<\/?(?:system|assistant|instructions)>|\[\/?inst\]|<\|im_(?:start|end)\|>/.test(turn.text))
    marks.push({ kind: 'instruct_persona', start: 0, end: turn.text.length });
  return marks;
};

export const frameIn = (turn: Reading): Mark[] => {
  const { frame } = turn.lexicon;
  const marks: Mark[] = [];
  for (const find of findAll(turn, frame.outOfRole)) marks.push(act('out_of_role', find));
  for (const find of findAll(turn, frame.asksIfAi)) {
    const statement =
      !find.sentence.asks &&
      /\b(?:pas|not|only|que|humain|humaine|human)\b/.test(textOf(turn, find.sentence).slice(0, 60)) &&
      !/^(?:etes|es|est ce|are|am|is|je|on|i'm|i am) ?/.test(find.words);
    const negated = /(?:n'etes|n'es|not) (?:pas )?$/.test(before(turn, find, 14)) || (!find.sentence.asks && /\b(?:pas|not)\b/.test(find.words));
    const inRole = marks.some((mark) => mark.start < find.end && find.start < mark.end);
    if (!statement && !negated && !inRole) marks.push(act('asks_if_ai', find));
  }
  for (const find of findAll(turn, frame.asksToRepeat))
    if (!/\b(?:ne|n'|pas|je|not|dois|devoir) $/.test(before(turn, find, 8))) marks.push(act('asks_to_repeat', find));
  const only = turn.sentences[0];
  if (only !== undefined && turn.sentences.length === 1 && only.asks && holds(textOf(turn, only), frame.asksToRepeatAlone))
    marks.push({ kind: 'asks_to_repeat', start: only.start, end: only.end });
  return marks;
};

/** A statement about something that plainly belongs elsewhere. Sharing a single word with the story or the persona clears it. */
export const offTopicIn = (source: string, turn: Reading, said: Reading, about: readonly string[]): Mark[] => {
  if (turn.words < OFF_TOPIC_WORDS || findPatterns(about, source).length > 0) return [];
  const topics = findAll(turn, turn.lexicon.frame.foreignTopic);
  const known = stemSet(said);
  if (topics.length === 0 || stemsIn(turn).some((one) => known.has(one.stem))) return [];
  return topics.map((find) => ({ ...act('off_topic', find), start: find.scope.start }));
};

export const lengthIn = (turn: Reading, said: Reading, interruptsAfterWords: number | null, found: readonly Mark[]): Mark[] => {
  const whole = { start: 0, end: turn.text.length };
  if (turn.words > (interruptsAfterWords ?? LONG_TURN_WORDS)) return [{ kind: 'too_long', ...whole }];
  if (turn.words > SHORT_TURN_WORDS || found.length > 0) return [];
  const words = wordsIn(turn.text);
  const answers = asksForYesOrNo(said) && words.some((word) => turn.lexicon.frame.yesNo.has(word));
  return answers ? [] : [{ kind: 'too_short', ...whole }];
};

/** Marks and invisible characters, which folding takes away. */
const UNSEEN = /[\p{M}\u200b-\u200d\u2060\ufeff\u00ad]/gu;

/**
 * Whether so many of the words stand anywhere in a text that it may hold a copy: folding and reading every earlier turn at
 * every turn took a fifth of the analysis of twenty turns, and nearly none of them is a copy.
 */
const mayCopy = (mine: ReadonlySet<string>, text: string): boolean => {
  const bare = text.toLowerCase().normalize('NFD').replace(UNSEEN, '');
  let missing = 0;
  for (const word of mine) {
    // «Cœur» is folded to two letters here and stands as one there.
    if (/oe|ae|ss/.test(word) || word.split("'").every((part) => bare.includes(part))) continue;
    missing += 1;
    if (missing > mine.size * (1 - COPY_SHARE)) return false;
  }
  return true;
};

/** A near copy of an earlier turn. Another number makes another answer. */
export const repetitionIn = (turn: Reading, earlier: readonly string[]): Mark[] => {
  const words = wordsIn(turn.text);
  if (words.length < COPY_WORDS) return [];
  const mine = new Set(words);
  const numbers = words
    .filter((word) => /\d/.test(word))
    .sort()
    .join(' ');
  const copied = earlier.some((one) => {
    if (!mayCopy(mine, one)) return false;
    const theirs = new Set(wordsIn(read(one, turn.locale).text));
    const shared = [...mine].filter((word) => theirs.has(word)).length;
    const sameNumbers =
      [...theirs]
        .filter((word) => /\d/.test(word))
        .sort()
        .join(' ') ===
      [...new Set(numbers.split(' '))]
        .filter((word) => word !== '')
        .sort()
        .join(' ');
    return sameNumbers && shared / (mine.size + theirs.size - shared) >= COPY_SHARE;
  });
  return copied ? [content('repetition', { start: 0, end: turn.text.length })] : [];
};
