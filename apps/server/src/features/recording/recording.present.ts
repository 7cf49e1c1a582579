import type { DeletionProof, Recording, RecordingTrack } from '@coachvisio/contract/recording.ts';
import { isoDate } from '../../platform/clock.ts';
import { isKept, keptUntil } from './recording.policy.ts';
import type { ConsentRow, DeletionRow, RecordingRow, TrackRow } from './recording.table.ts';

export interface RecordingRows {
  readonly consent: ConsentRow | undefined;
  readonly recording: RecordingRow | undefined;
  readonly tracks: readonly TrackRow[];
  readonly deletions: readonly DeletionRow[];
}

export function presentRecording({ consent, recording, tracks, deletions }: RecordingRows, now: number, days: number): Recording {
  const kept = recording && tracks.length > 0 && isKept(recording, now, days) ? recording : undefined;
  return {
    consent: consent ? { granted: consent.granted, textVersion: consent.textVersion, at: consent.decidedAt.toISOString() } : null,
    tracks: kept ? inARow(tracks) : [],
    keptUntil: kept ? isoDate(keptUntil(kept, days)) : null,
    proofs: presentProofs(deletions),
  };
}

function inARow(tracks: readonly TrackRow[]): RecordingTrack[] {
  let startMs = 0;
  return tracks.map(({ seq, who, durationMs }) => {
    const track = { seq, who, startMs, durationMs };
    startMs += durationMs;
    return track;
  });
}

/** What was deleted at once for one reason is one proof. */
function presentProofs(rows: readonly DeletionRow[]): DeletionProof[] {
  const proofs = new Map<string, DeletionProof>();
  for (const { deletedAt, reason, seq, bytes, sha256 } of rows) {
    const at = deletedAt.toISOString();
    const proof = proofs.get(`${at} ${reason}`) ?? { deletedAt: at, reason, tracks: [] };
    proof.tracks.push({ seq, bytes, sha256 });
    proofs.set(`${at} ${reason}`, proof);
  }
  return [...proofs.values()];
}
