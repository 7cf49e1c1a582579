import type { Locale } from '@coachvisio/contract/locale.ts';
import { isNumberWord } from './number-words.ts';
import { lexiconOf, wordsIn, type Mark, type Reading } from './reading.ts';
import { KEYWORDS_IN_ROW, MASHED_SHARE, OTHER_LANGUAGE_SHARE, OTHER_LANGUAGE_WORDS, OWN_LANGUAGE_SHARE, PASTED_SHARE, PASTED_WORDS } from './thresholds.ts';

/** The commonest function words of languages a learner may fall back into; short lists by hand, enough to say "not this one". */
const NEIGHBOURS: readonly ReadonlySet<string>[] = [
  'el los las una que de en por para con no es esta estoy pero muy como mi su yo nosotros ellos tengo tiene hay porque cuando donde gracias',
  'der die das und ist nicht ich wir sie ein eine mit auf fur von zu den dem haben habe auch aber wie warum kann muss sehr',
  'il lo gli una che di per con non e sono siamo ho abbiamo ma molto come mio suo questo questa perche quando dove grazie',
  'o os as um uma que de em por para com nao esta estou mas muito como meu seu eu nos eles tenho tem porque quando onde obrigado',
].map((words) => new Set(words.split(' ')));

const share = (words: readonly string[], known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length / words.length;

/** «On n'a rien à cacher»: words of both languages tell neither from the other. */
const SHARED: ReadonlySet<string> = new Set(['on', 'a', 'me', 'as', 'or']);

const otherLocale = (locale: Locale): Locale => (locale === 'fr' ? 'en' : 'fr');

const isOtherLanguage = (turn: Reading): boolean => {
  const words = wordsIn(turn.text).flatMap((word) => (/^(?:qu|l|d|j|c|n|s|m|t)'./.test(word) ? word.split("'") : [word]));
  const letters = turn.text.replace(/[^\p{L}]/gu, '');
  const foreign = letters.replace(/[\p{Script=Latin}]/gu, '').length;
  if (letters.length >= 6 && foreign / letters.length > 0.6) return true;
  if (words.length < OTHER_LANGUAGE_WORDS) return false;
  const ours = turn.lexicon.frame.functionWords;
  const theirs = lexiconOf(otherLocale(turn.locale)).frame.functionWords;
  const own = share(words, ours);
  const telling = words.filter((word) => !SHARED.has(word));
  if (telling.length >= 2 && share(telling, theirs) >= OTHER_LANGUAGE_SHARE && share(telling, ours) <= OWN_LANGUAGE_SHARE) return true;
  // Romance neighbours share «de», «que», «un» with French: more of their words and far fewer of ours are asked for.
  return NEIGHBOURS.some((known) => share(words, known) >= 0.4 && share(words, known) > own * 1.6);
};

const KEYBOARD = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|jklm|qsdf|azer|zert|ertyu|qwer|wert|wxcv|xcvb|cvbn|zxcv|uiop/;

const mashed = (word: string): boolean =>
  word.length >= 4 &&
  (KEYBOARD.test(word) ||
    /(.)\1{4,}/.test(word) ||
    /[bcdfghjklmnpqrstvwxz]{6,}/.test(word) ||
    (word.length >= 5 && !/[aeiouy0-9]/.test(word)) ||
    /^(.{2,3})\1{2,}$/.test(word));

/** Nothing a person could read aloud: symbols only, or mostly keyboard mashing. Abbreviations («SNCF») are words. */
const isUnintelligible = (source: string, turn: Reading): boolean => {
  if (source.trim() === '') return false;
  if (!/[\p{L}\p{N}]/u.test(source)) return true;
  const words = turn.text.match(/[a-z]+/g) ?? [];
  const total = words.reduce((sum, word) => sum + word.length, 0);
  const lost = words.filter(mashed).reduce((sum, word) => sum + word.length, 0);
  return total > 0 && lost / total >= MASHED_SHARE && !/^[^a-z]*\b[A-Z]{2,6}\b[^a-z]*$/.test(source);
};

/** A subject or a clitic makes a sentence, however bare: «on livre une partie jeudi», «Karim s'en occupe». A list of keywords has none. */
const SPOKEN = /^(?:on|je|tu|nous|vous|ils?|elles?|ca|[jcsn]'.+|i|we|you|he|she|it|they|(?:i|we|you|he|she|it|they|that|there|let)'.+)$/;

/** Words without numbers, each with whether nothing but a blank parts it from the one before. */
const rowsOf = (turn: Reading): { text: string; tied: boolean }[] =>
  [...turn.text.matchAll(/[a-z][a-z']*/g)]
    .filter((found) => !isNumberWord(found[0]))
    .map((found) => ({ text: found[0], tied: /[a-z0-9%€$] ?$/.test(turn.text.slice(Math.max(0, found.index - 2), found.index)) }));

/** Words in a row that make no sentence: keywords pasted one after the other, which answer nothing. */
export const isPasted = (source: string, turn: Reading): boolean => {
  // «Entre trente-huit et quarante-deux mille euros» is an answer: numbers are said without a sentence.
  const words = wordsIn(turn.text).filter((word) => !/\d/.test(word) && !isNumberWord(word));
  const known = turn.lexicon.frame.functionWords;
  let row = 0;
  let keywords = 0;
  for (const { text, tied } of rowsOf(turn)) {
    row = tied && !known.has(text) && !SPOKEN.test(text) ? row + 1 : known.has(text) || SPOKEN.test(text) ? 0 : 1;
    keywords = Math.max(keywords, row);
  }
  if (keywords >= KEYWORDS_IN_ROW && keywords * 2 >= words.length) return true;
  if (words.some((word) => SPOKEN.test(word))) return false;
  const parted = /[,.;:!?…]\s|[.?!…]$/u.test(source.trim());
  return words.length >= (parted ? KEYWORDS_IN_ROW : PASTED_WORDS) && share(words, known) < PASTED_SHARE;
};

export const languageIn = (source: string, turn: Reading): Mark[] => {
  const whole = { start: 0, end: turn.text.length };
  if (isUnintelligible(source, turn)) return [{ kind: 'unintelligible', ...whole }];
  return isOtherLanguage(turn) ? [{ kind: 'other_language', ...whole }] : [];
};
