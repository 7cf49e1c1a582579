import { connect } from 'node:net';
import { Problem } from '@coachvisio/contract/problem.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { post, startTestServer, type TestServer } from './platform/testing.ts';
import { wire } from './wiring.ts';

const someId = '0'.repeat(20);
const fill = (path: string): string => path.replace(/:(\w+)/g, path.includes('api-keys') ? `key_${someId}` : `ses_${someId}`);

const problemOf = async (response: Response): Promise<z.output<typeof Problem>> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  return problem;
};

describe('the API', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('asks everybody who they are, except on public routes', async () => {
    const routes = (await wire(server.platform)).features.flatMap((feature) => feature.routes ?? []);
    expect(routes.length).toBeGreaterThan(10);
    for (const { route, can } of routes.filter((one) => one.can !== 'public')) {
      for (const headers of [{}, { cookie: 'coachvisio.session_token=forged.signature' }]) {
        const response = await server.fetch(fill(route.path), { method: route.method, headers });
        expect.soft((await problemOf(response)).code, `${route.id} (${can})`).toBe('auth.required');
      }
      const response = await server.fetch(fill(route.path), { method: route.method, headers: { authorization: `Bearer cv_${'x'.repeat(43)}` } });
      expect.soft((await problemOf(response)).code, route.id).toBe('auth.invalid');
    }
  });

  it('refuses a role what the table of permissions does not give it', async () => {
    const learner = await server.asDemo();
    expect(await learner.call('GET', '/v1/api-keys')).toMatchObject({ status: 403, json: { code: 'permission.denied' } });
    const dpo = await server.asMember({ role: 'dpo' });
    expect(await dpo.call('GET', '/v1/api-keys')).toMatchObject({ status: 403, json: { code: 'permission.denied' } });
  });

  it('names every fault of a request at once, without repeating what was sent', async () => {
    const learner = await server.asDemo();
    const response = await learner.fetch('/v1/me', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: '', locale: 'Klingonais', extra: 1 }),
    });
    const problem = await problemOf(response);
    expect(problem.code).toBe('request.invalid');
    expect(problem.faults?.map(({ path }) => path).sort()).toEqual(['body', 'body.locale', 'body.name']);
    expect(JSON.stringify(problem)).not.toContain('Klingonais');
  });

  it.each([
    ['an unknown address', '/v1/nothing', {}, 404, 'not.found'],
    ['a method that a path does not have', '/v1/me', { method: 'PUT' }, 404, 'not.found'],
    ['a body that is not JSON', '/v1/demo', { ...post({}), body: '{' }, 400, 'request.invalid'],
    ['an empty body declared as JSON', '/v1/demo', { ...post({}), body: '' }, 400, 'request.invalid'],
    ['a body that poisons prototypes', '/v1/demo', { ...post({}), body: '{"__proto__":{"a":1}}' }, 400, 'request.invalid'],
    ['another media type', '/v1/demo', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }, 400, 'request.invalid'],
    ['a body over 256 KB', '/v1/demo', post({ locale: 'x'.repeat(300_000) }), 413, 'request.too_large'],
    ['an address that cannot be decoded', '/v1/scenarios/%c3%28', {}, 404, 'not.found'],
    ['a parameter without end', `/v1/scenarios/${'a'.repeat(9000)}`, {}, 400, 'request.invalid'],
    ['a parameter of another kind', '/v1/scenarios/Not_A_Slug', {}, 400, 'request.invalid'],
    ['a language that is not spoken', '/v1/scenarios?locale=de', {}, 400, 'request.invalid'],
  ])('answers %s with a problem', async (_, path, init, status, code) => {
    const response = await server.fetch(path, init);
    expect(await problemOf(response)).toMatchObject({ status, code });
  });

  it('answers what is not HTTP without falling over', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.end('NOT HTTP\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await server.fetch('/healthz')).status).toBe(200);
  });

  it.each(['/', '/v1/installation', '/v1/me', '/v1/nothing', '/v1/openapi.json', '/healthz', '/v1/auth/get-session'])(
    'sends the same strict headers with %s',
    async (path) => {
      const { headers } = await server.fetch(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('keeps answers about a person out of every cache', async () => {
    const learner = await server.asDemo();
    expect((await learner.fetch('/v1/me')).headers.get('cache-control')).toBe('private, no-store');
    expect((await server.fetch('/v1/me')).headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a change that a page of another site asks for with somebody’s cookie', async () => {
    const learner = await server.asDemo();
    const change = (headers: Record<string, string>) =>
      learner.fetch('/v1/me', { method: 'PATCH', headers: { 'content-type': 'application/json', ...headers }, body: '{"name":"x"}' });
    expect((await change({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await change({ origin: 'null' })).status).toBe(403);
    const response = await server.app.inject({
      method: 'PATCH',
      url: '/v1/me',
      headers: { cookie: learner.cookie, 'sec-fetch-site': 'cross-site' },
      payload: { name: 'x' },
    });
    expect(response.statusCode).toBe(403);
    expect((await change({ origin: server.url })).status).toBe(200);
  });

  it('describes itself in OpenAPI 3.1, every route with its problems and its security', async () => {
    const Operation = z.object({
      operationId: z.string(),
      security: z.array(z.record(z.string(), z.array(z.string()))),
      responses: z.record(z.string(), z.unknown()),
    });
    const Document = z.object({
      openapi: z.literal('3.1.0'),
      paths: z.record(z.string(), z.record(z.string(), Operation)),
      components: z.object({ securitySchemes: z.object({ apiKey: z.unknown(), session: z.unknown() }), schemas: z.object({ Problem: z.unknown() }) }),
    });
    const document = Document.parse(await (await server.fetch('/v1/openapi.json')).json());
    const routes = (await wire(server.platform)).features.flatMap((feature) => feature.routes ?? []);
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(routes.map(({ route }) => route.id).sort());
    for (const { route } of routes) {
      const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      expect.soft(Object.keys(operation?.responses ?? {}), route.id).toEqual(expect.arrayContaining([String(route.status), '429', '500']));
      expect.soft(operation?.security, route.id).toEqual(route.can === 'public' ? [] : [{ apiKey: [] }, { session: [] }]);
    }
  });

  it('has a reference page under the same policy, without an inline script', async () => {
    const page = await server.fetch('/v1/reference/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe((await server.fetch('/v1/installation')).headers.get('content-security-policy'));
    expect(await page.text()).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|style="/);
  });

  it('says whether it lives and whether it is ready', async () => {
    expect(await (await server.fetch('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await server.fetch('/readyz')).json()).toEqual({ status: 'ready' });
  });
});

describe('over https', () => {
  it('asks for it for ever, and keeps cookies to it', async () => {
    const server = await startTestServer({ env: { PUBLIC_URL: 'https://coachvisio.example' } });
    try {
      const entered = await server.app.inject({ method: 'POST', url: '/v1/demo', payload: {} });
      expect(entered.headers['strict-transport-security']).toContain('max-age=31536000');
      expect(entered.headers['content-security-policy']).toContain('wss://coachvisio.example');
      expect(String(entered.headers['set-cookie'])).toMatch(/^__Secure-coachvisio\.session_token=.*HttpOnly.*Secure.*SameSite=Lax/);
    } finally {
      await server.close();
    }
  });
});

describe('limits', () => {
  it('stop an address that enters without end, and tell when to come back', async () => {
    const server = await startTestServer({ env: { RATE_LIMIT: 'on' } });
    try {
      const statuses: number[] = [];
      for (let i = 0; i < 62; i += 1) statuses.push((await server.app.inject({ method: 'POST', url: '/v1/demo', payload: { locale: 'x' } })).statusCode);
      expect(statuses.slice(0, 60).every((status) => status === 400)).toBe(true);
      const refused = await server.app.inject({ method: 'POST', url: '/v1/demo', payload: {} });
      expect(refused.statusCode).toBe(429);
      expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(refused.json()).toMatchObject({ code: 'rate.limited' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await server.app.inject('/v1/installation')).statusCode).toBe(200);
    } finally {
      await server.close();
    }
  });
});
