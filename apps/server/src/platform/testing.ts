import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../../scripts/free-port.ts';
import type { Role } from '@coachvisio/contract/permission.ts';
import { Me } from '@coachvisio/contract/account.ts';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { start } from '../start.ts';
import { readConfig } from './config.ts';
import type { Database } from './db/database.ts';
import type { Engine } from './db/engine.ts';
import type { Feature } from './feature.ts';
import { newId } from './id.ts';
import { createLog } from './log.ts';
import type { Platform } from './platform.ts';

export interface TestServer {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly db: Database;
  readonly platform: Platform;
  readonly dataDir: string;
  /** A request as nobody. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A new throw-away learner. */
  asDemo(): Promise<TestClient>;
  /** A new member of an organisation of their own, signed in by a link from the mail folder; the owner unless told otherwise. */
  asMember(options?: { readonly email?: string; readonly role?: Role }): Promise<TestClient>;
  /** Mails written so far, oldest first, decoded. */
  mails(): Promise<readonly string[]>;
  /** A statement as the owner of the database, past every policy. */
  native: Engine['native'];
  close(): Promise<void>;
}

/** Somebody who is signed in. */
export interface TestClient {
  readonly me: Me;
  readonly cookie: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON and reads JSON; `body` left out sends none. */
  call(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly json: unknown }>;
}

export interface TestServerOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Added to the features of the product. */
  readonly features?: readonly Feature[];
  /** Gets the lines of the log, at the level that `env` names. */
  readonly logTo?: { write(line: string): void };
}

/**
 * The real server on a real port, with the embedded database in a temporary directory, or with a database of its own on
 * the server of TEST_DATABASE_URL. Limits are off unless `env` says RATE_LIMIT=on,
 * and the voice that comes with the product unless it says EMBEDDED_VOICE=on.
 */
export async function startTestServer({ env = {}, features = [], logTo }: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'coachvisio-test-')));
  const database = await createTestDatabase();
  const port = await freePort();
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'silent',
    RATE_LIMIT: 'off',
    EMBEDDED_VOICE: 'off',
    SHUTDOWN_MS: '2000',
    ...(database ? { DATABASE_URL: database.url } : {}),
    ...env,
  });
  const running = await start(config, createLog(config.logLevel, logTo), features);
  const url = config.publicUrl;
  const { platform, app } = running;
  const request = (path: string, init?: RequestInit) => fetch(new URL(path, url), { redirect: 'manual', ...init });
  const mails = () => readMails(join(dataDir, 'mail'));
  return {
    url,
    app,
    platform,
    dataDir,
    mails,
    db: platform.db,
    native: (statement, values) => running.engine.native(statement, values),
    fetch: request,
    async asDemo() {
      return clientOf(request, await request('/v1/demo', post({})));
    },
    async asMember({ email = `${newId('somebody')}@example.org`, role } = {}) {
      await request('/v1/auth/sign-in/magic-link', post({ email }));
      const mail = (await mails()).findLast((text) => text.includes(email));
      const link = /https?:\/\/\S+/.exec(mail ?? '')?.[0];
      if (!link) throw new Error('no link was mailed');
      const client = await clientOf(request, await request(link));
      if (!role) return client;
      const { member, organisation } = client.me;
      await platform.db.tenant(organisation.id, async (tx) => void (await tx.execute(sql`update member set role = ${role} where id = ${member}`)));
      return { ...client, me: { ...client.me, role } };
    },
    async close() {
      await running.stop();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function clientOf(request: TestServer['fetch'], entered: Response): Promise<TestClient> {
  const cookie = entered.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ');
  if (cookie === '') throw new Error(`nobody was signed in: ${entered.status} ${await entered.text()}`);
  const send = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return request(path, { ...init, headers });
  };
  return {
    cookie,
    me: Me.parse(await (await send('/v1/me')).json()),
    fetch: send,
    async call(method, path, body) {
      const response = await send(path, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, json: text === '' ? null : JSON.parse(text) };
    },
  };
}

async function readMails(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'latin1')));
  return texts.map(decodeMail);
}

/** Undoes quoted-printable, so that a link stands in one piece. */
export function decodeMail(mail: string): string {
  const bytes = mail.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** An empty database of its own on the server of TEST_DATABASE_URL; null without that setting. */
export async function createTestDatabase(): Promise<{ readonly url: string; drop(): Promise<void> } | null> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return null;
  const name = newId('test');
  const run = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}

export { freePort };
