import type { Locale } from '@coachvisio/contract/locale.ts';
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
/** Asks for a moment to think: it is granted. */
const pauses = {
  fr: ['une seconde', 'un instant', 'une minute pour', 'un moment pour', 'je peux reflechir', 'le temps de reflechir', 'laissez moi reflechir'],
  en: ['a second', 'a moment', 'a minute to think', 'let me think', 'time to think'],
} as const;

/** What a question of the learner's that has no answer in this story does to the interviewer's own. */
export const wordOnQuestion = (text: string, locale: Locale): 'clarify' | 'pause' | 'other' => {
  if (findPatterns(clarifies[locale], text).length > 0) return 'clarify';
  return findPatterns(pauses[locale], text).length > 0 ? 'pause' : 'other';
};
