import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { TenantTx } from '../../platform/db/database.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { isOwn } from './session.policy.ts';
import { findSession } from './session.store.ts';
import type { SessionRow } from './session.table.ts';

/** The caller's own session. One of somebody else is not found, like one that never was. */
export async function ownSession(ctx: Ctx, tx: TenantTx, id: SessionId): Promise<SessionRow> {
  const row = await findSession(tx, id);
  if (!row || !isOwn(ctx.actor, row)) throw new ProblemError('session.not_found', `There is no session ${id} of yours.`);
  return row;
}
