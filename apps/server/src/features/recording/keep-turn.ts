import { createHash, randomBytes } from 'node:crypto';
import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import { microphoneRate } from '@coachvisio/contract/speech.ts';
import { resample } from '@coachvisio/engine/speech/resample.ts';
import { writeSyntheticWav } from '@coachvisio/engine/speech/synthetic-wav.ts';
import { writeWav } from '@coachvisio/engine/speech/wav.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { covers, isKept } from './recording.policy.ts';
import { ensureRecording, findConsent, findRecording, findTrack, holdRecording, insertTrack } from './recording.store.ts';
import { nameOf, sealTrack, type Vault } from './vault.ts';

/** A turn as it was heard: in order, and in more than one stretch where another voice took over in the middle. */
export interface HeardTurn {
  readonly org: OrganisationId;
  readonly session: SessionId;
  readonly seq: number;
  readonly who: 'persona' | 'learner';
  /** When its sound began, in milliseconds since 1970. */
  readonly beganAt: number;
  readonly stretches: readonly { readonly samples: Int16Array; readonly sampleRate: number }[];
}

/** Everything is kept at the rate of the microphone: speech needs no more. */
const keptRate = microphoneRate;

/** Keeps the sound of one turn where the learner agreed to it. The file is written first: a row without its file would promise too much. */
export async function keepTurn(vault: Vault, ctx: JobCtx, turn: HeardTurn): Promise<void> {
  const { session, seq, who, beganAt } = turn;
  if (turn.stretches.every(({ samples }) => samples.length === 0)) return;
  const storage = await vault.storage.id();
  const salt = await ctx.tx(async (tx) => {
    await holdRecording(tx, session);
    if (!covers(await findConsent(tx, session), beganAt) || (await findTrack(tx, session, seq))) return null;
    const fresh = { orgId: ctx.org, sessionId: session, salt: randomBytes(32).toString('hex'), storage, beganAt: new Date(ctx.clock.now()) };
    const recording = await ensureRecording(tx, fresh);
    if (recording.storage !== storage)
      ctx.log.error({ session, storage: recording.storage }, 'a turn was not kept: the recording is on a storage that this process does not see');
    return recording.storage === storage && isKept(recording, ctx.clock.now(), vault.config.recordingDays) ? recording.salt : null;
  });
  if (salt === null) return;
  const samples = joined(turn.stretches);
  const sound = { samples, sampleRate: keptRate };
  const sealed = sealTrack(vault, salt, { org: ctx.org, session, seq }, who === 'persona' ? writeSyntheticWav(sound) : writeWav(sound));
  const file = newId('trk');
  const name = nameOf(ctx.org, session, file);
  await vault.storage.write(name, sealed);
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  const durationMs = Math.round((samples.length / keptRate) * 1000);
  let kept = false;
  try {
    kept = await ctx.tx(async (tx) => {
      await holdRecording(tx, session);
      const recording = await findRecording(tx, session);
      // Withdrawn, or deleted, while the file was written.
      if (recording?.salt !== salt || recording.erasing !== null) return false;
      if (!(await insertTrack(tx, { orgId: ctx.org, sessionId: session, seq, who, file, durationMs, bytes: sealed.length, sha256 }))) return false;
      await publish(tx, 'recording.kept', { session, seq });
      return true;
    });
  } finally {
    if (!kept) await vault.storage.remove(name);
  }
}

function joined(stretches: HeardTurn['stretches']): Int16Array {
  const parts = stretches.map(({ samples, sampleRate }) => resample(samples, sampleRate, keptRate));
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
