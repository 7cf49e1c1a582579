import type { Locale } from '@coachvisio/contract/locale.ts';
import { numberAt, own, wordsOf } from './counting.ts';
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
const isYear = (amount: number): boolean => Number.isInteger(amount) && amount >= 1900 && amount <= 2100;

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
    const amountOf = own(lists.amounts, word.text);
    const counted = numberAt(words, i, turn.text, lists, turn.locale);
    const vague = counted === null && amountOf !== undefined && !/ed$/.test(word.text) && !(turn.locale === 'fr' && word.text === 'tiers' && previous === 'un');
    const count =
      counted ??
      (vague
        ? {
            amount: /\b(?:a|an) [a-z]{3,10} and a $/.test(turn.text.slice(Math.max(0, word.start - 24), word.start)) ? 1.5 : amountOf,
            next: i + 1,
            digits: true,
            parts: 1,
          }
        : null);
    if (count === null) continue;
    const last = words[count.next - 1] ?? word;
    i = Math.max(count.next, count.halfEnds ?? 0) - 1;
    const lead = turn.text.slice(Math.max(0, word.start - 24), word.start);
    const rest = turn.text.slice(last.end, last.end + 24);
    const follower = words[count.next]?.text ?? '';
    const calendar = CALENDAR[turn.locale];
    const inName =
      /[a-z]-?$/.test(lead) ||
      (count.digits && /^-?[a-z]/.test(rest) && !/^-?(?:k|m|h|kg|km|cm|mm|m2|g|l|x|st|nd|rd|th|er|e|eme)(?![a-z])/.test(rest) && !/^-[a-z]{3}/.test(rest));
    const dated =
      calendar.after.test(rest) ||
      (isYear(count.amount) && !/^ ?[%€$£]/.test(rest) && (calendar.before.test(lead) || !/^ [a-z]{3}/.test(rest))) ||
      (count.digits && /(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:le )?$/.test(lead)) ||
      (turn.locale === 'fr' && CLOCK_FR.before.test(lead) && CLOCK_FR.after.test(rest)) ||
      (turn.locale === 'fr' && /^ ?h ?\d{2}/.test(rest)) ||
      /^[:/]\d/.test(rest) ||
      /\d[:/]$/.test(lead);
    const article = !count.digits && count.amount === 1 && count.parts === 1 && !/^ ?(?:%|percent|pour ?cent)/.test(rest);
    // «Les deux personnes», "both": points back at what is known. «Mes deux collègues» says how many there are.
    const pointing = !count.digits && count.amount < 10 && /^(?:les|aux|des|ces|both|these|those)$/.test(previous);
    const renewed = turn.locale === 'fr' && word.text === 'neuf' && count.parts === 1 && NEW_BEFORE.test(lead) && !NINE_AFTER.test(rest);
    const percent = word.text === 'cent' && count.parts === 1 && /^(?:pour|per)$/.test(previous);
    const idiom = !count.digits && lists.idioms.has(follower);
    if (!inName && !dated && !article && !pointing && !renewed && !percent && !idiom && !lists.labels.has(previous) && Number.isFinite(count.amount))
      found.push({ start: word.start, end: last.end, amount: count.amount });
  }
  return found;
};
