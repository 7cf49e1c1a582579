import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { Route } from '@coachvisio/contract/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { openApi } from './openapi.ts';

/** The description at /v1/openapi.json and a page to read and try it at /v1/reference. */
export async function mountReference(app: FastifyInstance, routes: readonly Route[], { publicUrl }: Config, version: string): Promise<void> {
  const document = openApi(routes, publicUrl, version);
  const text = JSON.stringify(document);
  app.get('/v1/openapi.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').type('application/json; charset=utf-8').send(text),
  );
  await app.register(async (scope) => {
    await scope.register(swagger, { mode: 'static', specification: { document: { ...JSON.parse(text), servers: [{ url: '/' }] } } });
    // Its pages load files only, so the policy of every other answer holds for them too; and nothing is asked of a validator elsewhere.
    await scope.register(swaggerUi, {
      routePrefix: '/v1/reference',
      theme: { title: 'CoachVisio API' },
      uiConfig: { deepLinking: true, validatorUrl: null, layout: 'BaseLayout' },
    });
  });
}
