import type { Locale } from '@coachvisio/contract/locale.ts';
import { findPatterns } from '../analysis/match.ts';
import { read, textOf } from '../analysis/reading.ts';

/** Asks an answer for what it left out; a new question is longer. */
const words: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    "c'est-à-dire ?",
    'un exemple',
    'cas précis',
    'cas concret',
    'plus précis',
    'plus précise',
    'soyez précis',
    'trop général',
    'trop vague',
    "c'est vague",
    'assez vague',
    'votre part',
    'votre rôle à vous',
    'vous, personnellement',
    'vous-même ?',
    'ça veut dire quoi',
    'ça veut dire ?',
    'prenons-en une',
    'prenons-en un',
    'et vous, vous',
    'vous dites on',
    'vous dites nous',
    'beaucoup de nous',
    'un chiffre ?',
    'quel chiffre',
  ],
  en: [
    'specific example',
    'an example',
    'one example',
    'be specific',
    'more specific',
    'too general',
    'too vague',
    'pretty vague',
    'what do you mean',
    'your part',
    'do yourself',
    'you personally',
    'what does that mean',
    'meaning what',
    'specific one',
    'pick one',
    'your own part',
    'your role in that',
    'you keep saying we',
    'a lot of we',
    'looking for one',
    'a number ?',
    'what number',
  ],
};
/** «Donnez-nous un exemple où vous avez gardé votre sang-froid» is the next question. */
const SHORT_REQUEST = 7;

export function asksForMore(said: string, locale: Locale): boolean {
  const reading = read(said, locale);
  return reading.sentences.some((sentence) => {
    const ends = sentence.asks ? '?' : '';
    return sentence.words <= SHORT_REQUEST && findPatterns(words[locale], `${textOf(reading, sentence)} ${ends}`).length > 0;
  });
}
