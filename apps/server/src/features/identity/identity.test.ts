import { ApiKey, Me } from '@coachvisio/contract/account.ts';
import { sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { decodeMail, freePort, post, startTestServer, type TestServer } from '../../platform/testing.ts';
import { purgeAccounts } from './purge-accounts.ts';

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ');
const password = 'trois pommes bleues';
const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

describe('a throw-away learner', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const entered = async (languages: string) =>
    Me.parse(await (await server.fetch('/v1/demo', { method: 'POST', headers: { 'accept-language': languages } })).json()).locale;

  it('enters without an account, in the language asked for', async () => {
    const response = await server.fetch('/v1/demo', post({ locale: 'en' }));
    expect(response.status).toBe(201);
    expect(Me.parse(await response.json())).toMatchObject({ demo: true, role: 'learner', locale: 'en', email: null, organisation: { name: 'CoachVisio' } });
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('follows the browser’s language when none is asked for', async () => {
    expect(await entered('en-GB,en;q=0.9,fr;q=0.8')).toBe('en');
    expect(await entered('de,fr;q=0.8,en;q=0.5')).toBe('fr');
    expect(await entered('de')).toBe('fr');
  });

  it('is one of many in one demo organisation, even when many enter at once', async () => {
    const learners = await Promise.all(Array.from({ length: 6 }, () => server.asDemo()));
    expect(new Set(learners.map(({ me }) => me.organisation.id)).size).toBe(1);
    expect(new Set(learners.map(({ me }) => me.member)).size).toBe(6);
  });

  it('changes name and language, and nothing else', async () => {
    const learner = await server.asDemo();
    expect(await learner.call('PATCH', '/v1/me', { name: '  Zoé  ' })).toMatchObject({ status: 200, json: { name: 'Zoé', locale: 'fr' } });
    expect(await learner.call('PATCH', '/v1/me', { locale: 'en' })).toMatchObject({ status: 200, json: { name: 'Zoé', locale: 'en' } });
    expect(await learner.call('PATCH', '/v1/me', { role: 'owner' })).toMatchObject({ status: 400 });
    expect(await learner.call('GET', '/v1/me')).toMatchObject({ json: { name: 'Zoé', locale: 'en', role: 'learner' } });
  });

  it('deletes the account and leaves nothing but ids', async () => {
    const learner = await server.asDemo();
    await learner.call('PATCH', '/v1/me', { name: 'Unmistakable' });
    expect(await learner.call('DELETE', '/v1/me')).toEqual({ status: 204, json: null });
    expect(await learner.call('GET', '/v1/me')).toMatchObject({ status: 401, json: { code: 'auth.required' } });
    const left = await server.native(`select (select count(*)::int from member where id = '${learner.me.member}') as members,
      (select count(*)::int from event where payload::text like '%Unmistakable%') as names,
      (select count(*)::int from event where name = 'member.deleted' and payload ->> 'member' = '${learner.me.member}') as events`);
    expect(left.rows).toEqual([{ members: 0, names: 0, events: 1 }]);
  });

  it('is deleted after a day, and not before', async () => {
    const old = await server.asDemo();
    const recent = await server.asDemo();
    const age = (member: string, hours: number) =>
      server.db.tenant(
        old.me.organisation.id,
        async (tx) => void (await tx.execute(sql`update member set created_at = now() - make_interval(hours => ${hours}) where id = ${member}`)),
      );
    await age(old.me.member, 25);
    await age(recent.me.member, 23);
    await purgeAccounts(server.platform);
    expect((await old.fetch('/v1/me')).status).toBe(401);
    expect((await recent.fetch('/v1/me')).status).toBe(200);
  });

  it('finds the door closed where the installation has no demo', async () => {
    const closed = await startTestServer({ env: { DEMO: 'off' } });
    try {
      expect(await (await closed.fetch('/v1/demo', post({}))).json()).toMatchObject({ code: 'demo.off' });
      expect(await (await closed.fetch('/v1/installation')).json()).toMatchObject({ demo: false, mail: 'folder', voicedBy: 'bank' });
    } finally {
      await closed.close();
    }
  });

  it('cannot be made past the door', async () => {
    expect((await server.fetch('/v1/auth/sign-in/anonymous', post({}))).status).toBe(404);
  });
});

describe('an account', () => {
  let server: TestServer;
  let smtp: SMTPServer;
  const received: string[] = [];
  beforeAll(async () => {
    smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(decodeMail(Buffer.concat(chunks).toString('latin1')));
          done();
        });
      },
    });
    const port = await freePort();
    await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
    server = await startTestServer({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  });
  afterAll(async () => {
    await server.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
  });

  /** The link of the newest mail that came since the last one asked for: mails leave after the answer. */
  const linkTo = (email: string): Promise<string> =>
    vi.waitFor(() => {
      const at = received.findLastIndex((mail) => mail.includes(`To: ${email}`));
      const link = /https?:\/\/\S+/.exec(received[at] ?? '')?.[0];
      if (link === undefined) throw new Error(`no mail came for ${email}`);
      received.splice(at, 1);
      return link;
    });
  const signUp = (email: string, chosen = password) => server.fetch('/v1/auth/sign-up/email', post({ email, password: chosen, name: 'Ada' }));
  const signIn = (email: string, tried = password) => server.fetch('/v1/auth/sign-in/email', post({ email, password: tried }));
  const meWith = async (cookie: string) => (await server.fetch('/v1/me', { headers: { cookie } })).json();

  it('opens once the address was confirmed, with an organisation of its own', async () => {
    const email = 'ada@example.org';
    const signedUp = await signUp(email);
    expect(signedUp.status).toBe(200);
    expect(cookieOf(signedUp)).toBe('');
    expect((await signIn(email)).status).toBe(403);
    const confirmed = await server.fetch(await linkTo(email));
    expect(await meWith(cookieOf(confirmed))).toMatchObject({ name: 'Ada', email, role: 'owner', demo: false, organisation: { name: 'Ada' } });
    const again = await signIn(email);
    expect(await meWith(cookieOf(again))).toMatchObject({ email });
    expect((await signIn(email, 'wrong password')).status).toBe(401);
  });

  it('opens by a link from a mail, once', async () => {
    const email = 'link@example.org';
    await server.fetch('/v1/auth/sign-in/magic-link', { ...post({ email }), headers: { 'content-type': 'application/json', 'accept-language': 'en' } });
    expect(received.some((mail) => mail.includes('Your CoachVisio sign-in link'))).toBe(true);
    const link = await linkTo(email);
    const first = await server.fetch(link, { headers: { 'accept-language': 'en' } });
    expect(await meWith(cookieOf(first))).toMatchObject({ email, name: 'link', locale: 'en', role: 'owner' });
    expect(cookieOf(await server.fetch(link))).toBe('');
  });

  it('does not tell a stranger that it exists', async () => {
    const email = 'twice@example.org';
    const [first, second] = [await signUp(email), await signUp(email)];
    expect([first.status, second.status]).toEqual([200, 200]);
    const Token = z.object({ token: z.null() });
    Token.parse(await first.json());
    Token.parse(await second.json());
  });

  it.each(['short', 'motdepasse12', 'Azertyuiop1!', '1234567890', 'aaaaaaaaaaaa', 'p@ssw0rdPassw0rd', 'abcabcabcabc'])(
    'refuses the password %s',
    async (chosen) => {
      expect((await signUp(`weak-${chosen.length}@example.org`, chosen)).status).toBe(400);
    },
  );

  it('gets a new password by mail, which signs other devices out', async () => {
    const email = 'lost@example.org';
    await signUp(email);
    const cookie = cookieOf(await server.fetch(await linkTo(email)));
    await server.fetch('/v1/auth/request-password-reset', post({ email, redirectTo: '/reset' }));
    const token = /token=([^&\s]+)/.exec((await server.fetch(await linkTo(email))).headers.get('location') ?? '')?.[1];
    expect((await server.fetch('/v1/auth/reset-password', post({ token, newPassword: 'motdepasse12' }))).status).toBe(400);
    expect((await server.fetch('/v1/auth/reset-password', post({ token, newPassword: 'quatre poires vertes' }))).status).toBe(200);
    expect(await meWith(cookie)).toMatchObject({ code: 'auth.required' });
    expect((await signIn(email, 'quatre poires vertes')).status).toBe(200);
  });

  it('is signed out for good', async () => {
    const email = 'out@example.org';
    await signUp(email);
    const cookie = cookieOf(await server.fetch(await linkTo(email)));
    await server.fetch('/v1/auth/sign-out', { method: 'POST', headers: { cookie, origin: server.url } });
    expect(await meWith(cookie)).toMatchObject({ code: 'auth.required' });
  });

  it('takes its personal organisation with it when it is deleted', async () => {
    const email = 'gone@example.org';
    await signUp(email);
    const cookie = cookieOf(await server.fetch(await linkTo(email)));
    const me = Me.parse(await meWith(cookie));
    expect((await server.fetch('/v1/me', { method: 'DELETE', headers: { cookie } })).status).toBe(204);
    const { rows } = await server.native(`select (select count(*)::int from organisation where id = '${me.organisation.id}') as organisations,
      (select count(*)::int from auth.account_user where email = '${email}') as accounts, (select count(*)::int from auth.credential c left join auth.account_user u on u.id = c.user_id where u.id is null) as stray`);
    expect(rows).toEqual([{ organisations: 0, accounts: 0, stray: 0 }]);
    expect((await signIn(email)).status).toBe(401);
  });

  it('that was never confirmed is purged after two days', async () => {
    await signUp('never@example.org');
    await server.native(`update auth.account_user set created_at = now() - interval '49 hours' where email in ('never@example.org', 'ada@example.org')`);
    await purgeAccounts(server.platform);
    const { rows } = await server.native(`select email from auth.account_user where email in ('never@example.org', 'ada@example.org')`);
    expect(rows).toEqual([{ email: 'ada@example.org' }]);
  });
});

describe('an API key', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const Created = ApiKey.extend({ key: z.string() });
  it('is shown once, acts as its member, and opens nothing once revoked', async () => {
    const owner = await server.asMember();
    const { status, json } = await owner.call('POST', '/v1/api-keys', { name: 'Export' });
    expect(status).toBe(201);
    const created = Created.parse(json);
    expect(created.key).toMatch(/^cv_[A-Za-z0-9_-]{43}$/);
    expect(created.key.startsWith(created.start)).toBe(true);
    expect(await (await server.fetch('/v1/me', bearer(created.key))).json()).toEqual(owner.me);
    const listed = z.object({ keys: z.array(ApiKey) }).parse((await owner.call('GET', '/v1/api-keys')).json);
    expect(listed.keys).toMatchObject([{ id: created.id, name: 'Export', lastUsedAt: expect.any(String) }]);
    expect(JSON.stringify(listed)).not.toContain(created.key);
    expect((await server.native(`select count(*)::int as n from auth.api_key where hash like '%${created.key}%' or hash like 'cv_%'`)).rows).toEqual([
      { n: 0 },
    ]);
    expect((await owner.call('DELETE', `/v1/api-keys/${created.id}`)).status).toBe(204);
    expect((await owner.call('DELETE', `/v1/api-keys/${created.id}`)).status).toBe(404);
    expect(await (await server.fetch('/v1/me', bearer(created.key))).json()).toMatchObject({ code: 'auth.invalid' });
  });

  it('is nobody else’s to see or to revoke', async () => {
    const owner = await server.asMember();
    const stranger = await server.asMember();
    const created = Created.parse((await owner.call('POST', '/v1/api-keys', { name: 'Mine' })).json);
    expect((await stranger.call('GET', '/v1/api-keys')).json).toEqual({ keys: [] });
    expect((await stranger.call('DELETE', `/v1/api-keys/${created.id}`)).status).toBe(404);
    expect((await server.fetch('/v1/me', bearer(created.key))).status).toBe(200);
  });

  it('dies with its account', async () => {
    const owner = await server.asMember();
    const created = Created.parse((await owner.call('POST', '/v1/api-keys', { name: 'Mine' })).json);
    await owner.call('DELETE', '/v1/me');
    expect((await server.fetch('/v1/me', bearer(created.key))).status).toBe(401);
  });

  it('needs no origin: nothing sends it by itself', async () => {
    const owner = await server.asMember();
    const created = Created.parse((await owner.call('POST', '/v1/api-keys', { name: 'Mine' })).json);
    const response = await server.fetch('/v1/me', {
      method: 'PATCH',
      body: '{"name":"Automate"}',
      headers: { authorization: `Bearer ${created.key}`, 'content-type': 'application/json', origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(200);
  });
});
