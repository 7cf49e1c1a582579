import { isShare, numberAt, own, wordsOf, type Word } from './counting.ts';
import { isNumberWord, numberWordsOf, type NumberWords } from './number-words.ts';
import type { Reading, Stretch } from './reading.ts';

export interface Figure extends Stretch {
  amount: number;
  unit: string;
  value: string;
}
/** «J'ai 24 ans», "I'm 24", "a 35-year-old": how old somebody is proves nothing; «dix ans d'expérience» may. */
const AGE: Readonly<Record<Reading['locale'], { person: RegExp; more: RegExp; unit: RegExp }>> = {
  fr: {
    person:
      /\b(?:ai|as|a|avez|avais|avait|aura|aurai|ont|avaient) (?:presque |bientot |deja |a peine |tout juste |que )?$|\b(?:agee?s?|patiente?|enfant|fille|garcon|homme|femme|cliente?|personne|fils|mere|pere|monsieur|dame|jeune|gamine?|bebe) (?:agee? )?de (?:plus de |presque )?$/,
    more: /^ d(?:e |')(?!age)/,
    unit: /^(?:ans)$/,
  },
  en: {
    person: /\b(?:i'm|i am|he's|she's|he is|she is|i was|turn(?:ed|ing)?|aged?|age of) (?:only |just |almost |about )?$/,
    more: /^ (?:of|in|into|late|behind|ahead|%)/,
    unit: /^(?:years)?$/,
  },
};
const isAge = (turn: Reading, start: number, end: number, unit: string): boolean => {
  const { person, more, unit: counted } = AGE[turn.locale];
  const rest = turn.text.slice(end, end + 16);
  if (/^[ -](?:years?[ -])?old\b/.test(rest)) return true;
  return counted.test(unit) && person.test(turn.text.slice(Math.max(0, start - 30), start)) && !more.test(rest);
};

const YEAR = (amount: number): boolean => Number.isInteger(amount) && amount >= 1950 && amount <= 2060;

const measureAt = (words: readonly Word[], at: number, lists: NumberWords): { unit: string; next: number } | null => {
  const word = words[at]?.text ?? '';
  const second = words[at + 1]?.text ?? '';
  if ((word === 'pour' || word === 'per') && second === 'cent') return { unit: '%', next: at + 2 };
  if (word === 'k' && second === '€') return { unit: 'k€', next: at + 2 };
  if (word === "d'euros" || word === "d'euro") return { unit: '€', next: at + 1 };
  if (word === 'of' || word === 'de') {
    const unit = own(lists.measures, second);
    return unit === undefined ? null : { unit, next: at + 2 };
  }
  const unit = own(lists.measures, word);
  return unit === undefined ? null : { unit, next: at + 1 };
};

/**
 * Quantities of a turn: with a unit of measure, a currency sign, or something counted. A bare number is one from 10 on;
 * «un» and "one" are articles unless a percentage or a currency follows. `dates` are left out.
 */
export const figuresIn = (turn: Reading, dates: readonly Stretch[]): Figure[] => {
  const lists = numberWordsOf(turn.locale);
  const words = wordsOf(turn.text);
  const found: Figure[] = [];
  let day = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) continue;
    const previous = words[i - 1]?.text ?? '';
    const amountOf = isShare(words, i) ? own(lists.amounts, word.text) : undefined;
    const counted = numberAt(words, i, turn.text, lists, turn.locale);
    const count = counted ?? (amountOf === undefined || /^(?:au|en) $/.test(previous) ? null : { amount: amountOf, next: i + 1, digits: true, parts: 1 });
    if (count === null) continue;
    const skipTo = count.next - 1;
    while ((dates[day]?.end ?? Infinity) <= word.start) day += 1;
    const inDate = (dates[day]?.start ?? Infinity) < (words[skipTo]?.end ?? word.end);
    const last = words[skipTo] ?? word;
    const gap = turn.text.slice(last.end, words[count.next]?.start ?? last.end);
    const measure = /[.;!?\n]/.test(gap) ? null : measureAt(words, count.next, lists);
    const sign = /[€$£]/.test(previous) ? previous : '';
    const follower = /^[ -]*$/.test(gap) && gap !== '' ? (words[count.next]?.text ?? '') : '';
    const counts = follower.length > 2 && !lists.uncounted.has(follower) && !/^\d/.test(follower) && !isNumberWord(follower);
    const idiom = (lists.idioms.has(follower) && !count.digits) || word.text === 'twice';
    const listed = count.digits && /^ ?\)/.test(turn.text.slice(last.end, last.end + 2));
    const article = !count.digits && count.amount === 1 && count.parts === 1 && measure?.unit !== '%' && !/[€$£]/.test(measure?.unit ?? '') && sign === '';
    const pointing = lists.pointing.has(previous) && !count.digits && count.amount < 10 && measure === null;
    // "One out of thousands", «sur des milliers»: an amount nobody counted.
    const uncounted =
      amountOf !== undefined && word.text.endsWith('s') && measure === null && (previous === 'of' || (/^(?:des|sur|par)$/.test(previous) && !counts));
    const labelled = lists.labels.has(previous);
    // «neuf» before no noun is more often "new" than nine.
    const renewed = word.text === 'neuf' && count.parts === 1 && measure === null && !counts;
    const clear = measure !== null || sign !== '' || counts || amountOf !== undefined || count.amount >= 10;
    // «Les plannings de 2022 signés par moi»: a year with a word behind it is still one.
    const year =
      count.digits && YEAR(count.amount) && measure === null && (!counts || (/^(?:de|depuis|en|in|of|since)$/.test(previous) && count.amount % 50 !== 0));
    if (!inDate && !idiom && !listed && !article && !pointing && !labelled && !uncounted && !renewed && clear && !year && !Number.isNaN(count.amount)) {
      const ends = Math.max((count.halfEnds ?? 0) - 1, measure === null ? (counts && sign === '' ? count.next : skipTo) : measure.next - 1);
      const start = sign === '' ? word.start : (words[i - 1]?.start ?? word.start);
      const unit = measure?.unit ?? (sign === '' ? (counts ? follower : '') : sign);
      const end = words[ends]?.end ?? last.end;
      i = ends;
      if (isAge(turn, word.start, end, unit)) continue;
      found.push({
        start,
        end,
        amount: count.amount,
        unit,
        value: `${Math.round(count.amount * 100) / 100} ${unit}`.trim(),
      });
    } else i = Math.max(i, skipTo);
  }
  return found;
};
