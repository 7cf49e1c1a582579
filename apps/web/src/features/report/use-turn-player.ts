import { useEffect, useMemo } from 'react';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { type Recording, recordingRoutes } from '@coachvisio/contract/recording.ts';
import { TurnPlayer } from './turn-player.ts';

/** A player for what is kept of a session; null when that is nothing. */
export function useTurnPlayer(id: SessionId, recording: Recording | undefined): TurnPlayer | null {
  const tracks = recording?.tracks;
  const player = useMemo(
    () => (tracks && tracks.length > 0 ? new TurnPlayer(tracks, (seq) => recordingRoutes.track.path.replace(':id', id).replace(':seq', String(seq))) : null),
    [id, tracks],
  );
  useEffect(() => () => player?.dispose(), [player]);
  return player;
}
