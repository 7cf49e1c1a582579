import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.ts';
import type { Engine } from './platform/db/engine.ts';
import type { Feature } from './platform/feature.ts';
import { createApp } from './platform/http/app.ts';
import type { OpenPlatform } from './platform/open-platform.ts';
import type { Platform } from './platform/platform.ts';
import { errorCode, StartError } from './platform/start-error.ts';
import { startLive } from './roles/live.ts';
import { startWeb } from './roles/web.ts';
import { startWorker } from './roles/worker.ts';
import { wire } from './wiring.ts';

export interface Running {
  readonly platform: Platform;
  readonly engine: Engine;
  readonly app: FastifyInstance;
  readonly address: string;
  /** Drains, lets work finish and closes everything in reverse order. */
  stop(): Promise<void>;
}

export type Stop = () => Promise<void>;

/** Puts features and roles on an open platform. Everything that must be stopped is added to `stops` as it is started. */
export async function compose({ platform, engine, drain }: OpenPlatform, stops: Stop[], stopAll: Stop, more: readonly Feature[]): Promise<Running> {
  const { config } = platform;
  const { features: own, who } = await wire(platform);
  const features = [...own, ...more];
  let draining = false;
  for (const feature of features) if (feature.start) stops.push(await feature.start(platform));
  if (config.roles.includes('worker')) {
    const stopWorker = await startWorker(engine, platform, features);
    stops.push(() => stopWorker(config.shutdownMs));
  }
  // A process that only works on jobs listens as well: whoever runs it asks whether it is healthy.
  const { app, limits } = await createApp(platform, () => draining);
  stops.push(() => app.close());
  if (config.roles.includes('live')) await startLive(app, platform, features);
  if (config.roles.includes('web')) await startWeb(app, platform, features, who, limits);
  const address = await listen(app, config);
  return {
    platform,
    engine,
    app,
    address,
    async stop() {
      draining = true;
      await drain();
      await stopAll();
    },
  };
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') throw new StartError(`Port ${port} on ${host} is in use: stop what listens there, or set PORT to another.`);
    if (errorCode(error) === 'EACCES') throw new StartError(`Port ${port} may not be opened by this user: set PORT to one above 1023.`);
    if (errorCode(error) === 'EADDRNOTAVAIL' || errorCode(error) === 'ENOTFOUND')
      throw new StartError(`HOST ${host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for every address.`);
    throw error;
  }
}
