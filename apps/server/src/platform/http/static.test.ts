import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerProblems } from './problems.ts';
import { serveWeb } from './static.ts';

describe('the web app', () => {
  const directory = mkdtempSync(join(tmpdir(), 'coachvisio-web-'));
  let app: FastifyInstance;
  beforeAll(async () => {
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'index.html'), '<!doctype html><title>CoachVisio</title>');
    writeFileSync(join(directory, 'assets', 'page-a1b2c3.js'), 'export {};');
    app = fastify();
    answerProblems(app);
    await serveWeb(app, directory);
  });
  afterAll(async () => {
    await app.close();
    rmSync(directory, { recursive: true });
  });

  const asPage = { accept: 'text/html,application/xhtml+xml' };

  it.each(['/', '/home', '/sessions/ses_0123/debrief', '/v1x'])('answers %s with the page, asked for each time', async (url) => {
    const response = await app.inject({ url, headers: asPage });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('<title>CoachVisio</title>');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it('lets browsers keep what has a hash in its name', async () => {
    const response = await app.inject('/assets/page-a1b2c3.js');
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(response.headers['content-type']).toContain('javascript');
  });

  it.each(['/v1/nothing', '/assets/gone.js', '/v1'])('has nothing at %s, even for a browser', async (url) => {
    const response = await app.inject({ url, headers: asPage });
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/%2e%2e/%2e%2e/package.json', '/.env'])('does not leave its directory for %s', async (url) => {
    expect((await app.inject(url)).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('does not take a program for a browser', async () => {
    expect((await app.inject({ url: '/home', headers: { accept: 'application/json' } })).statusCode).toBe(404);
  });
});
