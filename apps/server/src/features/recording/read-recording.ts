import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Recording } from '@coachvisio/contract/recording.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { TenantTx } from '../../platform/db/database.ts';
import { ownSession } from '../session/index.ts';
import { presentRecording } from './recording.present.ts';
import { findConsent, findRecording, listDeletions, listTracks } from './recording.store.ts';
import type { Vault } from './vault.ts';

/** What is kept of the sound of one's own session, and what was deleted of it. */
export async function readRecording(vault: Vault, ctx: Ctx, session: SessionId): Promise<Recording> {
  return ctx.tx(async (tx) => {
    await ownSession(ctx, tx, session);
    return recordingIn(tx, session, vault, ctx.clock.now());
  });
}

async function recordingIn(tx: TenantTx, session: SessionId, { config }: Vault, now: number): Promise<Recording> {
  const rows = {
    consent: await findConsent(tx, session),
    recording: await findRecording(tx, session),
    tracks: await listTracks(tx, session),
    deletions: await listDeletions(tx, session),
  };
  return presentRecording(rows, now, config.recordingDays);
}
