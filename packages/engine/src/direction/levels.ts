/**
 * A level changes behaviour, not a label. Chosen so that the same competent lines resolve a concern in about two turns at
 * level 1 and three at level 3, and the same clumsy lines lose the persona about twice as fast at level 3.
 */
export interface Level {
  /** Factor on what a learner gains. */
  readonly gain: number;
  /** Factor on what a learner loses. */
  readonly loss: number;
  /** Factor on how much evidence a concern takes. */
  readonly evidence: number;
  /** Patience that a turn without anything new costs. */
  readonly idle: number;
  /** Factor on how many words it takes before the persona cuts in. */
  readonly interrupt: number;
}

const levels: Record<1 | 2 | 3, Level> = {
  1: { gain: 1.15, loss: 0.75, evidence: 0.8, idle: 2, interrupt: 1.4 },
  2: { gain: 1, loss: 1, evidence: 1, idle: 3, interrupt: 1 },
  3: { gain: 0.85, loss: 1.25, evidence: 1.2, idle: 4, interrupt: 0.8 },
};

export const levelOf = (level: 1 | 2 | 3): Level => levels[level];
