import type { Turn } from '@coachvisio/contract/conversation.ts';
import { RaterAnswer, RaterRefusal, type RaterProblem } from '@coachvisio/contract/rating.ts';
import type { Quote } from '@coachvisio/contract/report.ts';
import { quoteAt } from '../quote.ts';
import type { Level } from '../rating.ts';

/** What code makes of a rater's answer: a level with quotes that were really said, or the reason why it does not count. */
export type RaterReading =
  | { readonly problem: null; readonly level: Level; readonly quotes: readonly Quote[]; readonly reason: string }
  | { readonly problem: RaterProblem; readonly level: null; readonly quotes: readonly []; readonly reason: string | null };

/** Longer reasons are not kept: one sentence was asked for. */
const LONGEST_REASON = 600;
/** Longer, a quote shows the sentence in which it begins, like those of the rules. */
const LONGEST_QUOTE = 160;
/** «De», «5» stand in any conversation and prove nothing. */
const FEWEST_LETTERS = 3;

export const notCounted = (problem: RaterProblem, reason: string | null = null): RaterReading => ({ problem, level: null, quotes: [], reason });

/** Reads the raw text of one answer against the turns it is about. */
export function readRater(raw: string, turns: readonly Turn[]): RaterReading {
  const json = jsonIn(raw);
  if (RaterRefusal.safeParse(json).success) return notCounted('refused');
  const { data } = RaterAnswer.safeParse(json);
  if (!data) return notCounted('malformed');
  const reason = data.reason.trim().slice(0, LONGEST_REASON);
  if (data.level === null) return notCounted('abstained', reason);
  const quotes: Quote[] = [];
  for (const { turn, text } of data.quotes) {
    const quote = findQuote(turns, turn, text);
    if (quote && !quotes.some(({ seq, start, end }) => seq === quote.seq && start === quote.start && end === quote.end)) quotes.push(quote);
  }
  return quotes.length === 0 ? notCounted('no_quote', reason) : { problem: null, level: data.level, quotes, reason };
}

/** Models that are not held to a schema like to wrap their JSON in a code fence. */
function jsonIn(raw: string): unknown {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/.exec(raw)?.[1];
  for (const text of [raw, fenced]) {
    if (text === undefined) continue;
    try {
      return JSON.parse(text);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Where the learner said exactly this, in that turn; undefined when nobody did there. What is kept are the transcript's own words. */
function findQuote(turns: readonly Turn[], seq: number, text: string): Quote | undefined {
  const turn = turns.find((one) => one.seq === seq && one.who === 'learner');
  const sought = plain(text).trim();
  // Half a surrogate pair would match within a sign.
  if (!turn || !sought.isWellFormed() || (sought.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < FEWEST_LETTERS) return undefined;
  const said = plain(turn.text);
  for (let start = said.indexOf(sought); start >= 0; start = said.indexOf(sought, start + 1)) {
    const end = start + sought.length;
    if (cutsWord(said, start) || cutsWord(said, end)) continue;
    if (end - start > LONGEST_QUOTE) return quoteAt({ turn, start, end }) ?? undefined;
    return { seq, start, end, text: turn.text.slice(start, end), atMs: turn.atMs };
  }
  return undefined;
}

/** The page sets apostrophes and no-break spaces, and models do as they like with them. One sign for one sign, so that offsets stay true. */
const plain = (text: string): string => text.replace(/[’‘ʼ]/g, "'").replace(/[\u00a0\u202f]/g, ' ');

/** Part of a word is not what was said: «possible» is not in «impossible». */
const cutsWord = (text: string, at: number): boolean =>
  /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2));
