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
  /** Factor on how long the persona bears silence before it says something. */
  readonly silence: number;
  /** Questions asked back on one planned question before going on: each is a second chance, and more than two an interrogation. */
  readonly followUps: number;
}

const levels: Record<1 | 2 | 3, Level> = {
  1: { gain: 1.15, loss: 0.75, evidence: 0.8, idle: 2, interrupt: 1.4, silence: 1.25, followUps: 2 },
  2: { gain: 1, loss: 1, evidence: 1, idle: 3, interrupt: 1, silence: 1, followUps: 2 },
  3: { gain: 0.85, loss: 1.25, evidence: 1.2, idle: 4, interrupt: 0.8, silence: 0.8, followUps: 1 },
};

export const levelOf = (level: 1 | 2 | 3): Level => levels[level];
