import type { Turn } from '@coachvisio/contract/conversation.ts';

/** Stands for a turn of which no word was heard. */
const nothing = '…';

export interface Cut {
  readonly text: string;
  readonly unheard: string;
}

/** A turn that was whole, and of which only `heard` was heard; null when that is all of it. */
export function cutTurn(whole: string, heard: string): Cut | null {
  const unheard = whole.slice(heard.length).trim();
  // A mark that is left is no word: all of it was heard.
  if (!/[\p{L}\p{N}]/u.test(unheard) || !whole.startsWith(heard)) return null;
  return { text: heard.trim() === '' ? nothing : heard.trimEnd(), unheard };
}

/** What was heard of a turn, to the letter. */
export const heardOf = ({ text, unheard }: Pick<Turn, 'text' | 'unheard'>): string => (unheard !== undefined && text === nothing ? '' : text);

/** The turn as it was worded. */
export const wholeOf = (turn: Pick<Turn, 'text' | 'unheard'>): string => (turn.unheard === undefined ? turn.text : `${heardOf(turn)} ${turn.unheard}`.trim());

/** The turns after one of them was cut. */
export const withCut = (turns: readonly Turn[], seq: number, { text, unheard }: Cut): Turn[] =>
  turns.map((turn) => (turn.seq === seq ? { ...turn, text, unheard } : turn));
