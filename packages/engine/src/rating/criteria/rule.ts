import type { Heard, Spot } from '../heard.ts';
import type { Level } from '../rating.ts';

export interface Judgement {
  readonly level: Level | null;
  /** Turns in which it could have been shown. */
  readonly opportunities: number;
  /** What the level rests on, the most telling first. */
  readonly evidence: readonly Spot[];
}

/**
 * One competency, read from observable signs. Monotone: more of what an anchor asks for never lowers the level, less
 * never raises it. Thresholds are small counts taken from the anchors («once», «three or more»); a share is one of the turns,
 * never of what is good in them.
 */
export type CriterionRule = (heard: Heard) => Judgement;

/** Below this many opportunities no level is told: one turn is an accident, three are a way of doing. */
export const FEWEST = 3;

export const atMost = (level: Level, cap: Level): Level => (level > cap ? cap : level);

/** The level when there were enough opportunities, none otherwise. */
export const judge = (opportunities: number, level: Level | null, evidence: readonly Spot[]): Judgement => ({
  level: opportunities < FEWEST ? null : level,
  opportunities,
  evidence,
});
