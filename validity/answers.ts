import { Locale } from '@coachvisio/contract/locale.ts';
import { analyse } from '@coachvisio/engine/analysis/analyse.ts';
import { numbersIn } from '@coachvisio/engine/analysis/numbers.ts';
import { ownershipIn } from '@coachvisio/engine/analysis/ownership.ts';
import { read } from '@coachvisio/engine/analysis/reading.ts';
import { z } from 'zod';
import { readJsonArray } from './input.ts';
import { rounded, Tally, type PrecisionRecall } from './scores.ts';

/** An answer in an interview: the letters of the parts it holds, the numbers said in it, and who acts. */
const Answer = z.object({
  id: z.string().min(1),
  lang: Locale,
  q: z.string(),
  a: z.string(),
  star: z.string().regex(/^[STARL]*$/, 'letters of STARL are expected'),
  nums: z.array(z.number()),
  own: z.enum(['i', 'we', 'mixed', 'none']),
});
export type Answer = z.infer<typeof Answer>;

export interface AnswerFigures {
  readonly n: { readonly answers: number; readonly parts: number; readonly numbers: number };
  readonly star: PrecisionRecall;
  readonly numbers: PrecisionRecall;
  readonly ownership_accuracy: number;
}

/** What was learnt (L) is no part of the structure that the product asks for. */
const letters = { situation: 'S', task: 'T', action: 'A', result: 'R' } as const;
const parts = ['situation', 'task', 'action', 'result'] as const;

export const measureAnswers = (path: string): AnswerFigures => measureAll(readJsonArray(path, Answer));

export function measureAll(answers: readonly Answer[]): AnswerFigures {
  const star = new Tally();
  const numbers = new Tally();
  let owned = 0;
  for (const { lang, q, a, star: gold, nums, own } of answers) {
    const signals = analyse(a, { locale: lang, personaSaid: q, earlier: [], about: [], structured: true, interruptsAfterWords: null });
    for (const part of parts)
      star.add(
        signals.some(({ kind }) => kind === part),
        gold.includes(letters[part]),
      );
    const turn = read(a, lang);
    const said = numbersIn(turn).map(({ amount }) => rounded(amount));
    const hits = inBoth(said, nums.map(rounded));
    numbers.countEach({ right: hits, found: said.length }, { seen: hits, gold: nums.length });
    if (ownershipIn(turn) === own) owned += 1;
  }
  return {
    n: { answers: answers.length, parts: star.gold, numbers: numbers.gold },
    star: star.precisionRecall(),
    numbers: numbers.precisionRecall(),
    ownership_accuracy: rounded(owned / answers.length),
  };
}

/** A number said twice has to be found twice; in which order does not matter. */
function inBoth(found: readonly number[], gold: readonly number[]): number {
  const left = [...gold];
  return found.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
