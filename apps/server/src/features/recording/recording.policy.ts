import type { ConsentRow, RecordingRow } from './recording.table.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The consent covers a turn only when it stood before the turn began: what was said before was not said to be kept. */
export const covers = (consent: Pick<ConsentRow, 'granted' | 'decidedAt'> | undefined, beganAt: number): boolean =>
  consent?.granted === true && consent.decidedAt.getTime() <= beganAt;

export const keptUntil = ({ beganAt }: Pick<RecordingRow, 'beganAt'>, days: number): number => beganAt.getTime() + days * dayMs;

/** What is being deleted, or is too old, is gone for whoever asks, also before its files are. */
export const isKept = (recording: Pick<RecordingRow, 'beganAt' | 'erasing'>, now: number, days: number): boolean =>
  recording.erasing === null && now < keptUntil(recording, days);

/** What began before this is deleted now: it would be too old before the purge comes by again. */
export const purgedBefore = (now: number, days: number, everyMs: number): Date => new Date(now - days * dayMs + everyMs);
