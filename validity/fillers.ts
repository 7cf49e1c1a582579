import { fillersIn } from '@coachvisio/engine/analysis/fillers.ts';
import { z } from 'zod';
import { readJsonLines } from './input.ts';
import { Tally, type PrecisionRecall } from './scores.ts';

const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
type Span = z.infer<typeof Span>;

/** A French utterance and where annotators saw a hesitation or a discourse marker, in UTF-16 units. */
const Utterance = z.object({ id: z.string().min(1), text: z.string(), discourse: z.array(Span) });
export type SpokenUtterance = z.infer<typeof Utterance>;

export interface FillerFigures extends PrecisionRecall {
  readonly n: { readonly utterances: number; readonly gold: number };
  /** The same in lower case and without any punctuation, as most recognisers write. */
  readonly bare: PrecisionRecall;
}

export const measureFillers = (path: string): FillerFigures => measureSpoken(readJsonLines(path, Utterance));

export function measureSpoken(utterances: readonly SpokenUtterance[]): FillerFigures {
  const written = new Tally();
  const bare = new Tally();
  for (const { text, discourse } of utterances) {
    compare(written, fillersIn(text, 'fr'), discourse);
    compare(bare, fillersIn(withoutPunctuation(text), 'fr'), discourse);
  }
  return { n: { utterances: utterances.length, gold: written.gold }, ...written.precisionRecall(), bare: bare.precisionRecall() };
}

const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A find is right when it meets a marker of the annotators; where one begins and ends is a matter of convention («oh là là»). */
function compare(tally: Tally, found: readonly Span[], gold: readonly Span[]): void {
  const right = found.filter((one) => gold.some((marker) => meet(one, marker))).length;
  const seen = gold.filter((marker) => found.some((one) => meet(one, marker))).length;
  tally.countEach({ right, found: found.length }, { seen, gold: gold.length });
}

/** Every sign gives way to one blank, so that places stay what they were. */
const withoutPunctuation = (text: string): string => text.replace(/[.,;:!?…]/g, ' ').toLowerCase();
