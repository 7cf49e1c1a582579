import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-error.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A cookie goes along with whatever page makes the browser ask, so a request that changes something must come from a page
 * of ours. Keys are not sent by themselves and need no such check; a client without Origin and Sec-Fetch-Site is no browser.
 */
export function refuseForgery(app: FastifyInstance, publicUrl: string): void {
  const own = new URL(publicUrl).origin;
  app.addHook('onRequest', async (request) => {
    if (safe.has(request.method) || request.headers.cookie === undefined) return;
    if (!comesFromUs(request, own)) throw new ProblemError('permission.denied', 'The request comes from a page of another site.');
  });
}

function comesFromUs(request: FastifyRequest, own: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === own || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}
