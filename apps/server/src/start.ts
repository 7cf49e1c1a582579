import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.ts';
import type { Feature } from './platform/feature.ts';
import { createApp } from './platform/http/app.ts';
import type { Logger } from './platform/log.ts';
import { openPlatform } from './platform/open-platform.ts';
import type { Platform } from './platform/platform.ts';
import { errorCode, StartError } from './platform/start-error.ts';
import { startLive } from './roles/live.ts';
import { startWeb } from './roles/web.ts';
import { startWorker } from './roles/worker.ts';
import { wire } from './wiring.ts';

export interface Running {
  readonly platform: Platform;
  /** Absent in a process that only works on jobs. */
  readonly app: FastifyInstance;
  readonly address: string;
  /** Drains, lets work finish and closes everything in reverse order. */
  stop(): Promise<void>;
}

type Stop = () => Promise<void>;

/** Starts the roles that the settings name. `more` adds features to those of the product, for tests. */
export async function start(config: Config, log: Logger, more: readonly Feature[] = []): Promise<Running> {
  const { platform, engine, drain, close } = await openPlatform(config, log);
  const stops: Stop[] = [close];
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop().catch((error: unknown) => log.error({ err: error }, 'closing failed'));
  };
  try {
    const { features: own, who } = wire(platform);
    const features = [...own, ...more];
    let draining = false;
    for (const feature of features) if (feature.start) stops.push(await feature.start(platform));
    if (config.roles.includes('worker')) {
      const stopWorker = await startWorker(engine, platform, features);
      stops.push(() => stopWorker(config.shutdownMs));
    }
    const { app, limits } = await createApp(platform, () => draining);
    if (config.roles.includes('live')) await startLive(app, platform, features);
    if (config.roles.includes('web')) await startWeb(app, platform, features, who, limits);
    stops.push(() => app.close());
    const address = await listen(app, config);
    return {
      platform, app, address,
      async stop() {
        draining = true;
        await drain();
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') throw new StartError(`Port ${port} on ${host} is in use: stop what listens there, or set PORT to another.`);
    if (errorCode(error) === 'EACCES') throw new StartError(`Port ${port} may not be opened by this user: set PORT to one above 1023.`);
    if (errorCode(error) === 'EADDRNOTAVAIL' || errorCode(error) === 'ENOTFOUND') throw new StartError(`HOST ${host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for every address.`);
    throw error;
  }
}
