import type { SessionId } from '@coachvisio/contract/id.ts';
import { type Recording, recordingRoutes, recordingTextVersion } from '@coachvisio/contract/recording.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { queryClient } from './query.ts';

const keyOf = (id: SessionId) => ['recording', id] as const;

/** What is kept of the sound of a session. */
export const useRecording = (id: SessionId) => useQuery({ queryKey: keyOf(id), queryFn: () => call(recordingRoutes.read, { params: { id } }) });

/** Writes down what the learner decided under the text that `RecordingConsent` shows. Withdrawing deletes what was kept. */
export async function decideRecording(id: SessionId, granted: boolean): Promise<Recording> {
  return remember(id, await call(recordingRoutes.consent, { params: { id }, body: { granted, textVersion: recordingTextVersion } }));
}

export async function deleteRecording(id: SessionId): Promise<Recording> {
  return remember(id, await call(recordingRoutes.remove, { params: { id } }));
}

function remember(id: SessionId, recording: Recording): Recording {
  queryClient.setQueryData(keyOf(id), recording);
  return recording;
}
