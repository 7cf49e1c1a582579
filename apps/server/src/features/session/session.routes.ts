import { sessionRoutes } from '@coachvisio/contract/session.ts';
import { handle } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import { beginSession } from './begin-session.ts';
import { deleteSession } from './delete-session.ts';
import { endSession } from './end-session.ts';
import { replayFrom } from './replay-from.ts';
import { listSessions, readSession } from './read-session.ts';

export const routesOf = (platform: Platform) => [
  handle(sessionRoutes.begin, (ctx, { body }) => beginSession(ctx, body)),
  handle(sessionRoutes.replay, (ctx, { params, body }) => replayFrom(ctx, params.id, body.seq)),
  handle(sessionRoutes.list, (ctx, { query }) => listSessions(ctx, query)),
  handle(sessionRoutes.read, (ctx, { params }) => readSession(ctx, params.id)),
  handle(sessionRoutes.end, (ctx, { params }) => endSession(ctx, params.id)),
  handle(sessionRoutes.remove, (ctx, { params }) => deleteSession(platform, ctx, params.id)),
];
