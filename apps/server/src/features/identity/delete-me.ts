import type { Ctx } from '../../platform/ctx.ts';
import type { Platform } from '../../platform/platform.ts';
import { removeMember } from '../organisation/index.ts';

/**
 * Deletes what is kept of a member outside the database, the member with all they own, then the account. In that order: if the process dies in between, nothing of what
 * they said is left, and the purge finds an account that belongs to nobody.
 */
export async function deleteMe({ accounts, eraseOutside }: Pick<Platform, 'accounts' | 'eraseOutside'>, ctx: Ctx): Promise<null> {
  await eraseOutside(ctx, { member: ctx.actor.member });
  await ctx.tx((tx) => removeMember(tx, ctx.org, ctx.actor.member));
  await accounts.remove(ctx.actor.user);
  return null;
}
