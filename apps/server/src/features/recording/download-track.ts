import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { FileAnswer } from '../../platform/feature.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { BrokenEnvelope } from '../../platform/storage/envelope.ts';
import { ownSession } from '../session/index.ts';
import { isKept } from './recording.policy.ts';
import { findRecording, findTrack } from './recording.store.ts';
import { nameOf, unsealTrack, type Vault } from './vault.ts';

/** The sound of one turn of one's own session. */
export async function downloadTrack(vault: Vault, ctx: Ctx, session: SessionId, seq: number): Promise<FileAnswer> {
  const { recording, track } = await ctx.tx(async (tx) => {
    await ownSession(ctx, tx, session);
    return { recording: await findRecording(tx, session), track: await findTrack(tx, session, seq) };
  });
  if (!recording || !track || !isKept(recording, ctx.clock.now(), vault.config.recordingDays))
    throw new ProblemError('recording.not_found', `No sound of turn ${seq} is kept.`);
  const sealed = await vault.storage.read(nameOf(ctx.org, session, track.file));
  if (!sealed) throw new ProblemError('recording.not_found', `The sound of turn ${seq} is gone.`);
  try {
    const wav = unsealTrack(vault, recording.salt, { org: ctx.org, session, seq }, sealed);
    return new FileAnswer(wav, `coachvisio-${session}-${seq}.wav`, { ranges: true });
  } catch (error) {
    if (!(error instanceof BrokenEnvelope)) throw error;
    ctx.log.error({ session, seq, err: error }, 'a track does not open: it was changed, or the key of the storage is another one');
    throw new ProblemError('recording.damaged', 'What is stored is not what was kept, or the key of the storage has changed: it is not played.');
  }
}
