import { may } from '@coachvisio/contract/permission.ts';
import type { Route } from '@coachvisio/contract/route.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Who } from '../auth/who.ts';
import { FileAnswer, type MountedRoute } from '../feature.ts';
import type { Platform } from '../platform.ts';
import { ProblemError } from '../problem-error.ts';
import { byteRange } from './byte-range.ts';
import { headersOf } from './headers-of.ts';
import type { Limits } from './limits.ts';
import { localeOf } from './locale-of.ts';

interface Parts {
  readonly platform: Platform;
  readonly who: Who;
  readonly limits: Limits;
}

/** Puts one route of the contract on the server: who asks, whether they may, input, use case, answer. */
export function mountRoute(app: FastifyInstance, mounted: MountedRoute, parts: Parts): void {
  const { route } = mounted;
  app.route({
    method: route.method,
    url: route.path,
    config: { rateLimit: parts.limits.forRoute(route) },
    handler: async (request, reply) => {
      const raw = { params: request.params, query: request.query, body: request.body };
      if (mounted.can === 'public') return answer(reply, route, await mounted.run(visitOf(request, reply, parts), raw));
      const caller = await parts.who(headersOf(request));
      await parts.limits.countUser(caller.actor.user);
      if (!may(caller.actor.role, mounted.can))
        throw new ProblemError('permission.denied', `The role ${caller.actor.role} may not do this: it needs ${mounted.can}.`);
      const { platform } = parts;
      const log = platform.log.child({ requestId: request.id, org: caller.org, member: caller.actor.member });
      const ctx = { ...platform.contextOf(caller.org), ...caller, log, requestId: request.id };
      // What one account may read is nobody else's.
      reply.header('cache-control', 'private, no-store');
      return answer(reply, route, await mounted.run(ctx, raw));
    },
  });
}

function visitOf(request: FastifyRequest, reply: FastifyReply, { platform }: Parts) {
  const headers = headersOf(request);
  return {
    headers,
    locale: localeOf(headers),
    log: platform.log.child({ requestId: request.id }),
    clock: platform.clock,
    requestId: request.id,
    setCookie: (value: string) => void reply.header('set-cookie', value),
    cacheFor: (seconds: number) => void reply.header('cache-control', `public, max-age=${seconds}`),
  };
}

/** What leaves was checked against the contract: fields it does not name are dropped, a wrong shape is our failure. */
async function answer(reply: FastifyReply, route: Route, output: unknown): Promise<FastifyReply> {
  if (output instanceof FileAnswer) return sendFile(reply, route, output);
  const checked = route.answer.safeParse(output);
  if (!checked.success) {
    // Paths only: the values are what somebody said.
    reply.log.error({ route: route.id, paths: checked.error.issues.map((issue) => issue.path.join('.')) }, 'answer breaks the contract');
    throw new ProblemError('server.failed');
  }
  reply.code(route.status);
  return route.status === 204 ? reply.send() : reply.type('application/json; charset=utf-8').send(JSON.stringify(checked.data));
}

async function sendFile(reply: FastifyReply, route: Route, file: FileAnswer): Promise<FastifyReply> {
  if (file.etag !== undefined) {
    const tag = `"${file.etag}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (reply.request.headers['if-none-match'] === tag) return reply.code(304).send();
  }
  reply.headers(file.headers);
  const ascii = file.filename.replace(/[^\w.-]+/g, '-');
  reply.header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`);
  reply.type(route.file ?? 'application/octet-stream');
  // A file has no copy: what is sent is a view of it.
  const body = Buffer.from(file.body.buffer, file.body.byteOffset, file.body.byteLength);
  if (!file.ranges) return reply.code(route.status).send(body);
  const { range, 'if-range': ifRange } = reply.request.headers;
  reply.header('accept-ranges', 'bytes');
  // Without a validator to compare with, «if it is still the same» cannot be answered: then it is sent whole.
  const asked = ifRange === undefined ? byteRange(range, body.length) : 'whole';
  if (asked === 'whole') return reply.code(route.status).send(body);
  if (asked === 'none') {
    reply.header('content-range', `bytes */${body.length}`);
    throw new ProblemError('range.unsatisfiable', `The file has ${body.length} bytes.`);
  }
  return reply
    .code(206)
    .header('content-range', `bytes ${asked.from}-${asked.to}/${body.length}`)
    .send(body.subarray(asked.from, asked.to + 1));
}
