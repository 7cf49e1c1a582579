import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Reading } from './reading.ts';

/** Who acts in an answer, as far as its pronouns tell: one's own part, that of a group, both, or nobody's. */
export type Ownership = 'i' | 'we' | 'mixed' | 'none';

/** From two thirds of the subjects on, one of the two leads; our own choice, no published norm. */
const LEADS = 2 / 3;

/** «Je ne sais pas», "I mean" hold the floor and own nothing; «on m'a demandé» is somebody else. */
const SUBJECTS: Readonly<Record<Locale, { i: RegExp; we: RegExp }>> = {
  fr: {
    i: /(?<![a-z0-9'-])(?:je |j')(?!(?:ne |n'(?:en )?|en )?(?:sais|vois|ai pas d'idee) (?:pas|plus|rien|trop)|sais pas|(?:veux|voulais) dire|dirais|pense,|crois,|suppose)/g,
    we: /(?<![a-z0-9'-])(?:(?<!(?:ils?|elles?|vous|qui|ca|nous|chez|avec|pour|entre|de|et) )nous (?!(?:a|ont|avait|avaient|disait|dit) )|on (?!(?:dit|sait|peut dire|va dire|me|te|lui|leur|vous) |m'|t'))/g,
  },
  en: {
    i: /(?<![a-z0-9'-])i(?:'m|'d|'ve|'ll)?(?= )(?! (?:mean|guess|suppose|don't know|dunno|think so)(?![a-z]))/g,
    we: /(?<![a-z0-9'-])we(?:'re|'d|'ve|'ll)?(?= )/g,
  },
};

export const ownershipIn = (turn: Reading): Ownership => {
  const { i, we } = SUBJECTS[turn.locale];
  const own = turn.text.match(i)?.length ?? 0;
  const shared = turn.text.match(we)?.length ?? 0;
  if (own + shared === 0) return 'none';
  const part = own / (own + shared);
  return part >= LEADS ? 'i' : part <= 1 - LEADS ? 'we' : 'mixed';
};
