import { createHash, randomBytes } from 'node:crypto';
import type { ApiKeyId } from '@coachvisio/contract/id.ts';
import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import { newId } from '../id.ts';
import { ProblemError } from '../problem-error.ts';
import type { Identity, KeyOwner, StoredKey } from './accounts.ts';
import { apiKeys, users } from './auth.table.ts';

type Db = PgRemoteDatabase<Record<string, never>>;

/** 256 random bits need no slow hash: nobody guesses them, and every request pays for it. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Last use is for a person who tidies up; to the minute is enough, and spares a write on nearly every request. */
const useIsNewsAfterMs = 60_000;

const columns = { id: apiKeys.id, name: apiKeys.name, start: apiKeys.start, createdAt: apiKeys.createdAt, lastUsedAt: apiKeys.lastUsedAt };

/** Whom the `Authorization` header proves; null without a bearer token. */
export async function identifyByKey(db: Db, headers: Headers): Promise<Identity | null> {
  const header = headers.get('authorization');
  if (header === null) return null;
  const key = /^Bearer (cv_[A-Za-z0-9_-]{43})$/.exec(header)?.[1];
  if (!key) throw new ProblemError('auth.invalid', 'Authorization must be: Bearer, a space, and an API key that starts with cv_.');
  const [found] = await db
    .select({ id: apiKeys.id, org: apiKeys.orgId, member: apiKeys.memberId, user: apiKeys.userId, email: users.email })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(eq(apiKeys.hash, hashOf(key)));
  if (!found) throw new ProblemError('auth.invalid', 'This API key is unknown or was revoked.');
  const now = new Date();
  const stale = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, new Date(now.getTime() - useIsNewsAfterMs)));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, found.id), stale));
  return { user: found.user, email: found.email, key: { org: found.org, member: found.member } };
}

const owned = ({ org, member }: KeyOwner) => and(eq(apiKeys.orgId, org), eq(apiKeys.memberId, member));

export async function listKeys(db: Db, owner: KeyOwner): Promise<StoredKey[]> {
  return db.select(columns).from(apiKeys).where(owned(owner)).orderBy(asc(apiKeys.id));
}

export async function createKey(db: Db, owner: KeyOwner, name: string): Promise<StoredKey & { key: string }> {
  const key = `cv_${randomBytes(32).toString('base64url')}`;
  const [row] = await db
    .insert(apiKeys)
    .values({ id: newId('key'), orgId: owner.org, memberId: owner.member, userId: owner.user, name, start: key.slice(0, 9), hash: hashOf(key) })
    .returning(columns);
  if (!row) throw new Error('the key was not written');
  return { ...row, key };
}

export async function revokeKey(db: Db, owner: KeyOwner, id: ApiKeyId): Promise<boolean> {
  const removed = await db
    .delete(apiKeys)
    .where(and(owned(owner), eq(apiKeys.id, id)))
    .returning({ id: apiKeys.id });
  return removed.length > 0;
}
