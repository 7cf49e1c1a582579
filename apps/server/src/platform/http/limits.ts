import rateLimit from '@fastify/rate-limit';
import type { Route } from '@coachvisio/contract/route.ts';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problem-error.ts';

/** Requests a minute. A school shares one address, so that limit is wide; what an account does by hand is not. */
const perAddress = 1200;
const perUser = 300;
/** Entering and signing in make rows, mails and slow hashes. */
const perAddressAtTheDoor = 60;
/** Of one mailbox, whoever asks from wherever: mails in an hour, and tries of its password in a quarter of an hour. */
const perMailbox = { mail: 6, password: 20 } as const;
const windows = { mail: 60 * 60_000, password: 15 * 60_000 } as const;

export interface Limits {
  forRoute(route: Route): { readonly max: number } | Record<string, never>;
  readonly atTheDoor: { readonly max: number } | Record<string, never>;
  /** Throws `rate.limited` when this account asks too often, from wherever it asks. */
  countUser(user: string): Promise<void>;
  /** Throws `rate.limited` when too much is asked of this mailbox. Counts alike whether it has an account, so that it tells nothing. */
  countMailbox(email: string, what: keyof typeof perMailbox): void;
}

const refusal = () => new ProblemError('rate.limited', 'Too many requests: wait as long as Retry-After says.');

/** Limits by address before anything is done, and by account once it is known. Counted in this process. */
export async function limitRates(app: FastifyInstance, enabled: boolean): Promise<Limits> {
  if (!enabled) return { forRoute: () => ({}), atTheDoor: {}, countUser: async () => undefined, countMailbox: () => undefined };
  await app.register(rateLimit, { global: true, max: perAddress, timeWindow: 60_000, errorResponseBuilder: refusal });
  const users = counter(app, perUser, 60_000);
  const mailboxes = { mail: counter(app, perMailbox.mail, windows.mail), password: counter(app, perMailbox.password, windows.password) };
  const atTheDoor = { max: perAddressAtTheDoor };
  return {
    forRoute: (route) => (route.can === 'public' && (route.method !== 'GET' || route.dear) ? atTheDoor : {}),
    atTheDoor,
    async countUser(user) {
      users(user);
    },
    countMailbox: (email, what) => mailboxes[what](email.trim().toLowerCase()),
  };
}

/** Counts by name and forgets every count when the window is over. */
function counter(app: FastifyInstance, most: number, windowMs: number): (name: string) => void {
  const counts = new Map<string, number>();
  const timer = setInterval(() => counts.clear(), windowMs);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count > most) throw refusal();
  };
}
