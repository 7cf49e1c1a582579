import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, post, startTestServer, type TestServer } from '../testing.ts';

const password = 'trois pommes bleues';

describe('the door', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const ask = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    server.fetch(`/v1/auth/${path}`, { ...post(body), headers: { 'content-type': 'application/json', ...headers } });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'home', '/a\nb'])('mails no link that leads to %s', async (place) => {
    for (const field of ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL'])
      expect((await ask('sign-in/magic-link', { email: 'a@example.org', [field]: place })).status, field).toBe(400);
    expect((await ask('request-password-reset', { email: 'a@example.org', redirectTo: place })).status).toBe(400);
    for (const path of ['magic-link/verify?token=x&', 'verify-email?token=x&', 'reset-password/x?'])
      expect((await server.fetch(`/v1/auth/${path}callbackURL=${encodeURIComponent(place)}`)).status, path).toBe(400);
  });

  it('does not lead elsewhere for a client that claims to have called another host', async () => {
    const { port, host } = new URL(server.url);
    const path = '/v1/auth/reset-password/x?callbackURL=https://elsewhere.example/';
    for (const head of [`GET ${path} HTTP/1.1\r\nHost: elsewhere.example`, `GET http://elsewhere.example${path} HTTP/1.1\r\nHost: ${host}`]) {
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${head}\r\nConnection: close\r\n\r\n`));
        let text = '';
        socket.on('data', (data) => (text += String(data)));
        socket.on('end', () => resolve(text));
        socket.on('error', reject);
      });
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).not.toContain('elsewhere.example');
    }
  });

  it('takes no name that no screen could show, and nothing of any length', async () => {
    const signUp = (more: object) => ask('sign-up/email', { email: 'b@example.org', password, name: 'B', ...more });
    for (const more of [{ name: 'x'.repeat(81) }, { name: 'a\0b' }, { name: '\u202egro.elpmaxe' }, { email: `${'a'.repeat(300)}@example.org` }])
      expect((await signUp(more)).status).toBe(400);
    const learner = await server.asDemo();
    for (const name of ['a\0b', 'a\u001b[31m', '\u202eabc', 'a\ud800'])
      expect(await learner.call('PATCH', '/v1/me', { name }), name).toMatchObject({ status: 400 });
    expect(await learner.call('PATCH', '/v1/me', { name: 'Zoé N’Diaye-Ōta 李' })).toMatchObject({ status: 200 });
  });

  it('refuses what is nested, however deep, instead of failing', async () => {
    const deep = `{"email":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const response = await server.fetch('/v1/auth/sign-up/email', { method: 'POST', headers: { 'content-type': 'application/json' }, body: deep });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'request.invalid' });
  });

  it('stays shut for pages of other sites, with a cookie and without', async () => {
    const learner = await server.asDemo();
    for (const cookie of [{}, { cookie: learner.cookie }]) {
      for (const from of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
        const headers = { ...cookie, ...from };
        expect((await server.fetch('/v1/demo', { method: 'POST', headers })).status, JSON.stringify(from)).toBe(403);
        expect((await ask('sign-in/magic-link', { email: 'c@example.org' }, headers)).status, JSON.stringify(from)).toBe(403);
      }
    }
    expect((await server.fetch('/v1/demo', { method: 'POST', headers: { origin: server.url, 'sec-fetch-site': 'same-origin' } })).status).toBe(201);
  });

  it('keeps no link in the database that would open an account', async () => {
    const { me } = await server.asMember({ email: 'lost@example.org' });
    await ask('request-password-reset', { email: me.email, redirectTo: '/reset' });
    await ask('sign-in/magic-link', { email: me.email });
    let tokens: string[] = [];
    while (tokens.length < 2) {
      await wait(20);
      tokens = (await server.mails())
        .filter((mail) => mail.includes('lost@example.org'))
        .flatMap((mail) => /(?:token=|reset-password\/)([\w-]{20,})/.exec(mail)?.[1] ?? [])
        .slice(1);
    }
    const stored = JSON.stringify((await server.native('select * from auth.verification')).rows);
    for (const token of tokens) expect(stored).not.toContain(token);
  });
});

describe('a mail server that is slow', () => {
  it('does not tell by the time it takes which addresses have an account', async () => {
    const smtp = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'], onConnect: (_session, done) => void setTimeout(done, 1500) });
    const port = await freePort();
    await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
    const server = await startTestServer({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
    try {
      const timed = async (path: string, email: string): Promise<number> => {
        const start = performance.now();
        await server.fetch(`/v1/auth/${path}`, post({ email, password, name: 'Ada' }));
        return performance.now() - start;
      };
      for (const path of ['sign-up/email', 'request-password-reset']) {
        for (const email of ['known@example.org', 'unknown@example.org']) expect(await timed(path, email), `${path} ${email}`).toBeLessThan(1400);
      }
    } finally {
      await server.close();
      await new Promise<void>((resolve) => smtp.close(resolve));
    }
  });
});

describe('limits at the door', () => {
  it('keep a mailbox from being flooded and a password from being guessed, whether there is an account or not', async () => {
    const server = await startTestServer({ env: { RATE_LIMIT: 'on', TRUST_PROXY: 'on' } });
    try {
      let client = 0;
      // Each time from another address: the limit is the mailbox's own.
      const ask = async (path: string, body: unknown) => {
        client += 1;
        const headers = { 'x-forwarded-for': `203.0.113.${client}` };
        return (await server.app.inject({ method: 'POST', url: `/v1/auth/${path}`, headers, payload: JSON.parse(JSON.stringify(body)) })).statusCode;
      };
      const mails: number[] = [];
      for (let i = 0; i < 8; i += 1)
        mails.push(await ask(i % 2 ? 'request-password-reset' : 'sign-in/magic-link', { email: i % 3 ? 'v@example.org' : 'V@Example.org' }));
      expect(mails).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
      const tries: number[] = [];
      for (let i = 0; i < 21; i += 1) tries.push(await ask('sign-in/email', { email: 'v@example.org', password: `tried ${i} times` }));
      expect(tries.slice(0, 20).every((status) => status === 401)).toBe(true);
      expect(tries[20]).toBe(429);
    } finally {
      await server.close();
    }
  });

  it('count the address that the proxy saw, not the one that a client writes', async () => {
    const server = await startTestServer({ env: { RATE_LIMIT: 'on', TRUST_PROXY: 'on' } });
    try {
      const enter = (forwarded: string) =>
        server.app
          .inject({ method: 'POST', url: '/v1/demo', headers: { 'x-forwarded-for': forwarded }, payload: { locale: 'x' } })
          .then(({ statusCode }) => statusCode);
      const statuses: number[] = [];
      for (let i = 0; i < 62; i += 1) statuses.push(await enter(`10.0.0.${i}, 203.0.113.9`));
      expect(statuses.slice(-2)).toEqual([429, 429]);
      expect(await enter('203.0.113.9, 203.0.113.10')).toBe(400);
    } finally {
      await server.close();
    }
  });
});
