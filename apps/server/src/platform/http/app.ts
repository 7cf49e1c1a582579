import { fastify, type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import underPressure from '@fastify/under-pressure';
import { newId } from '../id.ts';
import type { Platform } from '../platform.ts';
import { ProblemError } from '../problem-error.ts';
import { secureHeaders } from './headers.ts';
import { mountHealth } from './health.ts';
import { type Limits, limitRates } from './limits.ts';
import { answerProblems } from './problems.ts';
import { refuseForgery } from './refuse-forgery.ts';

const bodyLimit = 256 * 1024;

export interface App {
  readonly app: FastifyInstance;
  readonly limits: Limits;
}

/** The server without a single route of the product: headers, limits, problems, health. */
export async function createApp(platform: Platform, isDraining: () => boolean): Promise<App> {
  const { config, log } = platform;
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    // One proxy, ours: the address that it saw stands last. Those before it are what the client wrote itself.
    trustProxy: config.trustProxy && ((_address: string, hop: number) => hop === 0),
    requestTimeout: 30_000,
    // A client that keeps its connection open must not keep a process from stopping.
    forceCloseConnections: true,
    // Longer than any address the parser lets through: a long parameter is then refused by its schema, with our headers.
    routerOptions: { maxParamLength: 20_000 },
    genReqId: () => newId('req'),
    // The router would answer an address it cannot decode by itself, past every hook: nothing is there, so say that.
    rewriteUrl: (request) => (canDecode(request.url ?? '') ? (request.url ?? '/') : '/v1/-'),
  });
  answerProblems(app);
  await secureHeaders(app, config.publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  const limits = await limitRates(app, config.rateLimit);
  refuseForgery(app, config.publicUrl);
  await app.register(underPressure, {
    // The mean over a second: longer than any work of ours, so only a process that is really behind refuses.
    // Off with the other limits: a machine that runs many servers at once, to measure or to test, is behind by itself.
    maxEventLoopDelay: config.rateLimit ? 2000 : 0,
    pressureHandler: () => {
      throw new ProblemError('server.unavailable', 'The server has too much to do: try again in a moment.');
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, not the address: an address may hold what somebody typed.
    request.log.debug(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime), requestId: request.id },
      'answered',
    );
  });
  mountHealth(app, platform.db, isDraining);
  return { app, limits };
}

function canDecode(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
