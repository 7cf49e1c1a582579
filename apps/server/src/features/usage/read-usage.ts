import type { SessionId } from '@coachvisio/contract/id.ts';
import type { SessionUsage } from '@coachvisio/contract/usage.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { ownSession } from '../session/index.ts';
import { presentUsage } from './usage.present.ts';
import { listCalls, listLatencies } from './usage.store.ts';

/** How fast one's own session was, and what it cost. */
export async function readUsage(ctx: Ctx, id: SessionId): Promise<SessionUsage> {
  return ctx.tx(async (tx) => {
    await ownSession(ctx, tx, id);
    return presentUsage(id, await listCalls(tx, id), await listLatencies(tx, id));
  });
}
