export interface PrecisionRecall {
  readonly p: number;
  readonly r: number;
}
export interface F1 extends PrecisionRecall {
  readonly f1: number;
}

/** Counts of what was found and how much of it is right, of what was there and how much of it was seen. */
export class Tally {
  right = 0;
  found = 0;
  seen = 0;
  gold = 0;

  add(found: boolean, gold: boolean): void {
    const both = found && gold ? 1 : 0;
    this.countEach({ right: both, found: found ? 1 : 0 }, { seen: both, gold: gold ? 1 : 0 });
  }

  /** Both sides apart, for finds that may meet several gold ones or share one. */
  countEach(finds: { readonly right: number; readonly found: number }, golds: { readonly seen: number; readonly gold: number }): void {
    this.right += finds.right;
    this.found += finds.found;
    this.seen += golds.seen;
    this.gold += golds.gold;
  }

  /** Nothing found is no wrong find, and nothing to find none missed. */
  precisionRecall(): PrecisionRecall {
    return { p: rounded(this.found === 0 ? 1 : this.right / this.found), r: rounded(this.gold === 0 ? 1 : this.seen / this.gold) };
  }

  f1(): F1 {
    const both = this.found + this.gold;
    return { ...this.precisionRecall(), f1: rounded(both === 0 ? 0 : (this.right + this.seen) / both) };
  }
}

/** Three decimals: more would claim what samples of this size cannot tell. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Area under the ROC curve: how often a high one scores above a low one, a tie being half. Without both kinds there is none. */
export function areaUnderCurve(high: readonly number[], low: readonly number[]): number | null {
  if (high.length === 0 || low.length === 0) return null;
  let won = 0;
  for (const up of high) for (const down of low) won += up > down ? 1 : up === down ? 0.5 : 0;
  return won / (high.length * low.length);
}
