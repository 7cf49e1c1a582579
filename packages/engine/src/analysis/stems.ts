import { isNumberWord } from './number-words.ts';
import type { Reading, Stretch } from './reading.ts';

export interface Stem extends Stretch {
  stem: string;
}

/**
 * Content words, cut down so that «livraison», «livrer» and «livré» meet. A light stemmer of our own: the ending list is
 * short on purpose, since taking two words for one is worse here (a reformulation nobody made) than missing a kinship.
 */
const stemOf = (word: string, endings: readonly string[]): string => {
  if (/^\d/.test(word)) return word;
  for (const ending of endings) if (word.length - ending.length >= 4 && word.endsWith(ending)) return word.slice(0, word.length - ending.length);
  return word;
};

export const stemsIn = (turn: Pick<Reading, 'lexicon' | 'text'>, stretch: Stretch = { start: 0, end: turn.text.length }): Stem[] => {
  const { stop, endings } = turn.lexicon;
  const found: Stem[] = [];
  for (const match of turn.text.slice(stretch.start, stretch.end).matchAll(/[a-z0-9]+(?:'(?:s|t|re|ve|ll|d|m)(?![a-z]))?|[^\x00-\x7f]+/g)) {
    const word = match[0];
    if (stop.has(word) || isNumberWord(word) || (word.length < 4 && !/^\d{2,}$/.test(word))) continue;
    const start = stretch.start + match.index;
    found.push({ stem: stemOf(word, endings), start, end: start + word.length });
  }
  return found;
};

export const stemSet = (turn: Pick<Reading, 'lexicon' | 'text'>): ReadonlySet<string> => new Set(stemsIn(turn).map((one) => one.stem));
