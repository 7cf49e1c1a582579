import type { Locale } from '@coachvisio/contract/locale.ts';
import { isShare, numberAt, own, wordsOf, type Count, type Word } from './counting.ts';
import { numberWordsOf } from './number-words.ts';
import type { Reading, Stretch } from './reading.ts';

export interface SaidNumber extends Stretch {
  amount: number;
}

/** A date on the calendar or an hour of the clock names a moment and measures nothing; «en trois mois», "in two days" measure. */
const CALENDAR: Readonly<Record<Locale, { before: RegExp; after: RegExp }>> = {
  fr: {
    before:
      /(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|en|depuis|annee|juillet|juin|mai|avril|mars|fevrier|janvier|aout|septembre|octobre|novembre|decembre) (?:le )?$/,
    after: /^(?:er|e|eme|ieme)?(?: |-)?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?![a-z])/,
  },
  en: {
    before:
      /(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|in|since) (?:the )?$/,
    after:
      /^(?:st|nd|rd|th)(?![a-z])|^ (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])|^ ?(?:o'clock|am|pm|a\.m|p\.m)(?![a-z])/,
  },
};
/** «À neuf heures» tells the hour, «neuf heures de travail» how many. */
const CLOCK_FR = { before: /\b(?:a|vers|des|jusqu'a|avant|apres) $/, after: /^ ?(?:h(?![a-z])|heures?(?! (?:de|d'|par|et demie? d)))/ };
/** «Le poste est neuf», «quelque chose de neuf»: new, and not nine. */
const NEW_BEFORE = /\b(?:est|etait|tout|de|du|flambant|comme|presque|aussi|poste|produit|logiciel|materiel|vehicule|regard|oeil) $/;
const NINE_AFTER = /^ (?:a |ou |sur |et demi|virgule )|^ (?!pour |avec |dans |mais |chez |alors |donc |parce |comme )[a-z]{3}/;
/** A noun to count, and not the people or things just spoken of. */
const COUNTED = /^ (?!(?:personnes|autres|parties|cotes|premiere?s|derniere?s|pour|avec|dans|chez|mais|alors|donc|sont|etaient|avaient|vont)(?![a-z]))[a-z]{4}/;
/** What stands before and after a number, and next to it. */
interface Place {
  turn: Reading;
  count: Count;
  word: string;
  lead: string;
  rest: string;
  previous: string;
}

const SYMBOL = /^-?(?:k|m|h|kg|km|cm|mm|m2|g|l|x|st|nd|rd|th|er|e|eme)(?![a-z])/;
/** «B2B», «covid-19»: part of a name. A unit or a compound ("35-year-old") may follow a number without a blank. */
const inName = ({ count, lead, rest }: Place): boolean =>
  /[a-z]-?$/.test(lead) || (count.digits && /^-?[a-z]/.test(rest) && !SYMBOL.test(rest) && !/^-[a-z]{3}/.test(rest));

const isYear = (amount: number): boolean => Number.isInteger(amount) && amount >= 1900 && amount <= 2100;
const DAY_BEFORE = /(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:le )?$/;

const isMoment = ({ turn, count, lead, rest }: Place): boolean => {
  const { before, after } = CALENDAR[turn.locale];
  const year = isYear(count.amount) && !/^ ?[%€$£]/.test(rest) && (before.test(lead) || !/^ [a-z]{3}/.test(rest));
  const hour = turn.locale === 'fr' && (/^ ?h ?\d{2}/.test(rest) || (CLOCK_FR.before.test(lead) && CLOCK_FR.after.test(rest)));
  return after.test(rest) || year || hour || (count.digits && DAY_BEFORE.test(lead)) || /^[:/]\d/.test(rest) || /\d[:/]$/.test(lead);
};

/** A number word that counts nothing: an article, a mere pointer, «neuf» for new, the hundred of a percentage. */
const countsNothing = ({ turn, count, word, lead, rest, previous }: Place): boolean => {
  if (count.digits) return false;
  const single = count.parts === 1;
  const article = single && count.amount === 1 && !/^ ?(?:%|percent|pour ?cent)/.test(rest);
  // «Les deux personnes», "both" point back at what is known. «Mes deux collègues» says how many there are.
  // «Les deux courbes» does too: what is counted stands behind the number.
  const points =
    count.amount < 10 &&
    (/^(?:both|these|those)$/.test(previous) || (/^(?:les|aux|des|ces)$/.test(previous) && (/(?:^|[.!?] ?)les $/.test(lead) || !COUNTED.test(rest))));
  const renewed =
    turn.locale === 'fr' && !/\b(?:on|nous|ils|elles) (?:\w+ )?$/.test(lead) && single && word === 'neuf' && NEW_BEFORE.test(lead) && !NINE_AFTER.test(rest);
  return article || points || renewed || (single && word === 'cent' && /^(?:pour|per)$/.test(previous));
};

/** "An hour and a half": the half adds to the one before it. */
const ONE_AND = /\b(?:a|an) [a-z]{3,10} and a $/;

/** «Une trentaine», "half", "twice": a quantity without being a number. "Doubled" tells a change. */
const amountAt = (words: readonly Word[], at: number, lead: string, amounts: Readonly<Record<string, number>>): Count | null => {
  const word = words[at]?.text ?? '';
  const amount = own(amounts, word);
  // «Un tiers» is a third as often as a third party.
  if (amount === undefined || word.endsWith('ed') || !isShare(words, at)) return null;
  return { amount: ONE_AND.test(lead) ? amount + 1 : amount, next: at + 1, digits: true, parts: 1 };
};

/**
 * Numbers that somebody said, in words or digits, with the quantities in deadlines and ages and without dates, years, hours,
 * names of things («page 4») and articles. What a figure proves is another question: see `figuresIn`.
 */
export const numbersIn = (turn: Reading): SaidNumber[] => {
  const lists = numberWordsOf(turn.locale);
  const words = wordsOf(turn.text);
  const found: SaidNumber[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) continue;
    const previous = words[i - 1]?.text ?? '';
    const lead = turn.text.slice(Math.max(0, word.start - 24), word.start);
    const count = numberAt(words, i, turn.text, lists, turn.locale) ?? amountAt(words, i, lead, lists.amounts);
    if (count === null) continue;
    const last = words[count.next - 1] ?? word;
    const place: Place = { turn, count, word: word.text, lead, rest: turn.text.slice(last.end, last.end + 24), previous };
    const named = lists.labels.has(previous) || (!count.digits && lists.idioms.has(words[count.next]?.text ?? ''));
    if (!named && !inName(place) && !isMoment(place) && !countsNothing(place) && Number.isFinite(count.amount))
      found.push({ start: word.start, end: last.end, amount: count.amount });
    i = Math.max(count.next, count.halfEnds ?? 0) - 1;
  }
  return found;
};
