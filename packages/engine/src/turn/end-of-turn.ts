import type { Locale } from '@coachvisio/contract/locale.ts';
import { fillersIn } from '../analysis/fillers.ts';

/** How what was said so far ends. */
export type Ending =
  /** A question, or words that hand over: nobody goes on after them. */
  | 'handed_over'
  /** A sentence that could be the last. */
  | 'closed'
  /** A clause that asks for more: it stops on a connector, an article, a verb without its complement. */
  | 'open'
  /** A hesitation: the next word is being looked for. */
  | 'searching';

/**
 * Silence that ends a turn, in milliseconds, by how the words end. People think in the middle of what they say: pauses of
 * 0.5-1.1 s within a turn are ordinary, so nothing but words that hand over is answered before 1.2 s. In conversation the
 * gap before an answer is 0-500 ms, most often 200 (Stivers et al. 2009, doi 10.1073/pnas.0903616106).
 */
export const endOfTurnMs: Readonly<Record<Ending, number>> = { handed_over: 450, closed: 1200, open: 2200, searching: 2600 };

/** Words after which a clause is not over. */
const opensFr = new Set(
  (
    'et ou mais donc or ni car que qu qui quoi dont où si comme quand lorsque puisque parce pour par avec sans sous sur dans chez vers entre depuis pendant avant après ' +
    'de du des d à au aux en le la les l un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ' +
    'je j tu il elle on nous vous ils elles ne n me m te t se s y très ' +
    'est sont suis es êtes sommes était étaient a ai as avons avez ont avait avaient va vais vont peut peux pouvez doit dois devez veut veux voulez faut ' +
    'puis ensuite alors enfin c ça-dire'
  ).split(' '),
);
const opensEn = new Set(
  (
    'and or but so nor because that which who whom whose where when while if as than then of to in on at by for with without from into about over under between since during before after ' +
    "the a an this these those my your his her its our their i you he she we they it's i'm we're they're you're there's that's " +
    "is are was were be been am has have had do does did will would can could should must may might very not don't didn't won't can't"
  ).split(' '),
);
const opens: Readonly<Record<Locale, ReadonlySet<string>>> = { fr: opensFr, en: opensEn };

/** Words that hand over, at the very end. */
const handsOver: Readonly<Record<Locale, RegExp>> = {
  fr: /(?:qu['’]en (?:pensez|dites|penses|dis)[- ](?:vous|tu)|à vous|je vous écoute|dites[- ]moi|voilà(?: tout)?|c['’]est tout|ça vous va|d['’]accord pour vous|n['’]est[- ]ce pas|au revoir|bonne (?:journée|soirée))$/u,
  en: /(?:what do you think|your turn|i'm listening|go ahead|tell me|that's (?:it|all)|does that work(?: for you)?|is that (?:ok|okay|fine|all right)|right|goodbye|bye|have a good (?:day|one|evening))$/u,
};

/** A question that a recogniser wrote without its mark. */
const asks: Readonly<Record<Locale, RegExp>> = {
  fr: /^(?:(?:et|mais|alors|donc|du coup|bon|d['’]accord|ok) )*(?:est-ce que|qu['’]est-ce|pourquoi|comment|combien|quand|où |qui |que |quel(?:le)?s? |à quel|de quel|dans quel|pour quel|lequel|laquelle|pouvez-vous|pourriez-vous|avez-vous|êtes-vous|voulez-vous|souhaitez-vous|savez-vous|pensez-vous)/u,
  en: /^(?:(?:and|but|so|okay|ok|well|right) )*(?:what|why|how|when|where|who|which|can you|could you|would you|do you|did you|are you|is there|is it|have you|will you|should we|shall we)\b/u,
};

/** A question shorter than this may still be its own introduction («comment dire»). */
const leastAsked = 4;

/** How the words end, from their text alone, with or without punctuation. */
export function endingOf(text: string, locale: Locale): Ending {
  const said = text.trim();
  const last = fillersIn(said, locale).at(-1);
  const isCut = /(?:…|\.\.\.|-)$/u.test(said);
  const unpunctuated = said.replace(/[\s.?!…,;:-]+$/u, '').toLowerCase();
  if (handsOver[locale].test(unpunctuated)) return 'handed_over';
  if (last && last.end >= unpunctuated.length && !said.endsWith('?')) return 'searching';
  if (isCut || /[,;:]$/u.test(said)) return 'open';
  const lastWord = unpunctuated.replaceAll('’', "'").split(/\s+/u).at(-1) ?? '';
  // «que l'», «parce qu'»: what stands after the last apostrophe, or before it at the end.
  const lastPart = lastWord.split("'").findLast((part) => part !== '') ?? '';
  if ((opens[locale].has(lastWord) || opens[locale].has(locale === 'fr' ? lastPart : lastWord)) && !/[.?!]$/u.test(said)) return 'open';
  const sentence = unpunctuated.split(/[.?!]\s+/u).at(-1) ?? '';
  if (said.endsWith('?') || (asks[locale].test(sentence) && sentence.split(/\s+/u).length >= leastAsked)) return 'handed_over';
  return 'closed';
}

export interface EndOfTurnSetting {
  /** Multiplies the waits: 1 as written; a scenario whose answers are stories asks for more. */
  readonly patience: number;
  /** The learner tells a story (an answer with parts): more comes after a closed sentence than not. */
  readonly inStory: boolean;
}

/** The silence after which these words are a turn, in milliseconds since the last sound. Nothing understood is no turn: null. */
export function silenceThatEnds(text: string, locale: Locale, { patience, inStory }: EndOfTurnSetting): number | null {
  if (text.trim() === '') return null;
  const ending = endingOf(text, locale);
  const wait = endOfTurnMs[ending === 'closed' && inStory ? 'open' : ending];
  return Math.round(wait * (ending === 'handed_over' ? 1 : patience));
}
