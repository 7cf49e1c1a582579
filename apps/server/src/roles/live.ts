import websocket from '@fastify/websocket';
import { liveFrameLimit } from '@coachvisio/contract/live-protocol.ts';
import type { FastifyInstance } from 'fastify';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';

/** Above the limit of the protocol, so that a frame that is a little too large is answered with the protocol's own reason. */
const mostBytes = 4 * liveFrameLimit;

/** Opens the live sockets of the features that have one. */
export async function startLive(app: FastifyInstance, platform: Platform, features: readonly Feature[]): Promise<void> {
  // No compression: it costs memory for each connection and saves nothing on frames this short.
  await app.register(websocket, { options: { maxPayload: mostBytes, perMessageDeflate: false } });
  await app.register(async (scope) => {
    for (const feature of features) feature.socket?.(scope, platform);
  });
}
