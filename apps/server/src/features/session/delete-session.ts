import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Platform } from '../../platform/platform.ts';
import { publish } from '../../platform/events.ts';
import { ownSession } from './own-session.ts';
import { removeSession } from './session.store.ts';

/** Deletes a session with its transcript, its tape and its debrief; first what is kept of it outside the database. */
export async function deleteSession(platform: Pick<Platform, 'eraseOutside'>, ctx: Ctx, id: SessionId): Promise<null> {
  await ctx.tx((tx) => ownSession(ctx, tx, id));
  await platform.eraseOutside(ctx, { session: id });
  await ctx.tx(async (tx) => {
    await ownSession(ctx, tx, id);
    await removeSession(tx, id);
    await publish(tx, 'session.deleted', { session: id });
  });
  return null;
}
