import { durationPresets } from '@coachvisio/contract/session.ts';

export const timerChoices = [...durationPresets.map((minutes) => `${minutes}` as const), 'own', 'none'] as const;
export type TimerChoice = (typeof timerChoices)[number];

/** Minutes, `null` without a timer, `undefined` while the own length is not a length. */
export function minutesOf(choice: TimerChoice, own: string): number | null | undefined {
  if (choice === 'none') return null;
  const minutes = Number(choice === 'own' ? own : choice);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 90 ? minutes : undefined;
}
