import type { Locale } from '@coachvisio/contract/locale.ts';

const noBreak = '\u00a0';
/** Narrower, as French sets it before «;», «?» and «!». */
const thin = '\u202f';

/**
 * Sets a text as a printer would, on the screen as on paper: apostrophes, quotation marks, and in French the no-break spaces
 * that keep a punctuation mark, a unit or a guillemet beside its word. Every replacement is one sign for one sign, so that
 * the offsets of a quote or of the word being spoken stay true; a text that is set already stays as it is.
 */
export function typeset(text: string, locale: Locale): string {
  return locale === 'fr' ? french(text) : english(text);
}

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

/** Words between the quotation marks of their language, set. */
export function quoted(text: string, locale: Locale): string {
  return locale === 'fr' ? typeset(`« ${text} »`, locale) : `“${typeset(text, locale)}”`;
}
