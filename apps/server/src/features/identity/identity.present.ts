import type { ApiKey, Me } from '@coachvisio/contract/account.ts';
import { permissionsOf } from '@coachvisio/contract/permission.ts';
import type { StoredKey } from '../../platform/auth/accounts.ts';
import type { Caller } from '../../platform/auth/who.ts';

export function presentMe({ org, actor, locale }: Caller): Me {
  const { member, role, name, email, demo, organisationName } = actor;
  return { member, organisation: { id: org, name: organisationName }, role, permissions: [...permissionsOf[role]], name, email, locale, demo };
}

export function presentKey({ id, name, start, createdAt, lastUsedAt }: StoredKey): ApiKey {
  return { id, name, start, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
