import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';

const holds = (signals: readonly Signal[], ...kinds: readonly SignalKind[]): boolean => signals.some(({ kind }) => kinds.includes(kind));

/**
 * How far a conversation listens rather than tells, from -1 to 1: of a hundred turns, those that give back what was said
 * without telling in the same breath, and half of those that ask openly, less those that inform or advise. More listening
 * never lowers it, more telling never raises it. A question counts half, since two restatements for each question is what
 * the MITI 4.2 coding manual (Moyers, Manuel and Ernst, 2014) takes for good practice; nothing here is fitted to data.
 */
export const listeningBalance = (turns: readonly (readonly Signal[])[]): number => {
  const tells = turns.filter((signals) => holds(signals, 'information', 'advice'));
  const takesUp = turns.filter((signals) => holds(signals, 'reformulation', 'complex_reformulation') && !tells.includes(signals));
  const opens = turns.filter((signals) => holds(signals, 'open_question'));
  return turns.length === 0 ? 0 : (takesUp.length + opens.length / 2 - tells.length) / turns.length;
};
