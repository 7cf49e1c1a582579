import type { OrganisationId } from '@coachvisio/contract/id.ts';
import type { Accounts } from './auth/accounts.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { JobCtx } from './ctx.ts';
import type { Database } from './db/database.ts';
import type { Logger } from './log.ts';
import type { Mail } from './mail.ts';

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
  /** A context for work that nobody asked for: jobs, live sessions. */
  contextOf(org: OrganisationId): JobCtx;
  /** Registers work to do when the process is asked to stop, before sockets and the database are closed. */
  onDrain(hook: () => Promise<void>): void;
}
