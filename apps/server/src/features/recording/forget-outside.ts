import type { JobCtx } from '../../platform/ctx.ts';
import type { Erased } from '../../platform/erasure.ts';
import { eraseRecording } from './erase-recording.ts';
import { listRecordedSessions } from './recording.store.ts';
import type { Vault } from './vault.ts';

/** Deletes the sound of what is about to be deleted: afterwards nobody would know whose it was. */
export async function forgetOutside(vault: Vault, ctx: JobCtx, what: Erased): Promise<void> {
  if ('session' in what) return eraseRecording(vault, ctx, what.session, 'session_deleted');
  const { member } = what;
  for (const session of await ctx.tx((tx) => listRecordedSessions(tx, member))) await eraseRecording(vault, ctx, session, 'account_deleted');
}
