import type { SessionId } from '@coachvisio/contract/id.ts';
import { type Recording, recordingTextVersion } from '@coachvisio/contract/recording.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { ownSession } from '../session/index.ts';
import { finishErasing } from './erase-recording.ts';
import { readRecording } from './read-recording.ts';
import { findConsent, holdRecording, insertConsent, markErasing } from './recording.store.ts';
import type { Vault } from './vault.ts';

export interface Decision {
  readonly granted: boolean;
  readonly textVersion: number;
}

/** Writes down what the learner decided about the sound of one of their sessions. Withdrawing deletes what was kept before it answers. */
export async function decideRecording(vault: Vault, ctx: Ctx, session: SessionId, { granted, textVersion }: Decision): Promise<Recording> {
  if (granted && textVersion !== recordingTextVersion)
    throw new ProblemError('consent.outdated', `The text has changed: show version ${recordingTextVersion} and ask again.`);
  await ctx.tx(async (tx) => {
    await ownSession(ctx, tx, session);
    await holdRecording(tx, session);
    const before = await findConsent(tx, session);
    // The same decision about the same text again says nothing new; a refusal before any consent does, once.
    if (before?.granted !== granted || before.textVersion !== textVersion) {
      const decidedAt = new Date(ctx.clock.now());
      await insertConsent(tx, { orgId: ctx.org, sessionId: session, n: (before?.n ?? 0) + 1, memberId: ctx.actor.member, granted, textVersion, decidedAt });
      if (granted) await publish(tx, 'consent.granted', { session, purpose: 'recording', textVersion });
      else if (before?.granted) await publish(tx, 'consent.withdrawn', { session, purpose: 'recording' });
    }
    if (!granted) await markErasing(tx, session, 'withdrawn');
  });
  if (!granted) await finishErasing(vault, ctx, session);
  return readRecording(vault, ctx, session);
}
