import type { Running, Stop } from './compose.ts';
import type { Config } from './platform/config.ts';
import type { Feature } from './platform/feature.ts';
import type { Logger } from './platform/log.ts';
import { openPlatform } from './platform/open-platform.ts';

/** Starts the roles that the settings name. `more` adds features to those of the product, for tests. */
export async function start(config: Config, log: Logger, more: readonly Feature[] = []): Promise<Running> {
  const opening = openPlatform(config, log);
  // Everything above the platform loads while the database opens, which is partly the work of other threads.
  const loading = import('./compose.ts');
  // Awaited below; until then a failure to load must not count as one that nobody handles.
  loading.catch(() => undefined);
  const open = await opening;
  const stops: Stop[] = [open.close];
  const stopAll: Stop = async () => {
    for (const stop of stops.splice(0).toReversed()) await stop().catch((error: unknown) => log.error({ err: error }, 'closing failed'));
  };
  try {
    const { compose } = await loading;
    return await compose(open, stops, stopAll, more);
  } catch (error) {
    await stopAll();
    throw error;
  }
}
