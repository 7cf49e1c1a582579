import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';

const holds = (signals: readonly Signal[], ...kinds: readonly SignalKind[]): boolean => signals.some(({ kind }) => kinds.includes(kind));

/**
 * How far a conversation listens rather than tells: of all turns, those that give back what was said without telling in the
 * same breath, and half of those that ask openly, less those that inform and twice those that advise. From -2 to 1; more
 * listening never lowers it, more telling never raises it, and nothing is fitted to data. A question counts half, since two
 * restatements for each question is what the MITI 4 coding manual (Moyers, Manuel and Ernst, 2014) takes for good practice;
 * advice counts twice, since there it speaks against the listener, where information is neutral.
 */
export const listeningBalance = (turns: readonly (readonly Signal[])[]): number => {
  const informs = turns.filter((signals) => holds(signals, 'information') && !holds(signals, 'advice'));
  const advises = turns.filter((signals) => holds(signals, 'advice'));
  const takesUp = turns.filter((signals) => holds(signals, 'reformulation', 'complex_reformulation') && !holds(signals, 'information', 'advice'));
  const opens = turns.filter((signals) => holds(signals, 'open_question'));
  return turns.length === 0 ? 0 : (takesUp.length + opens.length / 2 - informs.length - 2 * advises.length) / turns.length;
};
