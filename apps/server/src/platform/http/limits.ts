import rateLimit from '@fastify/rate-limit';
import type { Route } from '@coachvisio/contract/route.ts';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problem-error.ts';

/** Requests a minute. A school shares one address, so that limit is wide; what an account does by hand is not. */
const perAddress = 1200;
const perUser = 300;
/** Entering and signing in make rows, mails and slow hashes. */
export const perAddressAtTheDoor = 60;

export interface Limits {
  forRoute(route: Route): { readonly max: number } | Record<string, never>;
  /** Throws `rate.limited` when this account asks too often, from wherever it asks. */
  countUser(user: string): Promise<void>;
}

const refusal = () => new ProblemError('rate.limited', 'Too many requests: wait as long as Retry-After says.');

/** Limits by address before anything is done, and by account once it is known. Counted in this process. */
export async function limitRates(app: FastifyInstance, enabled: boolean): Promise<Limits> {
  if (!enabled) return { forRoute: () => ({}), countUser: async () => undefined };
  await app.register(rateLimit, { global: true, max: perAddress, timeWindow: 60_000, errorResponseBuilder: refusal });
  const users = new Map<string, number>();
  const timer = setInterval(() => users.clear(), 60_000);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
  return {
    forRoute: (route) => (route.can === 'public' && route.method !== 'GET' ? { max: perAddressAtTheDoor } : {}),
    async countUser(user) {
      const count = (users.get(user) ?? 0) + 1;
      users.set(user, count);
      if (count > perUser) throw refusal();
    },
  };
}
