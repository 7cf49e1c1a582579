import type { Ctx } from '../../platform/ctx.ts';
import type { Accounts } from '../../platform/auth/accounts.ts';
import { removeMember } from '../organisation/index.ts';

/**
 * Deletes a member with all they own, then the account. In that order: if the process dies in between, nothing of what
 * they said is left, and the purge finds an account that belongs to nobody.
 */
export async function deleteMe(accounts: Accounts, ctx: Ctx): Promise<null> {
  await ctx.tx((tx) => removeMember(tx, ctx.org, ctx.actor.member));
  await accounts.remove(ctx.actor.user);
  return null;
}
