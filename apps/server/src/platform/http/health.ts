import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/database.ts';
import { ProblemError } from '../problem-error.ts';

/** `/healthz`: the process answers. `/readyz`: it also has its database and takes new work; migrations ran before it listened. */
export function mountHealth(app: FastifyInstance, db: Database, isDraining: () => boolean): void {
  const unlimited = { config: { rateLimit: false }, logLevel: 'warn' } as const;
  app.get('/healthz', unlimited, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', unlimited, async (_request, reply) => {
    if (isDraining()) throw new ProblemError('server.unavailable', 'This process is stopping.');
    await db.ping().catch(() => {
      throw new ProblemError('server.unavailable', 'The database does not answer.');
    });
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
}
