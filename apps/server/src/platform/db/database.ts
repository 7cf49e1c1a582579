import type { OrganisationId } from '@coachvisio/contract/id.ts';
import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy';

/** A brand that is also there at run time: what is published in a transaction belongs to its organisation. */
export const tenant: unique symbol = Symbol('organisation of a transaction');
export const system: unique symbol = Symbol('transaction of the platform');

/** SQL inside one organisation. Stores accept only this, so SQL outside an organisation does not compile. */
export type TenantTx = PgRemoteDatabase<Record<string, never>> & { readonly [tenant]: OrganisationId };

/** SQL across organisations, on the few tables whose policies let the platform in. */
export type SystemTx = PgRemoteDatabase<Record<string, never>> & { readonly [system]: true };

export interface Database {
  readonly kind: 'postgres' | 'embedded';
  /** Runs `work` in one transaction that sees and writes this organisation's rows only. Rolled back when it throws. Does not nest. */
  tenant<T>(org: OrganisationId, work: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction as the platform. Does not nest. */
  system<T>(work: (tx: SystemTx) => Promise<T>): Promise<T>;
  /** Calls `on` for each NOTIFY on the channel, from any process, until the returned function is called. */
  listen(channel: string, on: (payload: string) => void): Promise<() => Promise<void>>;
  ping(): Promise<void>;
  close(): Promise<void>;
}
