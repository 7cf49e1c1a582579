import type { Turn } from '@coachvisio/contract/conversation.ts';

/** Without a stop before it, what is unfinished is no longer than this: a recogniser may leave all of them out. */
const mostWords = 20;

/**
 * Where the sentence begins that somebody was cut off in. Whatever stands at its end: recognisers close with a full stop what nobody
 * closed.
 */
export function unfinishedFrom(text: string): number {
  const sentence = [...text.matchAll(/[.?!…]+["»]?\s+(?=\S)/gu)].at(-1);
  const from = sentence ? sentence.index + sentence[0].length : 0;
  const words = [...text.slice(from).matchAll(/\S+/gu)];
  return from + (words.at(-mostWords)?.index ?? 0);
}

/** The same for a turn that may have been cut; the end of its text where it was not. */
export const openEndOf = ({ text, sound }: Pick<Turn, 'text' | 'sound'>): number => (sound?.cutIn ? unfinishedFrom(text) : text.length);
