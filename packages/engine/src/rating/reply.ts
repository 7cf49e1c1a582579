import type { Locale } from '@coachvisio/contract/locale.ts';
import { datesIn } from '../analysis/dates.ts';
import { findPatterns } from '../analysis/match.ts';
import { holds, read, textOf, wordsIn, type Reading, type Stretch } from '../analysis/reading.ts';
import { replyWordsEn } from './reply-words-en.ts';
import { replyWordsFr, type ReplyWords } from './reply-words-fr.ts';

/**
 * How the other takes what was said, by words of theirs that hardly mean anything else. What a turn achieved shows in the answer to it;
 * no word of the learner is judged by these lists. They find some of it, never all: silence about it proves nothing.
 */
const lists: Readonly<Record<Locale, ReplyWords>> = { fr: replyWordsFr, en: replyWordsEn };

const says = (what: keyof ReplyWords, said: string, locale: Locale): boolean => findPatterns(lists[locale][what], said).length > 0;

export const putsOff = (said: string, locale: Locale): boolean => says('off', said, locale);
/** «On continue, ou on s'arrête là ?» leaves it to the learner. */
export function turnsAway(said: string, locale: Locale): boolean {
  if (!says('away', said, locale)) return false;
  const reading = read(said, locale);
  return reading.sentences.some((sentence) => !sentence.asks && says('away', textOf(reading, sentence), locale));
}
export const objectsToTone = (said: string, locale: Locale): boolean => says('tone', said, locale);
export const agrees = (said: string, locale: Locale): boolean =>
  says('yes', said, locale) && !putsOff(said, locale) && !turnsAway(said, locale) && read(said, locale).sentences.at(-1)?.asks !== true;

/** Begins with a plain yes, and no «mais» after it. */
const BEGINS: Readonly<Record<Locale, RegExp>> = {
  fr: /^(?:bon,? |ah,? |bah,? )?(?:oui|ok|d'accord|entendu|soit|bien|parfait)(?![a-z'])(?!,? (?:mais|sauf|enfin))/,
  en: /^(?:well,? |oh,? )?(?:yes|yeah|ok|okay|sure|fine|good|great|all right|alright|deal)(?![a-z'])(?!,? (?:but|except|though))/,
};
const NO: Readonly<Record<Locale, RegExp>> = { fr: /^(?:non|ah non)(?![a-z'])/, en: /^(?:no|nope|nah)(?![a-z'])/ };

/** How last words sound: with a yes, or by telling the learner to go on, unless something is asked, missed or taken away in them. */
export function closesWithYes(said: string, locale: Locale): boolean {
  const reading = read(said, locale);
  if (says('off', said, locale) || turnsAway(said, locale) || says('tone', said, locale) || NO[locale].test(reading.text)) return false;
  return BEGINS[locale].test(reading.text) || says('yes', said, locale) || says('takes', said, locale);
}
/** «Je ne signe pas», "I'm not doing this": what the other will not do, in the first person. */
const WILL_NOT: Readonly<Record<Locale, RegExp>> = {
  fr: /\b(?:je|on|nous) (?:ne |n')(?!(?:sais|sait|savais|doute|dis|demande|m'attendais|pensais)(?![a-z]))|\bj(?:e |')[a-z']+ (?:pas|plus|jamais|rien)\b(?<!(?:sais|doute) pas)/,
  en: /\bi(?:'m| am) not (?!(?:sure|saying|asking|mad|happy))|\b(?:i|we) (?:won't|can't|cannot|don't (?!know|doubt|mind|say|care)|wouldn't|never)(?![a-z])/,
};
/** A plain no or a first-person one, and nothing that makes up for it. */
export function closesWithNo(said: string, locale: Locale): boolean {
  const { text } = read(said, locale);
  return (NO[locale].test(text) || WILL_NOT[locale].test(text)) && !says('yes', said, locale) && !says('takes', said, locale);
}

/** Begins with a no. */
export function refuses(said: string, locale: Locale): boolean {
  const answer = read(said, locale);
  const first = answer.sentences[0];
  return first !== undefined && holds(textOf(answer, first), answer.lexicon.negation);
}

/** Words of any time, whichever it is. */
const units: ReadonlySet<string> = new Set(
  'heure heures minute minutes jour jours semaine semaines mois clock hour hours minutes day days week weeks month months'.split(' '),
);
const dateWords = (text: Reading, stands: (stretch: Stretch) => boolean = () => true): string[] =>
  datesIn(text)
    .filter(stands)
    .flatMap((stretch) => wordsIn(textOf(text, stretch)).filter((word) => !text.lexicon.stop.has(word) && !units.has(word)));

/** Says a date of the learner back without asking about it: «Vendredi 11 heures, c'est noté». That stands, whatever else is put off. */
export function keepsDate(said: string, text: string, locale: Locale): boolean {
  const answer = read(said, locale);
  // «Je ne sais pas encore. À samedi, alors.» answers one thing with a no and keeps the other.
  if (datesIn(answer).length === 0 || answer.sentences.at(-1)?.asks === true || NO[locale].test(answer.text)) return false;
  const named = new Set(dateWords(read(text, locale)));
  // «Pas plus tard» and "no later" press for the date, they do not deny it.
  const denies = (sentence: string): boolean =>
    holds(sentence, answer.lexicon.negation) &&
    !/\b(?:pas (?:plus tard|apres|avant)|no later|not (?:later|after|before)|n'oubliez pas|don't forget)\b/.test(sentence);
  const stands = ({ start }: Stretch): boolean =>
    !answer.sentences.some(
      (sentence) =>
        sentence.start <= start && start < sentence.end && (sentence.asks || putsOff(textOf(answer, sentence), locale) || denies(textOf(answer, sentence))),
    );
  return dateWords(answer, stands).some((word) => named.has(word));
}
