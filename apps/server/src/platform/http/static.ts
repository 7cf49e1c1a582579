import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problem-error.ts';
import { sendProblem } from './problems.ts';

/** Where the web app is built to. */
const builtWeb = join(import.meta.dirname, '../../../../web/dist');

/**
 * Serves the web app: files with a hash in their name may be kept for ever, the page itself is asked for each time. Any
 * other address that a browser opens gets the page, which knows its own routes; everything else is a `not.found`.
 */
export async function serveWeb(app: FastifyInstance, directory = builtWeb): Promise<void> {
  const built = existsSync(join(directory, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: directory,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const opensPage = request.method === 'GET' && !/^\/(v1|assets)(\/|$)/.test(request.url) && (request.headers.accept ?? '').includes('text/html');
    if (built && opensPage) return reply.sendFile('index.html');
    return sendProblem(request, reply, new ProblemError('not.found', 'There is nothing at this address.'));
  });
}
