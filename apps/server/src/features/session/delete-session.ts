import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { ownSession } from './own-session.ts';
import { removeSession } from './session.store.ts';

/** Deletes a session with its transcript, its tape and its debrief. */
export async function deleteSession(ctx: Ctx, id: SessionId): Promise<null> {
  await ctx.tx(async (tx) => {
    await ownSession(ctx, tx, id);
    await removeSession(tx, id);
    await publish(tx, 'session.deleted', { session: id });
  });
  return null;
}
