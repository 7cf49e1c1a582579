import type { Locale } from '@coachvisio/contract/locale.ts';

const noBreak = '\u00a0';
/** Narrower, as French sets it before «;», «?» and «!». */
const thin = '\u202f';

/** Sets a text as a printer would: curly apostrophes and quotation marks, and in French the spaces that must not break. */
export function typeset(text: string, locale: Locale): string {
  return locale === 'fr' ? french(text) : english(text);
}

export const quoted = (text: string, locale: Locale): string => (locale === 'fr' ? `«${noBreak}${text}${noBreak}»` : `“${text}”`);

function french(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=[\p{L}\d«])/gu, '’')
    .replace(/[ \u00a0](?=[;?!])/g, thin)
    .replace(/ (?=[:»%€])/g, noBreak)
    .replace(/« /g, `«${noBreak}`)
    .replace(/(?<=\d) (?=\d{3}(?!\d)|(?:min|h|heures?|s|ans|jours?|mots|euros)(?!\p{L}))/gu, noBreak);
}

function english(text: string): string {
  return text
    .replace(/(?<=[\p{L}\d])'/gu, '’')
    .replace(/'(?=\p{L})/gu, '‘')
    .replace(/(?<=^|[\s([])"/g, '“')
    .replace(/"/g, '”');
}
