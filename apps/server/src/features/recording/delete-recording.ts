import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Recording } from '@coachvisio/contract/recording.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { ownSession } from '../session/index.ts';
import { eraseRecording } from './erase-recording.ts';
import { readRecording } from './read-recording.ts';
import type { Vault } from './vault.ts';

/** Deletes what is kept of the sound of one's own session. The consent stands. */
export async function deleteRecording(vault: Vault, ctx: Ctx, session: SessionId): Promise<Recording> {
  await ctx.tx((tx) => ownSession(ctx, tx, session));
  await eraseRecording(vault, ctx, session, 'asked');
  return readRecording(vault, ctx, session);
}
