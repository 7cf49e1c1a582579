import type { Me } from '@coachvisio/contract/account.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { changeMember } from '../organisation/index.ts';
import { presentMe } from './identity.present.ts';

export interface Change {
  readonly name?: string | undefined;
  readonly locale?: Locale | undefined;
}

export async function changeMe(ctx: Ctx, { name, locale }: Change): Promise<Me> {
  if (name === undefined && locale === undefined) return presentMe(ctx);
  const change = { ...(name === undefined ? {} : { name }), ...(locale === undefined ? {} : { locale }) };
  const changed = await ctx.tx((tx) => changeMember(tx, ctx.actor.member, change));
  return presentMe({ org: ctx.org, locale: changed.locale, actor: { ...ctx.actor, name: changed.name } });
}
