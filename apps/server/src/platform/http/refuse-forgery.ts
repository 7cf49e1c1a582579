import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-error.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A cookie goes along with whatever page makes the browser ask, so a request that changes something must come from a page
 * of ours. Without a cookie too: another site must not sign its visitors in here, nor have them ask for mails. Keys are not
 * sent by themselves and need no such check; a client without Origin and Sec-Fetch-Site is no browser.
 */
export function refuseForgery(app: FastifyInstance, publicUrl: string): void {
  const own = new URL(publicUrl).origin;
  app.addHook('onRequest', async (request) => {
    const byKey = request.headers.authorization !== undefined && request.headers.cookie === undefined;
    if (safe.has(request.method) || byKey) return;
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
