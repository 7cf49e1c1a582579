import type { WordMark } from '@coachvisio/contract/speech.ts';

/** One sentence as it was sent to be played. */
export interface SpokenSentence {
  /** Characters of the turn. */
  readonly from: number;
  readonly to: number;
  readonly durationMs: number;
  /** Empty where nobody knows when each word begins: then it is taken to be spoken evenly. */
  readonly words: readonly WordMark[];
}

/** A word of which less than this was played, in milliseconds, was not heard. */
const leastHeardMs = 120;

/**
 * How many characters of a turn were heard when `playedMs` of its sound had been played: whole words only.
 *
 * @param sentences in the order in which they are played, without gaps
 */
export function charactersHeard(sentences: readonly SpokenSentence[], playedMs: number): number {
  let start = 0;
  let heard = 0;
  for (const sentence of sentences) {
    const into = playedMs - start;
    if (into <= 0) break;
    if (into >= sentence.durationMs) heard = sentence.to;
    else return Math.max(heard, charactersInto(sentence, into));
    start += sentence.durationMs;
  }
  return heard;
}

function charactersInto({ from, to, durationMs, words }: SpokenSentence, into: number): number {
  if (words.length === 0) return from + Math.floor((to - from) * (into / durationMs));
  return words.findLast(({ at }) => into >= at + leastHeardMs)?.to ?? 0;
}

/** Cuts a text after so many characters, at the end of a word. */
export function cutAtWord(text: string, characters: number): string {
  if (characters >= text.length) return text;
  const cut = text.slice(0, characters);
  const whole = /[\p{L}\p{N}]/u.test(text.charAt(characters)) ? cut.replace(/[\p{L}\p{N}'’-]+$/u, '') : cut;
  return whole.trimEnd();
}
