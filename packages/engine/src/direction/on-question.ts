import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';

/** Asks what the question means: it is put in other words. */
const clarifies = {
  fr: [
    'c est quoi pour vous',
    'qu entendez vous par',
    'vous entendez quoi par',
    'vous voulez dire quoi',
    'que voulez vous dire',
    'dans quel sens',
    'dans quel domaine',
    'pouvez vous preciser',
    'vous pouvez preciser',
    'pourriez vous preciser',
    'c est a dire',
    'vous parlez de quoi',
  ],
  en: [
    'what do you mean',
    'mean by',
    'in what sense',
    'what exactly do you mean',
    'can you clarify',
    'could you clarify',
    'can you be more specific',
    'do you mean',
  ],
} as const;
/** «Pourquoi ?», «et alors ?»: in so few words, the same request. */
const bareClarifies = {
  fr: ['pourquoi', 'comment ca', 'et alors', 'en quoi', 'quel rapport', 'quoi', 'comme quoi', 'lequel', 'laquelle', 'lesquel*', 'par exemple', 'vous trouvez'],
  en: ['why', 'so what', 'how so', 'how come', 'what', 'like what', 'such as', 'meaning', 'which one*', 'in what way', 'for example', 'what about it'],
} as const;
const mostWordsOfBare = 5;
/** Asks for a moment to think: it is granted. */
const pauses = {
  fr: ['une seconde', 'un instant', 'une minute pour', 'un moment pour', 'je peux reflechir', 'le temps de reflechir', 'laissez moi reflechir'],
  en: ['a second', 'a moment', 'a minute to think', 'let me think', 'time to think'],
} as const;

/** What a question of the learner's that has no answer in this story does to the interviewer's own. */
export const wordOnQuestion = (text: string, locale: Locale): 'clarify' | 'pause' | 'other' => {
  if (findPatterns(clarifies[locale], text).length > 0) return 'clarify';
  if (countWords(text) <= mostWordsOfBare && findPatterns(bareClarifies[locale], text).length > 0) return 'clarify';
  return findPatterns(pauses[locale], text).length > 0 ? 'pause' : 'other';
};

/** «Vraiment ?», «vous voyez ?»: nothing but a question of a few words is no answer to one. */
export const asksInFewWords = (signals: readonly Signal[], text: string): boolean =>
  countWords(text) <= mostWordsOfBare &&
  (text.includes('?') || signals.some(({ kind }) => kind === 'open_question' || kind === 'closed_question')) &&
  !signals.some(({ kind }) => kind === 'figure' || kind === 'date');

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

/** «Vous voyez ?», «ah bon ?», "you know what I mean?": keeps the other listening, and asks for nothing. */
const keepsListening = {
  fr: ['vous voyez', 'tu vois', 'vous comprenez', 'tu comprends', 'vous savez', 'tu sais', 'vous me suivez', 'tu me suis', 'vous y etes', 'n est ce pas'],
  en: ['you see', 'you know', 'see what i mean', 'you understand', 'you follow', 'make sense', 'makes sense', 'with me'],
} as const;
/** Said alone, these do the same. */
const alone = {
  fr: ['non', 'oui', 'hein', 'ok', 'okay', 'ah', 'ah bon', 'ah oui', 'vraiment', 'c est vrai', 'et', 'et alors', 'et donc', 'alors', 'bon', 'ca va', 'et puis'],
  en: [
    'no',
    'yes',
    'yeah',
    'ok',
    'okay',
    'right',
    'oh',
    'oh really',
    'really',
    'is that so',
    'and',
    'so',
    'so what',
    'and then',
    'how are you',
    'huh',
    'ready',
  ],
} as const;
/** «Une erreur ?»: a thing just named, handed back for more. «Votre budget ?» asks for something. */
const namesAThing = /^\W*(?:une?|des|les?|la|l['’]\p{L}+|an?|the)(?:\s+\p{L}+){0,2}\W*$/iu;

/** A question of a few words that nobody answers by saying that they do not know. */
export function handsBack(text: string, locale: Locale): boolean {
  if (findPatterns(keepsListening[locale], text).length > 0 || namesAThing.test(text)) return true;
  const [found] = findPatterns(alone[locale], text);
  return found !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(0, found.start) + text.slice(found.end));
}
