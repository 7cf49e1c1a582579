import { isNumberWord, numberWordsOf, type NumberWords } from './number-words.ts';
import type { Reading, Stretch } from './reading.ts';

export interface Figure extends Stretch {
  amount: number;
  unit: string;
  value: string;
}
interface Word extends Stretch {
  text: string;
}
interface Count {
  amount: number;
  next: number;
  digits: boolean;
  parts: number;
}

const TOKEN = /\d{1,12}(?:[ .,]\d{3}(?!\d))*(?:[.,]\d{1,4})?|[a-z]+(?:'[a-z]+)?|[%€$£]/g;

/** Only a table's own words: «constructor» is no number. */
const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined => (Object.hasOwn(table, word) ? table[word] : undefined);

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(TOKEN)].map((found) => ({ text: found[0], start: found.index, end: found.index + found[0].length }));

const parseDigits = (text: string, locale: Reading['locale']): number => {
  const bare = locale === 'fr' ? text.replace(/[ .](?=\d{3}(?!\d))/g, '').replace(',', '.') : text.replace(/[ ,](?=\d{3}(?!\d))/g, '');
  return Number.parseFloat(bare);
};

/** Reads one number from `at`: digits, or words in a row. A comma ends it: «deux, trois» are two numbers. */
const countAt = (words: readonly Word[], at: number, text: string, lists: NumberWords, locale: Reading['locale']): Count | null => {
  const first = words[at];
  if (first === undefined) return null;
  if (/^\d/.test(first.text)) {
    let amount = parseDigits(first.text, locale);
    let next = at + 1;
    const scale = own(lists.scales, words[next]?.text ?? '');
    if (scale !== undefined && scale >= 1000) {
      amount *= scale;
      next += 1;
    }
    return { amount, next, digits: true, parts: 1 };
  }
  let total = 0;
  let current = 0;
  let parts = 0;
  let next = at;
  for (; next < words.length; next += 1) {
    const word = words[next];
    if (word === undefined) break;
    const gap = parts === 0 ? '' : text.slice(words[next - 1]?.end ?? 0, word.start);
    if (/[^ -]/.test(gap)) break;
    const following = words[next + 1]?.text ?? '';
    if (parts > 0 && word.text === lists.and && isNumberWord(following) && (current >= 20 || total > 0)) continue;
    const unit = own(lists.units, word.text);
    const ten = own(lists.tens, word.text);
    const scale = own(lists.scales, word.text);
    if (unit !== undefined) {
      // «deux trois personnes» is a range: the first number ends here.
      if (parts > 0 && current % 100 !== 0 && !(current % 10 === 0 && current % 100 >= 20)) break;
      current += unit;
    } else if (ten !== undefined) {
      if (parts > 0 && current % 100 !== 0 && !(ten === 20 && current % 100 === 4)) break;
      current = ten === 20 && current % 100 === 4 ? current - 4 + 80 : current + ten;
    } else if (scale !== undefined) {
      if (scale === 100) current = Math.max(1, current) * 100;
      else {
        total += Math.max(1, current) * scale;
        current = 0;
      }
    } else break;
    parts += 1;
  }
  return parts === 0 ? null : { amount: total + current, next, digits: false, parts };
};

const decimals = (count: Count, words: readonly Word[], text: string, lists: NumberWords, locale: Reading['locale']): Count => {
  if (words[count.next]?.text !== lists.point) return count;
  const part = countAt(words, count.next + 1, text, lists, locale);
  if (part === null) return count;
  const amount = count.amount + part.amount / 10 ** String(Math.trunc(part.amount)).length;
  const scale = own(lists.scales, words[part.next]?.text ?? '');
  return scale === undefined ? { ...count, amount, next: part.next } : { ...count, amount: amount * scale, next: part.next + 1 };
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
    const amountOf = own(lists.amounts, word.text);
    const plain = countAt(words, i, turn.text, lists, turn.locale);
    const counted = plain === null ? null : decimals(plain, words, turn.text, lists, turn.locale);
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
    const idiom = lists.idioms.has(follower) && !count.digits;
    const listed = count.digits && /^ ?\)/.test(turn.text.slice(last.end, last.end + 2));
    const article = !count.digits && count.amount === 1 && count.parts === 1 && measure?.unit !== '%' && !/[€$£]/.test(measure?.unit ?? '') && sign === '';
    const pointing = lists.pointing.has(previous) && !count.digits && count.amount < 10 && measure === null;
    const labelled = lists.labels.has(previous);
    // «neuf» before no noun is more often "new" than nine.
    const renewed = word.text === 'neuf' && count.parts === 1 && measure === null && !counts;
    const clear = measure !== null || sign !== '' || counts || amountOf !== undefined || count.amount >= 10;
    const year = count.digits && YEAR(count.amount) && measure === null && !counts;
    if (!inDate && !idiom && !listed && !article && !pointing && !labelled && !renewed && clear && !year && !Number.isNaN(count.amount)) {
      const ends = measure === null ? (counts && sign === '' ? count.next : skipTo) : measure.next - 1;
      const unit = measure?.unit ?? (sign === '' ? (counts ? follower : '') : sign);
      found.push({
        start: sign === '' ? word.start : (words[i - 1]?.start ?? word.start),
        end: words[ends]?.end ?? last.end,
        amount: count.amount,
        unit,
        value: `${Math.round(count.amount * 100) / 100} ${unit}`.trim(),
      });
      i = ends;
    } else i = Math.max(i, skipTo);
  }
  return found;
};
