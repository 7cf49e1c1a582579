import { isShare, numberAt, own, wordsOf, type Count, type Word } from './counting.ts';
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

const WHOLLY = /(?:\ba|\bone|\bthe full| \d{0,3}|[a-z]) $/;
const MOSTLY =
  /^(?:neuf|9|huit|8|quatre vingt dix neuf|99|une|deux) fois sur (?:dix|cent|deux|10|100)(?![a-z0-9])|^(?:nine|99|9|ninety[ -]nine) times out of (?:ten|10|a hundred|100)/;

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

/** «La 12», «composez le 4040», "she's in 214,": a number with an article, or three digits in a place, names a room or a line. */
const namesPlace = (turn: Reading, count: Count, previous: string, last: Stretch): boolean =>
  turn.locale === 'fr'
    ? /^(?:la|le|au)$/.test(previous) && count.amount < 10_000 && (count.digits || count.amount < 100)
    : count.digits &&
      /^\d{3,5}$/.test(turn.text.slice(last.start, last.end)) &&
      (/\b(?:extension|room|suite|pin|code) (?:is|was|number) $/.test(turn.text.slice(Math.max(0, last.start - 24), last.start)) ||
        (previous === 'in' && /^ ?(?:[.,;!?]|$)/.test(turn.text.slice(last.end, last.end + 2))));

/** "2 out of 10 clients", «2 sur des milliers»: one figure, told in two numbers of which the second is the larger. */
const outOf = (words: readonly Word[], count: Count, turn: Reading, lists: NumberWords): { whole: number; next: number; unit: string } | null => {
  const word = (at: number): string => words[at]?.text ?? '';
  const joint = turn.locale === 'fr' ? (word(count.next) === 'sur' ? 1 : 0) : word(count.next) === 'out' && word(count.next + 1) === 'of' ? 2 : 0;
  if (joint === 0) return null;
  const at = count.next + joint;
  const many = word(at) === 'des' ? at + 1 : at;
  const amount = own(lists.amounts, word(many));
  const second = numberAt(words, at, turn.text, lists, turn.locale) ?? (amount === undefined ? null : { amount, next: many + 1 });
  if (second === null || second.amount <= count.amount) return null;
  const noun = word(second.next);
  const beside = /^[ -]$/.test(turn.text.slice(words[second.next - 1]?.end ?? 0, words[second.next]?.start ?? 0));
  const counted = beside && noun.length > 2 && !lists.uncounted.has(noun) && !isNumberWord(noun);
  return { whole: second.amount, next: second.next + (counted ? 1 : 0), unit: counted ? noun : '' };
};

/** «06 12 34 56 78», "555-0134": a telephone number, whichever of its parts is looked at. */
const PHONE = /(?<!\d)(?:0\d(?:[ .]?\d{2}){4}|(?:\(?\d{3}\)?[ .-])?\d{3}-\d{4})(?!\d)/g;
const isPhone = (turn: Reading, word: Stretch): boolean =>
  [...turn.text.slice(Math.max(0, word.start - 16), word.end + 16).matchAll(PHONE)].some((found) => {
    const start = Math.max(0, word.start - 16) + found.index;
    return start <= word.start && word.end <= start + found[0].length;
  });

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
    const bare = measure === null && sign === '';
    const labelled = bare && (lists.labels.has(previous) || (!counts && counted !== null && namesPlace(turn, count, previous, last)) || isPhone(turn, word));
    // "I'm behind that a hundred percent", "one pallet or a thousand": says wholly, or many.
    const wholly =
      count.amount === 100 &&
      measure?.unit === '%' &&
      sign === '' &&
      WHOLLY.test(turn.text.slice(Math.max(0, word.start - 12), word.start)) &&
      !/^ (?:of|de|des|du|d')(?![a-z])/.test(turn.text.slice(words[measure.next - 1]?.end ?? last.end));
    const many = !count.digits && previous === 'a' && /^(?:hundred|thousand|million)$/.test(word.text) && count.parts === 1 && bare && !counts;
    // «Neuf fois sur dix» means mostly.
    const mostly =
      MOSTLY.test(turn.text.slice(word.start, word.start + 30)) ||
      /(?:fois sur|times out of) $/.test(turn.text.slice(Math.max(0, word.start - 14), word.start));
    // «neuf» before no noun is more often "new" than nine.
    const renewed = word.text === 'neuf' && count.parts === 1 && measure === null && !counts;
    const ratio = bare ? outOf(words, count, turn, lists) : null;
    const clear = measure !== null || sign !== '' || counts || amountOf !== undefined || count.amount >= 10 || ratio !== null;
    // «Les plannings de 2022 signés par moi»: a year with a word behind it is still one.
    const year =
      count.digits && YEAR(count.amount) && measure === null && (!counts || (/^(?:de|depuis|en|in|of|since)$/.test(previous) && count.amount % 50 !== 0));
    if (
      !inDate &&
      !idiom &&
      !listed &&
      !article &&
      !pointing &&
      !labelled &&
      !uncounted &&
      !renewed &&
      !wholly &&
      !many &&
      !mostly &&
      clear &&
      !year &&
      !Number.isNaN(count.amount)
    ) {
      const ends =
        ratio === null
          ? Math.max((count.halfEnds ?? 0) - 1, measure === null ? (counts && sign === '' ? count.next : skipTo) : measure.next - 1)
          : ratio.next - 1;
      const start = sign === '' ? word.start : (words[i - 1]?.start ?? word.start);
      const unit = ratio?.unit ?? measure?.unit ?? (sign === '' ? (counts ? follower : '') : sign);
      const end = words[ends]?.end ?? last.end;
      i = ends;
      if (isAge(turn, word.start, end, unit)) continue;
      found.push({
        start,
        end,
        amount: count.amount,
        unit,
        value: `${Math.round(count.amount * 100) / 100}${ratio === null ? '' : `/${ratio.whole}`} ${unit}`.trim(),
      });
    } else i = Math.max(i, skipTo);
  }
  return found;
};
