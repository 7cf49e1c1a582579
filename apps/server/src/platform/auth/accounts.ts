import type { ApiKeyId, MemberId, OrganisationId } from '@coachvisio/contract/id.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';

/** Somebody whom a cookie or a key proved, before any organisation is known. */
export interface Identity {
  readonly user: string;
  /** Null for a throw-away account. */
  readonly email: string | null;
  /** A key acts for one member; a cookie for whichever the account belongs to. */
  readonly key: { readonly org: OrganisationId; readonly member: MemberId } | null;
}

export interface SignedIn {
  readonly user: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

export interface StoredKey {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly start: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface KeyOwner {
  readonly org: OrganisationId;
  readonly member: MemberId;
  readonly user: string;
}

/** Accounts, sessions and keys: proves who somebody is and says nothing about what they may do. */
export interface Accounts {
  /** The HTTP interface under /v1/auth: sign-up, sign-in, links, sign-out. */
  respond(request: Request): Promise<Response>;
  /** Null when the request carries neither; throws `auth.invalid` for a key that does not open anything. */
  identify(headers: Headers): Promise<Identity | null>;
  /** Makes a throw-away account and signs it in; the cookies are whole `Set-Cookie` values. */
  enterAnonymously(name: string): Promise<{ readonly user: string; readonly cookies: readonly string[] }>;
  /** Called whenever an account that is not throw-away gets a session. Must bear being called each time. */
  onSignIn(welcome: (who: SignedIn) => Promise<void>): void;
  /** Removes an account with its sessions, passwords and keys. */
  remove(user: string): Promise<void>;
  /** Accounts made before this moment, oldest first, a page at a time. */
  listOlderThan(moment: Date, after: string | null, limit: number): Promise<readonly string[]>;
  listKeys(owner: KeyOwner): Promise<readonly StoredKey[]>;
  /** The key itself is in the answer and nowhere else. */
  createKey(owner: KeyOwner, name: string): Promise<StoredKey & { readonly key: string }>;
  /** False when the owner has no such key. */
  revokeKey(owner: KeyOwner, id: ApiKeyId): Promise<boolean>;
}
