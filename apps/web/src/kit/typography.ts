import type { Locale } from '@coachvisio/contract/locale.ts';

const noBreak = '\u00a0';

/**
 * Sets a text as a printer would: apostrophes, quotation marks, and in French the no-break spaces that keep
 * a punctuation mark, a unit or a guillemet beside its word. Every replacement is one sign for one sign, so that the
 * offsets of a quote or of the word being spoken stay true.
 */
export function typeset(text: string, locale: Locale): string {
  return locale === 'fr' ? french(text) : english(text);
}

function french(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, '’')
    .replace(/ (?=[;:?!»%€])/g, noBreak)
    .replace(/« /g, `«${noBreak}`)
    .replace(/(?<=\d) (?=\d{3}(?!\d)|(?:min|h|s|ans|jours|euros)\b)/g, noBreak);
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
