import type { Viseme, VisemeMark, WordMark } from '@coachvisio/contract/speech.ts';

/** Letters stand in for sounds, French and English alike: near enough for a mouth whose sound brings no times of its own. */
const shapes: readonly (readonly [RegExp, Viseme])[] = [
  [/^(?:ou|oo|u|û|ù|ü|w)/u, 'U'],
  [/^(?:eau|au|o|ô|ö)/u, 'O'],
  [/^(?:ai|ei|e|é|è|ê|ë|œ)/u, 'E'],
  [/^(?:a|à|â)/u, 'aa'],
  [/^(?:i|î|ï|y)/u, 'I'],
  [/^(?:ch|sh|j|ge)/u, 'CH'],
  [/^(?:th)/u, 'TH'],
  [/^(?:ph|f|v)/u, 'FF'],
  [/^(?:m|b|p)/u, 'PP'],
  [/^(?:s|z|ç|x)/u, 'SS'],
  [/^(?:n|l)/u, 'nn'],
  [/^(?:r)/u, 'RR'],
  [/^(?:d|t)/u, 'DD'],
  [/^(?:c|k|q|g|h)/u, 'kk'],
];

/** A space between words lasts as long as this share of a letter; a breath as long as so many. */
const spaceLetters = 0.4;
const breathLetters = 3;

export interface Marks {
  readonly visemes: readonly VisemeMark[];
  readonly words: readonly WordMark[];
}

/**
 * When each word of a text is said, and with what mouth, if it is said evenly: for a voice that gives no times.
 *
 * @param offset the text's first character in its turn
 */
export function guessMarks(text: string, durationMs: number, offset = 0): Marks {
  const words = [...text.matchAll(/[^\s]+/gu)].map((found) => {
    const letters = found[0].replaceAll(/[^\p{L}\p{N}]/gu, '');
    const breath = /[,.;:?!…]$/u.test(found[0]) ? breathLetters : spaceLetters;
    return { from: found.index, to: found.index + found[0].length, letters: letters.toLowerCase(), weight: Math.max(1, letters.length), breath };
  });
  const total = words.reduce((sum, { weight, breath }) => sum + weight + breath, 0);
  const perLetter = total === 0 ? 0 : durationMs / total;
  let at = 0;
  const visemes: VisemeMark[] = [];
  const marks: WordMark[] = [];
  for (const { from, to, letters, weight, breath } of words) {
    marks.push({ at: Math.round(at), from: offset + from, to: offset + to });
    let within = at;
    for (let rest = letters; rest !== '';) {
      const shape = shapes.find(([pattern]) => pattern.test(rest));
      const length = shape?.[0].exec(rest)?.[0].length ?? 1;
      if (shape) visemes.push({ at: Math.round(within), viseme: shape[1] });
      within += perLetter * length;
      rest = rest.slice(length);
    }
    at += perLetter * weight;
    if (breath > spaceLetters) visemes.push({ at: Math.round(at), viseme: 'sil' });
    at += perLetter * breath;
  }
  return { visemes, words: marks };
}
