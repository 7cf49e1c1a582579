/** When a word was said, in milliseconds from the start of its turn. */
export interface TimedWord {
  readonly text: string;
  readonly at: number;
  readonly until: number;
}

/** Characters `from` to `to` of a text, said from `at` on. */
export interface PlacedWord {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** How far ahead a word is looked for: a recogniser's words and its text differ in a figure here and there, not in sentences. */
const aheadCharacters = 60;

/** Letter for letter as long as what came in, so that places stay places. */
const plain = (text: string): string =>
  text
    .replace(/[’‘]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));

/** Finds each timed word in the text as it is shown. A word that is not there is left out; those after it are found all the same. */
export function placeWords(text: string, words: readonly TimedWord[]): PlacedWord[] {
  const shown = plain(text);
  const placed: PlacedWord[] = [];
  let after = 0;
  for (const word of words) {
    const sought = plain(word.text).trim();
    const from = sought === '' ? -1 : shown.indexOf(sought, after);
    if (from === -1 || from > after + aheadCharacters) continue;
    after = from + sought.length;
    placed.push({ from, to: after, at: word.at });
  }
  return placed;
}

/** When the words at this place begin; 0 where nobody knows. */
export const startOf = (words: readonly PlacedWord[], character: number): number => words.find(({ to }) => to > character)?.at ?? 0;
