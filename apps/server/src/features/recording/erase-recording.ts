import type { SessionId } from '@coachvisio/contract/id.ts';
import type { DeletionReason } from '@coachvisio/contract/recording.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { deleteRecordingRow, findRecording, holdRecording, insertDeletions, listTracks, markErasing } from './recording.store.ts';
import { nameOf, type Vault } from './vault.ts';

/** Deletes the sound of a session: from the mark on nobody reads it or adds to it; then the files go, then the rows, with a proof. */
export async function eraseRecording(vault: Vault, ctx: JobCtx, session: SessionId, reason: DeletionReason): Promise<void> {
  await ctx.tx(async (tx) => {
    await holdRecording(tx, session);
    await markErasing(tx, session, reason);
  });
  await finishErasing(vault, ctx, session);
}

/** Goes on with a deletion that was marked, as often as it takes: a process may die anywhere in it. */
export async function finishErasing(vault: Vault, ctx: JobCtx, session: SessionId): Promise<void> {
  const found = await ctx.tx(async (tx) => ({ recording: await findRecording(tx, session), tracks: await listTracks(tx, session) }));
  const { recording, tracks } = found;
  if (!recording || recording.erasing === null) return;
  const { erasing: reason, salt } = recording;
  const here = tracks.length === 0 || recording.storage === (await vault.storage.id());
  if (here) for (const { file } of tracks) await vault.storage.remove(nameOf(ctx.org, session, file));
  // Without its row it cannot be read by anybody; its files are orphans where they are, and no proof is written here.
  else ctx.log.error({ session, storage: recording.storage }, 'a recording was deleted whose files are on a storage that this process does not see');
  const deletedAt = new Date(ctx.clock.now());
  await ctx.tx(async (tx) => {
    await holdRecording(tx, session);
    // Somebody else may have finished it, and a new one may have begun since.
    if ((await findRecording(tx, session))?.salt !== salt) return;
    const proofs = tracks.map(({ seq, bytes, sha256 }) => ({ orgId: ctx.org, id: newId('del'), sessionId: session, seq, reason, bytes, sha256, deletedAt }));
    if (here) await insertDeletions(tx, proofs);
    await deleteRecordingRow(tx, session);
    await publish(tx, 'recording.deleted', { session, reason, tracks: tracks.length });
  });
}
