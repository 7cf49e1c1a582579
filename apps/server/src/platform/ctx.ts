import type { MemberId, OrganisationId } from '@coachvisio/contract/id.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Role } from '@coachvisio/contract/permission.ts';
import type { Clock } from './clock.ts';
import type { TenantTx } from './db/database.ts';
import type { Logger } from './log.ts';

/** Who asks. `user` is the account; a member is that account in one organisation. */
export interface Actor {
  readonly member: MemberId;
  readonly user: string;
  readonly role: Role;
  readonly demo: boolean;
  readonly name: string;
  readonly email: string | null;
  readonly organisationName: string;
}

/** The first parameter of every use case. */
export interface Ctx {
  readonly org: OrganisationId;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly log: Logger;
  readonly clock: Clock;
  readonly requestId: string;
  /** One short transaction inside the organisation. Never hold it across a call to a provider, never nest it. */
  tx<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

/** What a job works with: an organisation, and nobody who asks. */
export type JobCtx = Omit<Ctx, 'actor' | 'requestId' | 'locale'>;

/** A request to a public route: nobody is known yet, so there is no organisation. */
export interface Visit extends Pick<Ctx, 'locale' | 'log' | 'clock' | 'requestId'> {
  readonly headers: Headers;
  /** A whole `Set-Cookie` value. */
  setCookie(value: string): void;
  /** How long, in seconds, anybody may keep the answer. */
  cacheFor(seconds: number): void;
}
