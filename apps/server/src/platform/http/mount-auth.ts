import type { FastifyInstance } from 'fastify';
import type { Accounts } from '../auth/accounts.ts';
import { authPath } from '../auth/better-auth.ts';
import { headersOf } from './headers-of.ts';
import { checkAtTheDoor } from './check-at-the-door.ts';
import type { Limits } from './limits.ts';

/** Hands everything under /v1/auth to the account library, whose answers and errors stay its own. */
export function mountAuth(app: FastifyInstance, accounts: Accounts, publicUrl: string, limits: Limits): void {
  app.route({
    method: ['GET', 'POST'],
    url: `${authPath}/*`,
    config: { rateLimit: limits.atTheDoor },
    handler: async (request, reply) => {
      // A request line may name a host of its own; the library is asked in the name of ours.
      const { pathname, search } = new URL(request.url, publicUrl);
      const body = checkAtTheDoor(pathname, request.query, request.body, limits);
      const headers = headersOf(request);
      // The body was parsed as JSON, or there was none: signing out sends none.
      headers.set('content-type', 'application/json');
      const response = await accounts.respond(
        new Request(new URL(`${pathname}${search}`, publicUrl), {
          method: request.method,
          headers,
          ...(request.method === 'POST' ? { body: JSON.stringify(body) } : {}),
        }),
      );
      reply.code(response.status).header('cache-control', 'no-store');
      for (const [name, value] of response.headers) if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
    },
  });
}
