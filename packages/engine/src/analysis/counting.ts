import { isNumberWord, type NumberWords } from './number-words.ts';
import type { Reading, Stretch } from './reading.ts';

export interface Word extends Stretch {
  text: string;
}
export interface Count {
  amount: number;
  next: number;
  digits: boolean;
  parts: number;
  /** Where a half ends that stands after what is counted and is in the amount. */
  halfEnds?: number;
}

const TOKEN = /\d{1,12}(?:[ .,]\d{3}(?!\d))*(?:[.,]\d{1,4})?|[a-z]+(?:'[a-z]+)?|[%€$£]/g;

/** Only a table's own words: «constructor» is no number. */
export const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined => (Object.hasOwn(table, word) ? table[word] : undefined);

export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(TOKEN)].map((found) => ({ text: found[0], start: found.index, end: found.index + found[0].length }));

const parseDigits = (text: string, locale: Reading['locale']): number => {
  const bare = locale === 'fr' ? text.replace(/[ .](?=\d{3}(?!\d))/g, '').replace(',', '.') : text.replace(/[ ,](?=\d{3}(?!\d))/g, '');
  return Number.parseFloat(bare);
};

/** Reads one number from `at`: digits, or words in a row. A comma ends it: «deux, trois» are two numbers. */
const countAt = (words: readonly Word[], at: number, text: string, lists: NumberWords, locale: Reading['locale'], scaled = true): Count | null => {
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
      // «Dix-sept» to «dix-neuf» are written in two words.
      const teen = locale === 'fr' && current % 100 === 10 && unit >= 7 && unit <= 9;
      // «deux trois personnes» is a range: the first number ends here.
      if (parts > 0 && current % 100 !== 0 && !teen && !(current % 10 === 0 && current % 100 >= 20)) break;
      current += unit;
    } else if (ten !== undefined) {
      if (parts > 0 && current % 100 !== 0 && !(ten === 20 && current % 100 === 4)) break;
      current = ten === 20 && current % 100 === 4 ? current - 4 + 80 : current + ten;
    } else if (scale !== undefined && scaled && (word.text !== 'grand' || parts > 0 || words[at - 1]?.text === 'a')) {
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

/** «Virgule zéro cinq», "point one four": digits said one by one. */
const spelled = (words: readonly Word[], at: number, lists: NumberWords): { digits: string; next: number } | null => {
  let digits = '';
  let next = at;
  for (let unit = own(lists.units, words[next]?.text ?? ''); unit !== undefined && unit < 10; unit = own(lists.units, words[next]?.text ?? '')) {
    digits += unit;
    next += 1;
  }
  return digits.length > 1 ? { digits, next } : null;
};

const decimals = (count: Count, words: readonly Word[], text: string, lists: NumberWords, locale: Reading['locale']): Count => {
  if (words[count.next]?.text !== lists.point) return count;
  const said = spelled(words, count.next + 1, lists);
  if (said !== null) return { ...count, amount: count.amount + Number(`0.${said.digits}`), next: said.next };
  const part = countAt(words, count.next + 1, text, lists, locale, false);
  if (part === null) return count;
  const amount = count.amount + part.amount / 10 ** String(Math.trunc(part.amount)).length;
  const scale = own(lists.scales, words[part.next]?.text ?? '');
  return scale === undefined ? { ...count, amount, next: part.next } : { ...count, amount: amount * scale, next: part.next + 1 };
};

/** «Une heure et demie», "two and a half hours": the half may stand after what is counted. */
const half = (count: Count, words: readonly Word[], locale: Reading['locale']): Count => {
  const at = (n: number): string => words[n]?.text ?? '';
  const part = (n: number): { share: number; words: number } | undefined => {
    const [and, first, second] = [at(n), at(n + 1), at(n + 2)];
    if (locale === 'fr') return and === 'et' && /^(?:demie?|quart)$/.test(first) ? { share: first === 'quart' ? 0.25 : 0.5, words: 2 } : undefined;
    return and === 'and' && first === 'a' && /^(?:half|quarter)$/.test(second) ? { share: second === 'half' ? 0.5 : 0.25, words: 3 } : undefined;
  };
  const close = part(count.next);
  if (close) return { ...count, amount: count.amount + close.share, next: count.next + close.words };
  const far = part(count.next + 1);
  return far ? { ...count, amount: count.amount + far.share, halfEnds: count.next + 1 + far.words } : count;
};

const SHARES: Readonly<Record<string, number>> = { tiers: 3, thirds: 3, quarts: 4, quarters: 4 };
/** «Deux tiers», "three quarters": so many parts of one. "Two quarters" are as often half a year. */
const shares = (count: Count, words: readonly Word[]): Count => {
  const parts = own(SHARES, words[count.next]?.text ?? '');
  const whole = parts === undefined || count.amount >= parts || count.amount < (parts === 4 ? 3 : 2);
  return whole ? count : { ...count, amount: count.amount / parts, next: count.next + 1 };
};

/** The number that begins at word `at`, whole: «deux virgule cinq», "one point two million", «une heure et demie». */
export const numberAt = (words: readonly Word[], at: number, text: string, lists: NumberWords, locale: Reading['locale']): Count | null => {
  const plain = countAt(words, at, text, lists, locale);
  return plain === null ? null : half(shares(decimals(plain, words, text, lists, locale), words), words, locale);
};

/** «Un tiers» is a third as often as a third party, "a quarter" as often three months: a share is one of something, or a change by it. */
export const isShare = (words: readonly Word[], at: number): boolean => {
  const [word, previous, first, next] = [words[at]?.text ?? '', words[at - 1]?.text ?? '', words[at - 2]?.text ?? '', words[at + 1]?.text ?? ''];
  if (word === 'tiers') return !/^d?'?un$/.test(previous) || previous.startsWith("d'") || /^(?:de|des|du)$|^d'/.test(next);
  return !/^(?:third|quarter)$/.test(word) || ((previous === 'a' || previous === 'one') && (first === 'by' || next === 'of'));
};
