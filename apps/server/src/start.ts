import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.ts';
import type { Engine } from './platform/db/engine.ts';
import type { Feature } from './platform/feature.ts';
import type { Logger } from './platform/log.ts';
import { openPlatform } from './platform/open-platform.ts';
import type { Platform } from './platform/platform.ts';

export interface Running {
  readonly platform: Platform;
  readonly engine: Engine;
  readonly app: FastifyInstance;
  readonly address: string;
  /** Drains, lets work finish and closes everything in reverse order. */
  stop(): Promise<void>;
}

export type Stop = () => Promise<void>;

/** Starts the roles that the settings name. `more` adds features to those of the product, for tests. */
export async function start(config: Config, log: Logger, more: readonly Feature[] = []): Promise<Running> {
  // Everything above the platform loads while the database opens.
  const loading = import('./compose.ts');
  // Awaited below; until then a failure to load must not count as one that nobody handles.
  loading.catch(() => undefined);
  const open = await openPlatform(config, log);
  const stops: Stop[] = [open.close];
  const stopAll: Stop = async () => {
    for (const stop of stops.splice(0).reverse()) await stop().catch((error: unknown) => log.error({ err: error }, 'closing failed'));
  };
  try {
    const { compose } = await loading;
    return await compose(open, stops, stopAll, more);
  } catch (error) {
    await stopAll();
    throw error;
  }
}
