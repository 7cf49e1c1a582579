import { z } from 'zod';
import { SessionId } from './id.ts';
import { route } from './route.ts';

export const ProviderRole = z.enum(['think', 'speak', 'hear']);
export type ProviderRole = z.infer<typeof ProviderRole>;

/** Half were no slower than `p50`, nineteen of twenty no slower than `p95`. In milliseconds. */
export const Spread = z.object({ p50: z.int(), p95: z.int() });
export type Spread = z.infer<typeof Spread>;

/** What one model did in a session. */
export const ModelUsage = z.object({
  role: ProviderRole,
  provider: z.string(),
  model: z.string(),
  calls: z.int(),
  /** Calls without an answer, by what went wrong. */
  failures: z.record(z.string(), z.int()),
  /** Calls that nobody wanted the rest of: the learner spoke. */
  givenUp: z.int(),
  /** To the first word or sound. */
  firstMs: Spread.nullable(),
  wholeMs: Spread.nullable(),
  tokensIn: z.int(),
  /** Of `tokensIn`: read before, and cheaper. */
  tokensCached: z.int(),
  tokensOut: z.int(),
  /** Characters that were to be spoken. */
  characters: z.int(),
  /** Sound that was made, or listened to. */
  seconds: z.number(),
  /** Of the calls whose price is known; null where none is. */
  eur: z.number().nullable(),
});
export type ModelUsage = z.infer<typeof ModelUsage>;

/** From the learner's last word. */
export const TurnLatency = z.object({
  turns: z.int(),
  /** To the turn being durable. */
  committedMs: Spread.nullable(),
  firstTokenMs: Spread.nullable(),
  firstAudioMs: Spread.nullable(),
});
export type TurnLatency = z.infer<typeof TurnLatency>;

export const SessionUsage = z.object({
  session: SessionId,
  models: z.array(ModelUsage),
  /** Turns that were typed, and turns that were spoken. */
  latency: z.object({ typed: TurnLatency, spoken: TurnLatency }),
  /** Of the calls whose price is known; null where none is. */
  eur: z.number().nullable(),
  /** Calls whose price is not known: nobody named it, or the provider did not count. */
  unpriced: z.int(),
});
export type SessionUsage = z.infer<typeof SessionUsage>;

export const usageRoutes = {
  read: route({
    id: 'readUsage',
    method: 'GET',
    path: '/v1/sessions/:id/usage',
    tag: 'Sessions',
    summary: 'Read how fast a session was, and what it cost',
    can: 'session.read',
    description: 'Written a few seconds after the turn; what was not yet written is lost when a process dies.',
    params: z.object({ id: SessionId }),
    query: z.object({}),
    body: z.object({}),
    status: 200,
    answer: SessionUsage,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found'],
  }),
} as const;
