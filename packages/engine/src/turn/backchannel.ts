import type { Locale } from '@coachvisio/contract/locale.ts';

/** What a listener says to show that they listen. */
const signs: Readonly<Record<Locale, ReadonlySet<string>>> = {
  fr: new Set([
    'oui',
    'ouais',
    'mm',
    'mmm',
    'mhm',
    'hm',
    'hum',
    'humhum',
    "d'accord",
    'ok',
    'okay',
    'ah',
    'oh',
    'voilà',
    'exact',
    'exactement',
    'bien',
    'bon',
    'entendu',
    'certes',
    'ah oui',
    'bien sûr',
    'je vois',
    'je comprends',
    'tout à fait',
    'oui oui',
    'en effet',
    'ça marche',
    'très bien',
  ]),
  en: new Set([
    'yes',
    'yeah',
    'yep',
    'mm',
    'mmm',
    'mhm',
    'mm-hmm',
    'uh-huh',
    'hm',
    'okay',
    'ok',
    'right',
    'sure',
    'ah',
    'oh',
    'exactly',
    'i see',
    'got it',
    'of course',
    'all right',
    'alright',
    'good',
    'fine',
    'true',
    'very well',
  ]),
};

/** More signs than this in a row want something. */
const mostSigns = 2;

/** Voice that lasts longer than this is an interruption before a word of it is understood, in milliseconds: about three words. */
export const surelyInterruptsMs = 900;

/** Whether words said into the persona's are only a sign of listening: it goes on speaking. No words at all are none either. */
export function isBackchannel(text: string, locale: Locale): boolean {
  if (text.includes('?')) return false;
  let rest = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[.!…,;:\s]+/gu, ' ')
    .trim();
  for (let most = mostSigns; rest !== '' && most > 0; most -= 1) {
    // The longest sign first: «oui oui» before «oui».
    const sign = [...signs[locale]].filter((each) => rest === each || rest.startsWith(`${each} `)).sort((a, b) => b.length - a.length)[0];
    if (sign === undefined) return false;
    rest = rest.slice(sign.length).trim();
  }
  return rest === '';
}
