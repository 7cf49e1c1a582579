import type { Locale } from '@coachvisio/contract/locale.ts';
import { figuresIn } from '../analysis/figures.ts';
import { read, type Reading } from '../analysis/reading.ts';
import { stemSet } from '../analysis/stems.ts';

/** «Vol», «bus», "PDF": too short to be cut down to a stem, and yet what a conversation may be about. */
const shortWords = ({ text, lexicon }: Reading): string[] =>
  (text.match(/(?<![a-z0-9])[a-z]{3}(?![a-z0-9'])/g) ?? []).filter((word) => !lexicon.stop.has(word));

/** Content words and figures of a text, each once. */
const contentOf = (text: Reading): ReadonlySet<string> => new Set([...stemSet(text), ...shortWords(text), ...figuresIn(text, []).map(({ value }) => value)]);

/**
 * How many different content words and figures of what the other said stand in a turn. Shared words alone prove nothing (half of
 * all good answers share none), so no rule lowers a level for want of them; several of them are one sign of uptake among others.
 */
export function takenUp(text: string, before: string, locale: Locale): number {
  if (before === '') return 0;
  const heard = contentOf(read(before, locale));
  return [...contentOf(read(text, locale))].filter((one) => heard.has(one)).length;
}
