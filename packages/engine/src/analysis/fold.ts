import { missingApostrophes } from './elisions.ts';

/**
 * Text in the form the rules read: lower case, no accents, straight apostrophes, single spaces. Recognisers and
 * keyboards disagree about all of these, and none of them changes what was said. Every folded character remembers where
 * it came from, so that a quote is cut from the learner's own words.
 */
export interface Folded {
  readonly text: string;
  /** Original offset of each folded character, and one more entry for the end. */
  readonly at: readonly number[];
}

const REPLACED: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '′': "'",
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  '…': '.',
  '‑': '-',
  '‐': '-',
  '–': ',',
  '—': ',',
  '؟': '?',
  '？': '?',
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
};
const DROPPED = /[\p{M}\u200b-\u200d\u2060\ufeff\u00ad]/u;
const BLANK = /[\s\u00a0\u202f]/;

const foldUnit = (unit: string): string => {
  if (unit === '\n') return unit;
  if (BLANK.test(unit)) return ' ';
  const lower = unit.toLowerCase();
  if (lower < '\u0080') return lower === '`' ? "'" : lower;
  const replaced = REPLACED[lower];
  if (replaced !== undefined) return replaced;
  if (DROPPED.test(lower)) return '';
  return lower.normalize('NFD').replace(/\p{M}/gu, '');
};

export const fold = (source: string): Folded => {
  const units: string[] = [];
  const at: number[] = [];
  let last = '\n';
  for (let i = 0; i < source.length; i += 1) {
    // Two hyphens are how transcribers write a dash: they part what one hyphen would join.
    const dash = source.charAt(i) === '-' && source.charAt(i + 1) === '-';
    for (const unit of (dash ? ',' : source.charAt(i - 1) === '-' && source.charAt(i) === '-' ? '' : foldUnit(source.charAt(i))).split('')) {
      if (unit === ' ' && (last === ' ' || last === '\n')) continue;
      units.push(unit);
      at.push(i);
      last = unit;
    }
  }
  at.push(source.length);
  return withApostrophes({ text: units.join(''), at });
};

/** An apostrophe put back stands where the letter before it stood, so that no quote gets longer by it. */
const withApostrophes = (folded: Folded): Folded => {
  const places = missingApostrophes(folded.text);
  if (places.length === 0) return folded;
  const parts: string[] = [];
  const at: number[] = [];
  let from = 0;
  for (const place of [...places, folded.text.length]) {
    parts.push(folded.text.slice(from, place));
    for (let i = from; i < place; i += 1) at.push(folded.at[i] ?? 0);
    if (place < folded.text.length) at.push(folded.at[place - 1] ?? 0);
    from = place;
  }
  at.push(folded.at[folded.text.length] ?? 0);
  return { text: parts.join("'"), at };
};

/** `folded` without the stretches `drop` finds; what stays keeps its place in the original. */
export const without = (folded: Folded, drop: RegExp): Folded => {
  const kept: string[] = [];
  const at: number[] = [];
  let from = 0;
  const keep = (to: number): void => {
    kept.push(folded.text.slice(from, to));
    for (let i = from; i < to; i += 1) at.push(folded.at[i] ?? 0);
  };
  for (const found of folded.text.matchAll(drop)) {
    keep(found.index);
    from = found.index + found[0].length;
  }
  keep(folded.text.length);
  at.push(folded.at[folded.text.length] ?? 0);
  return { text: kept.join(''), at };
};

/** Where folded characters `start` to `end` stand in the original. Ends after the last character, its accents included. */
export const original = (folded: Folded, start: number, end: number, source: string): { start: number; end: number } => {
  const from = folded.at[start] ?? 0;
  let to = (folded.at[end - 1] ?? from) + 1;
  while (to < source.length && /\p{M}/u.test(source.charAt(to))) to += 1;
  return { start: from, end: to };
};
