import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { anonymous } from 'better-auth/plugins/anonymous';
import { magicLink } from 'better-auth/plugins/magic-link';
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Engine } from '../db/engine.ts';
import { drizzleAs } from '../db/transaction.ts';
import { localeOf } from '../http/locale-of.ts';
import { newId } from '../id.ts';
import type { Logger } from '../log.ts';
import type { Mail } from '../mail.ts';
import type { Accounts, Identity, SignedIn } from './accounts.ts';
import { createKey, identifyByKey, listKeys, revokeKey } from './api-keys.ts';
import { credentials, sessions, users, verifications } from './auth.table.ts';
import { isCommonPassword, longestPassword } from './common-passwords.ts';
import { letter, type LetterName } from './letters.ts';

export const authPath = '/v1/auth';

const days = 24 * 60 * 60;

/** Opened for throw-away accounts by POST /v1/demo, or replaced by routes of ours that also tell the organisation. */
const closedPaths = [
  '/sign-in/anonymous',
  '/delete-anonymous-user',
  '/update-user',
  '/delete-user',
  '/delete-user/callback',
  '/change-email',
  '/sign-in/social',
  '/link-social',
];

interface Parts {
  readonly config: Config;
  readonly engine: Engine;
  readonly mail: Mail;
  readonly secret: string;
  readonly log: Logger;
}

/** Accounts by better-auth, in schema `auth`, by a database role that sees nothing else. */
export function openAccounts({ config, engine, mail, secret, log }: Parts): Accounts {
  const db = drizzleAs(engine, 'coachvisio_auth');
  const welcomes: ((who: SignedIn) => Promise<void>)[] = [];
  const send = (name: LetterName, to: string, link: string, headers: Headers | null | undefined) => mail.send({ to, ...letter(name, localeOf(headers), link) });

  const auth = betterAuth({
    baseURL: config.publicUrl,
    basePath: authPath,
    secret,
    telemetry: { enabled: false },
    // Its messages may hold an address: the level and the fact are all that is kept.
    logger: { level: 'warn', log: (level) => log[level]('better-auth reported a problem') },
    // Without this it prints every refusal on its own, in words.
    onAPIError: {
      onError: (error) =>
        void (errorCodeOf(error) === undefined
          ? log.error({ err: error }, 'an account request failed')
          : log.debug({ code: errorCodeOf(error) }, 'an account request was refused')),
    },
    database: drizzleAdapter(db, { provider: 'pg', schema: { user: users, session: sessions, account: credentials, verification: verifications } }),
    trustedOrigins: (request) => (request ? ownOrigins(request) : []),
    disabledPaths: closedPaths,
    // One limiter for the whole API, in front of this.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'coachvisio',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      // Nobody waits for a mail to leave: how long an answer takes would tell whether the address has an account.
      backgroundTasks: { handler: (sending) => void sending },
      database: { generateId: ({ model }) => newId(idPrefixes.get(model) ?? 'aut') },
    },
    session: { expiresIn: 30 * days, updateAge: 1 * days },
    // A link that resets a password opens an account; who reads the database must not find it there.
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: longestPassword,
      requireEmailVerification: true,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }, request) => send('reset', user.email, url, request?.headers),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, url }, request) => send('verify', user.email, url, request?.headers),
    },
    plugins: [
      magicLink({ expiresIn: 600, storeToken: 'hashed', sendMagicLink: ({ email, url }, context) => send('magicLink', email, url, context?.headers) }),
      anonymous({ disableDeleteAnonymousUser: true }),
    ],
    hooks: {
      before: async (context) => {
        const body: unknown = 'body' in context ? context.body : undefined;
        if (chosenPasswords(body).some(isCommonPassword))
          throw new APIError('BAD_REQUEST', { code: 'PASSWORD_COMMON', message: 'This password is on every list of common ones.' });
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Neither is needed to keep somebody signed in.
          before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }),
          after: async (session, context) => {
            const [user] = await db.select().from(users).where(eq(users.id, session.userId));
            if (!user || user.isAnonymous) return;
            const who = { user: user.id, name: user.name, email: user.email, locale: localeOf(context?.headers) };
            for (const welcome of welcomes) await welcome(who);
          },
        },
      },
    },
  });

  return {
    respond: (request) => auth.handler(request),
    async identify(headers) {
      return (await identifyByKey(db, headers)) ?? identifyByCookie(headers);
    },
    async enterAnonymously(name) {
      const { headers, response } = await auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
      await db.update(users).set({ name }).where(eq(users.id, response.user.id));
      return { user: response.user.id, cookies: headers.getSetCookie() };
    },
    onSignIn: (welcome) => void welcomes.push(welcome),
    async remove(user) {
      await db.delete(users).where(eq(users.id, user));
    },
    async listOlderThan(moment, after, limit) {
      const older = lt(users.createdAt, moment);
      const rows = await db
        .select({ id: users.id })
        .from(users)
        .where(after === null ? older : and(older, gt(users.id, after)))
        .orderBy(asc(users.id))
        .limit(limit);
      return rows.map(({ id }) => id);
    },
    listKeys: (owner) => listKeys(db, owner),
    createKey: (owner, name) => createKey(db, owner, name),
    revokeKey: (owner, id) => revokeKey(db, owner, id),
  };

  async function identifyByCookie(headers: Headers): Promise<Identity | null> {
    if (!headers.has('cookie')) return null;
    const found = await auth.api.getSession({ headers });
    return found && { user: found.user.id, email: found.user.isAnonymous ? null : found.user.email, key: null };
  }
}

const idPrefixes: ReadonlyMap<string, string> = new Map([
  ['user', 'usr'],
  ['session', 'log'],
  ['account', 'crd'],
  ['verification', 'ver'],
]);

/** The page that calls us is ours when it was served from the host that it calls. */
function ownOrigins(request: Request): string[] {
  const host = request.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}

const Refusal = z.object({ body: z.object({ code: z.string() }) });
const errorCodeOf = (error: unknown): string | undefined => Refusal.safeParse(error).data?.body.code;

function chosenPasswords(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  // Signing in with a password that was taken before this list was written must stay possible: sign-in has no `name`.
  const signsUp = 'name' in body && 'password' in body;
  return [signsUp ? body.password : undefined, 'newPassword' in body ? body.newPassword : undefined].filter((value) => typeof value === 'string');
}
