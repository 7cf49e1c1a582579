import type { ApiKey } from '@coachvisio/contract/account.ts';
import type { ApiKeyId } from '@coachvisio/contract/id.ts';
import type { Accounts, KeyOwner } from '../../platform/auth/accounts.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { presentKey } from './identity.present.ts';

const ownerOf = ({ org, actor }: Ctx): KeyOwner => ({ org, member: actor.member, user: actor.user });

export async function listMyKeys(accounts: Accounts, ctx: Ctx): Promise<{ keys: ApiKey[] }> {
  return { keys: (await accounts.listKeys(ownerOf(ctx))).map(presentKey) };
}

export async function createMyKey(accounts: Accounts, ctx: Ctx, name: string): Promise<ApiKey & { key: string }> {
  const created = await accounts.createKey(ownerOf(ctx), name);
  try {
    await ctx.tx((tx) => publish(tx, 'api-key.created', { key: created.id }));
  } catch (error) {
    // A key that the audit trail does not know must not open anything.
    await accounts.revokeKey(ownerOf(ctx), created.id);
    throw error;
  }
  return { ...presentKey(created), key: created.key };
}

export async function revokeMyKey(accounts: Accounts, ctx: Ctx, id: ApiKeyId): Promise<null> {
  if (!(await accounts.revokeKey(ownerOf(ctx), id))) throw new ProblemError('not.found', 'You have no such key.');
  await ctx.tx((tx) => publish(tx, 'api-key.revoked', { key: id }));
  return null;
}
