import { durationPresets } from '@coachvisio/contract/session.ts';

export type TimerChoice = `${number}` | 'own' | 'none';

/** The lengths anybody may want, with the one this scenario is made for among them. */
export function timerChoices(proposed: number): readonly TimerChoice[] {
  const lengths = [...new Set([...durationPresets, proposed])].sort((a, b) => a - b);
  return [...lengths.map((minutes) => `${minutes}` as const), 'own', 'none'];
}

/** Minutes, `null` without a timer, `undefined` while the own length is not a length. */
export function minutesOf(choice: TimerChoice, own: string): number | null | undefined {
  if (choice === 'none') return null;
  const minutes = Number(choice === 'own' ? own : choice);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 90 ? minutes : undefined;
}
