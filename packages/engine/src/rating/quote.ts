import type { Quote } from '@coachvisio/contract/report.ts';
import type { Spot } from './heard.ts';

/** Longer than two lines of a column, a quote is no longer read. */
const MOST = 160;
/** «Moi.» proves little alone: a short sentence takes its neighbour along. */
const SHORT = 25;

interface Stretch {
  start: number;
  end: number;
}

/** The clause or sentence around a spot, in the learner's exact words; null when no whole words can be shown there. */
export function quoteAt({ turn, start, end }: Spot): Quote | null {
  const { text } = turn;
  if (!(start >= 0 && start < end && end <= text.length)) return null;
  const stretch = trimmed(text, extent(text, { start, end }));
  if (stretch.start >= stretch.end || stretch.end - stretch.start > MOST) return null;
  return { seq: turn.seq, start: stretch.start, end: stretch.end, text: text.slice(stretch.start, stretch.end), atMs: turn.atMs };
}

export const overlap = (a: Quote, b: Quote): boolean => a.seq === b.seq && a.start < b.end && b.start < a.end;

function extent(text: string, spot: Stretch): Stretch {
  const sentences = cut(text, { start: 0, end: text.length }, /[.!?…]+["»”')\]]*(?=\s|$)|\n+/g);
  const whole = covering(sentences, spot);
  const size = whole.end - whole.start;
  if (size <= MOST) return size < SHORT ? grown(text, sentences, whole, SHORT) : whole;
  const clauses = cut(text, whole, /[,;:—–]+(?=\s|$)/g);
  const clause = covering(clauses, spot);
  if (trimmedSize(text, clause) <= MOST) return grown(text, clauses, clause, MOST);
  return wordsFrom(text, whole, spot);
}

/** Pieces of `within`, each ending after a boundary. */
function cut(text: string, within: Stretch, boundary: RegExp): Stretch[] {
  const pieces: Stretch[] = [];
  let from = within.start;
  for (const found of text.slice(within.start, within.end).matchAll(boundary)) {
    const to = within.start + found.index + found[0].length;
    if (text.slice(from, to).trim() !== '') pieces.push({ start: from, end: to });
    from = to;
  }
  if (text.slice(from, within.end).trim() !== '') pieces.push({ start: from, end: within.end });
  return pieces;
}

function covering(pieces: readonly Stretch[], spot: Stretch): Stretch {
  const touched = pieces.filter((piece) => piece.start < spot.end && spot.start < piece.end);
  // A signal may reach over a boundary by its last character only; the piece where it begins is what it is about.
  const first = touched[0] ?? spot;
  const last = touched.findLast((piece) => Math.min(piece.end, spot.end) - Math.max(piece.start, spot.start) > 2) ?? first;
  return last.end - first.start <= MOST ? { start: first.start, end: last.end } : first;
}

/** Takes pieces along, after it and then before it, until it reads as something said; never past the limit. */
function grown(text: string, pieces: readonly Stretch[], core: Stretch, enough: number): Stretch {
  let { start, end } = core;
  for (const piece of pieces) {
    if (piece.start < end || end - start >= enough) continue;
    if (trimmedSize(text, { start, end: piece.end }) > MOST) break;
    end = piece.end;
  }
  for (const piece of pieces.toReversed()) {
    if (piece.end > start || end - start >= enough) continue;
    if (trimmedSize(text, { start: piece.start, end }) > MOST) break;
    start = piece.start;
  }
  return { start, end };
}

function wordsFrom(text: string, within: Stretch, spot: Stretch): Stretch {
  let start = spot.start;
  while (start > within.start && /\S/.test(text.charAt(start - 1))) start -= 1;
  let end = start;
  for (const word of text.slice(start, within.end).matchAll(/\S+/g)) {
    const to = start + word.index + word[0].length;
    if (to - start > MOST) break;
    end = to;
  }
  return { start, end };
}

const trimmedSize = (text: string, stretch: Stretch): number => {
  const { start, end } = trimmed(text, stretch);
  return end - start;
};

function trimmed(text: string, { start, end }: Stretch): Stretch {
  while (start < end && /[\s,;:—–]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s,;:—–]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
