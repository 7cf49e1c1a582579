import { Problem, problems } from '@coachvisio/contract/problem.ts';
import type { Route } from '@coachvisio/contract/route.ts';
import { z } from 'zod';

type Json = Record<string, unknown>;

export interface Document extends Json {
  readonly openapi: '3.1.0';
  readonly paths: Record<string, Json>;
}

/** The public API as OpenAPI 3.1, made from the same objects that check each request. */
export function openApi(routes: readonly Route[], publicUrl: string, version: string): Document {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'CoachVisio',
      version,
      description:
        'Train for professional conversations. Errors are `application/problem+json` with a stable `code`. The conversation itself runs on the live socket: get a ticket first.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `cv_…`, of POST /v1/api-keys.' },
        session: { type: 'apiKey', in: 'cookie', name: publicUrl.startsWith('https:') ? '__Secure-coachvisio.session_token' : 'coachvisio.session_token' },
      },
    },
  };
}

function operation(route: Route): Json {
  const body = schemaOf(route.body, 'input');
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: route.can === 'public' ? [] : [{ apiKey: [] }, { session: [] }],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(takesBody(route, body) ? { requestBody: { required: isRequired(body), content: { 'application/json': { schema: body } } } } : {}),
    responses: { [route.status]: success(route), ...failures(route) },
  };
}

function success(route: Route): Json {
  if (route.status === 204) return { description: 'Done' };
  if (route.file !== undefined) return { description: 'The file', content: { [route.file]: { schema: { type: 'string', format: 'binary' } } } };
  return { description: 'Done', content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } };
}

/** One answer for each status, naming the codes it may carry; any route may also be limited or fail. */
function failures(route: Route): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of new Set([...route.problems, 'rate.limited' as const, 'server.failed' as const])) {
    byStatus.set(problems[code], [...(byStatus.get(problems[code]) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties, required } = Shape.parse(schemaOf(schema, 'input'));
  return Object.entries(properties).map(([name, of]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: of }));
}

const Shape = z.object({ properties: z.record(z.string(), z.unknown()).default({}), required: z.array(z.string()).default([]) });

const isRequired = (body: Json): boolean => Shape.parse(body).required.length > 0;
const takesBody = (route: Route, body: Json): boolean => route.method !== 'GET' && Object.keys(Shape.parse(body).properties).length > 0;

/** Ids are checked by functions that JSON Schema cannot say; they carry their pattern with them. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return json;
}
