import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { fold, without, type Folded } from './fold.ts';
import { lexiconEn } from './lexicon-en.ts';
import { lexiconFr } from './lexicon-fr.ts';
import type { Lexicon } from './lexicon.ts';
import { phrasesOf } from './phrases.ts';
import { SENTENCE_WORDS, WINDOW_WORDS } from './thresholds.ts';

/** A find, in offsets of the folded text. */
export interface Mark {
  kind: SignalKind;
  start: number;
  end: number;
  value?: string;
}
export interface Stretch {
  start: number;
  end: number;
}
interface Sentence extends Stretch {
  asks: boolean;
  words: number;
}
/** A find with its words and the sentence (or the window of an endless one) around it. */
export interface Find extends Stretch {
  words: string;
  scope: Stretch;
  sentence: Sentence;
}

/** A turn as the rules read it: without hesitations and stammered words, so that none of them can move a signal. */
export interface Reading {
  locale: Locale;
  lexicon: Lexicon;
  folded: Folded;
  text: string;
  sentences: readonly Sentence[];
  words: number;
}

const HESITATION = /,? ?(?<![a-z0-9'-])(?:e+u+h+|h+e+u+|h+u+m+|h+m+|u+h+|u+h*m+|e+r+m+|m+h+m*)(?![a-z0-9'-])(?: ?,)?/g;
/** Only words that are never doubled on purpose: «nous nous», «vous vous», "that that", "had had" are grammar. */
const STAMMER =
  /(?<![a-z0-9'])(je|j'|on|le|la|les|de|des|un|une|et|mais|que|c'est|il|elle|ils|tu|i|i'm|i'll|we|we'll|the|a|an|it|it's|you|they|and|but|to|of|my)(?:,? (?=\1(?![a-z0-9']))|,? ?\.{2,} ?(?=\1(?![a-z0-9'])))/g;
/** A word begun and begun again: "it's-it's", "pl-please", and what a transcriber put in brackets: "[laughs]". Tags of prompts stay to be seen. */
const FALSE_START =
  /(?<![a-z0-9'-])(?!co-)([a-z][a-z']{0,11})-+ ?(?=\1)|(?<![a-z0-9'-])([a-z']{1,11} [a-z']{1,11}(?: [a-z']{1,11})?) ?[-,] ?(?=\2(?![a-z0-9']))|\[(?!\/?inst)[a-z0-9 :.]{1,40}\]/g;
const WORD = /[a-z0-9][a-z0-9']*|[^\x00-\x7f]+/g;

export const lexiconOf = (locale: Locale): Lexicon => (locale === 'fr' ? lexiconFr : lexiconEn);

export const wordsIn = (text: string): string[] => text.match(WORD) ?? [];

/** Words as a person counts them: «l'usine» and «rendez-vous» are one. */
const countWords = (text: string): number => text.match(/[a-z0-9][a-z0-9'-]*|[^\x00-\x7f]+/g)?.filter((word) => /[a-z0-9]|\p{L}/u.test(word)).length ?? 0;

/** As `/[\s,"]+$/` would cut it, in one pass: a pattern that ends in `$` is tried again from each mark of a long row. */
const lengthWithoutTail = (text: string): number => {
  let length = text.length;
  while (length > 0 && /[\s,"]/.test(text.charAt(length - 1))) length -= 1;
  return length;
};

/** «On signe quand», «vous perdez combien», «ça s'est décollé où», without a stop: the word that asks stands last, and nobody knows or tells before it. */
const ENDS_ASKING =
  /^(?!.{0,60}\b(?:sais|sait|savoir|savez|dis|dire|dit|vois|voir|importe)\b)(?:[a-z']{1,12},? ){0,3}?(?:je|tu|il|elle|on|nous|vous|ils|elles|c'est|ca) [a-z' ]{2,40} (?:quand|combien|ou|ou (?:exactement|precisement)|comment|(?:avec|chez|pour) qui)$/;

const sentencesOf = (text: string): Sentence[] => {
  const found: Sentence[] = [];
  for (const piece of text.matchAll(/(?:[^.!?;\n]|[.](?=[a-z0-9])|(?<=\b(?:mr|mrs|ms|dr))[.])+([.!?;]*)/g)) {
    const bare = piece[0].slice(0, piece[0].length - (piece[1]?.length ?? 0));
    const lead = bare.length - bare.replace(/^[\s,"-]+/, '').length;
    const start = piece.index + lead;
    const end = piece.index + lengthWithoutTail(bare);
    const words = countWords(bare);
    const stop = piece[1] ?? '';
    if (words > 0) found.push({ start, end, asks: stop.includes('?') || (stop === '' && ENDS_ASKING.test(text.slice(start, end))), words });
  }
  return found;
};

export const read = (source: string, locale: Locale): Reading => {
  const folded = without(without(without(fold(source), HESITATION), FALSE_START), STAMMER);
  const sentences = sentencesOf(folded.text);
  return { locale, lexicon: lexiconOf(locale), folded, text: folded.text, sentences, words: sentences.reduce((sum, one) => sum + one.words, 0) };
};

const sentenceAt = (turn: Reading, offset: number): Sentence | undefined => {
  let low = 0;
  let high = turn.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((turn.sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return turn.sentences[low];
};

const scopeOf = (turn: Reading, start: number, end: number, sentence: Sentence): Stretch => {
  if (sentence.words <= SENTENCE_WORDS) return { start: sentence.start, end: Math.max(end, sentence.end) };
  const before = turn.text.slice(Math.max(sentence.start, start - 120), start).match(new RegExp(`(?:[^ ]{1,24} ){0,${WINDOW_WORDS.before}}$`))?.[0].length ?? 0;
  const after = turn.text.slice(end, Math.min(sentence.end, end + 240)).match(new RegExp(`^(?: ?[^ ]{1,24}(?= |$)){0,${WINDOW_WORDS.after}}`))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
};

const around = (turn: Reading, start: number, end: number): Find => {
  const sentence = sentenceAt(turn, start) ?? { start, end, asks: false, words: 0 };
  return { start, end, words: turn.text.slice(start, end), scope: scopeOf(turn, start, end, sentence), sentence };
};

export const findAll = (turn: Reading, phrases: readonly string[]): Find[] =>
  [...turn.text.matchAll(phrasesOf(phrases))].map((found) => around(turn, found.index, found.index + found[0].length));

export const holds = (text: string, phrases: readonly string[]): boolean => text.search(phrasesOf(phrases)) >= 0;

export const textOf = (turn: Reading, stretch: Stretch): string => turn.text.slice(stretch.start, stretch.end);

/** The words just before and just after a find, within its sentence: where a negation would stand. */
export const before = (turn: Reading, find: Find, characters = 28): string =>
  turn.text.slice(Math.max(find.sentence.start, find.start - characters), find.start);
export const after = (turn: Reading, find: Find, characters = 28): string =>
  turn.text.slice(find.end, Math.min(Math.max(find.sentence.end, find.end), find.end + characters));

/** What to quote for an act: from the find to the end of its sentence or window. */
export const act = (kind: SignalKind, find: Find): Mark => ({ kind, start: find.start, end: Math.max(find.end, find.scope.end) });
/** What to quote for a content: the words themselves. */
export const content = (kind: SignalKind, find: Stretch): Mark => ({ kind, start: find.start, end: find.end });
