import type { Locale } from '@coachvisio/contract/locale.ts';
import { findPatterns } from '../analysis/match.ts';

/** Words with which somebody puts a decision off. A date named right after them is the learner's alone: nobody agreed to it. */
const words: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    'on verra',
    'je verrai',
    'nous verrons',
    'je vais y réfléchir',
    'je vais réfléchir',
    'je réfléchis',
    "laissez-moi le temps d'y réfléchir",
    'laissez-moi réfléchir',
    'pas pour le moment',
    "pas pour l'instant",
    'pas maintenant',
    'pas tout de suite',
    "je ne m'engage pas",
    'je ne promets rien',
    'je vous recontacterai',
    'je reviendrai vers vous',
    "envoyez d'abord",
    "envoyez-moi d'abord",
  ],
  en: [
    "we'll see",
    "I'll see",
    'then maybe',
    'maybe later',
    "I'll think about it",
    'let me think about it',
    'I need to think',
    'not right now',
    'not now',
    'not yet',
    'not at the moment',
    'no promises',
    "I'm not committing",
    "I'll get back to you",
    "I'll be in touch",
    'send that first',
    'send it first',
  ],
};

export const putsOff = (said: string, locale: Locale): boolean => findPatterns(words[locale], said).length > 0;
