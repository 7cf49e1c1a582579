import type { OrganisationId } from '@coachvisio/contract/id.ts';
import type { Accounts } from './auth/accounts.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { JobCtx } from './ctx.ts';
import type { Database } from './db/database.ts';
import type { Logger } from './log.ts';
import type { Erased, Eraser } from './erasure.ts';
import type { Mail } from './mail.ts';
import type { Storage } from './storage/storage.ts';

/** What the process offers to every feature. Made once, before any feature. */
export interface Platform {
  readonly config: Config;
  readonly db: Database;
  readonly log: Logger;
  readonly clock: Clock;
  readonly mail: Mail;
  readonly accounts: Accounts;
  /** Signs what features hand out, such as resume tokens: the same in every process, and not the one that signs cookies. */
  readonly secret: string;
  /** For what is kept outside the database. It encrypts nothing: whoever keeps something there does. */
  readonly storage: Storage;
  /** What the keys of stored things are derived from. Made when it is first asked for; throws where it can neither be read nor made. */
  storageSecret(): string;
  /** Registers who deletes what is kept outside the database, before the rows that say whose it is are deleted. */
  onErase(eraser: Eraser): void;
  /** Deletes it. Whoever deletes a session or a member calls this first, outside any transaction. */
  eraseOutside(ctx: JobCtx, what: Erased): Promise<void>;
  /** A context for work that nobody asked for: jobs, live sessions. */
  contextOf(org: OrganisationId): JobCtx;
  /** Registers work to do when the process is asked to stop, before sockets and the database are closed. */
  onDrain(hook: () => Promise<void>): void;
}
