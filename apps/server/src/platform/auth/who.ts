import type { MemberId, OrganisationId } from '@coachvisio/contract/id.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Role } from '@coachvisio/contract/permission.ts';
import type { Actor } from '../ctx.ts';
import { ProblemError } from '../problem-error.ts';
import type { Accounts, Identity } from './accounts.ts';

/** A member as the platform needs to know them; looked up by a feature. */
export interface KnownMember {
  readonly org: OrganisationId;
  readonly organisationName: string;
  readonly member: MemberId;
  readonly role: Role;
  readonly name: string;
  readonly locale: Locale;
  readonly demo: boolean;
}

/** Finds the member that an account is, or the very one that a key acts for. */
export type FindMember = (user: string, key: Identity['key']) => Promise<KnownMember | null>;

export interface Caller {
  readonly org: OrganisationId;
  readonly actor: Actor;
  readonly locale: Locale;
}

export type Who = (headers: Headers) => Promise<Caller>;

/** Turns the cookie or the key of a request into who asks, or throws `auth.required` or `auth.invalid`. */
export const createWho =
  (accounts: Accounts, findMember: FindMember): Who =>
  async (headers) => {
    const identity = await accounts.identify(headers);
    if (!identity) throw new ProblemError('auth.required', 'Sign in, or send an API key as a bearer token.');
    const found = await findMember(identity.user, identity.key);
    if (!found) throw new ProblemError('auth.required', 'This account belongs to no organisation any more.');
    const { org, member, role, demo, name, organisationName } = found;
    return { org, locale: found.locale, actor: { member, user: identity.user, role, demo, name, email: identity.email, organisationName } };
  };
