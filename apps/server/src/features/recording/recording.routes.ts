import { recordingRoutes } from '@coachvisio/contract/recording.ts';
import { handle, handleFile } from '../../platform/feature.ts';
import { decideRecording } from './decide-recording.ts';
import { deleteRecording } from './delete-recording.ts';
import { downloadTrack } from './download-track.ts';
import { readRecording } from './read-recording.ts';
import type { Vault } from './vault.ts';

export const routesOf = (vault: Vault) => [
  handle(recordingRoutes.consent, (ctx, { params, body }) => decideRecording(vault, ctx, params.id, body)),
  handle(recordingRoutes.read, (ctx, { params }) => readRecording(vault, ctx, params.id)),
  handleFile(recordingRoutes.track, (ctx, { params }) => downloadTrack(vault, ctx, params.id, params.seq)),
  handle(recordingRoutes.remove, (ctx, { params }) => deleteRecording(vault, ctx, params.id)),
];
