import { events, type EventName } from '@coachvisio/contract/event.ts';
import { EventId, OrganisationId } from '@coachvisio/contract/id.ts';
import { z } from 'zod';
import type { JobCtx } from './ctx.ts';
import type { Platform } from './platform.ts';

/** How often a job that failed is tried again before it is set aside in the dead-letter queue. */
export interface Retry {
  readonly limit: number;
  /** Wait before the first new try; doubles each time. */
  readonly delaySeconds: number;
}

export const patientRetry: Retry = { limit: 8, delaySeconds: 2 };

/** Asynchronous work inside one organisation, named by an imperative: `report.compose`. Must bear being run twice. */
export interface JobDefinition {
  readonly name: string;
  readonly retry: Retry;
  readonly run: (ctx: JobCtx, raw: unknown) => Promise<void>;
}

/** Work of the platform by the clock, across organisations, such as a purge. */
export interface ScheduledJob {
  readonly name: string;
  /** Five fields, UTC. */
  readonly cron: string;
  readonly run: (platform: Platform) => Promise<void>;
}

/** Declares a job; `data` is checked against the schema before `handle` sees it. */
export function job<S extends z.ZodType>(it: {
  readonly name: string;
  readonly schema: S;
  readonly retry?: Retry;
  readonly handle: (ctx: JobCtx, data: z.output<S>) => Promise<void>;
}): JobDefinition {
  return { name: it.name, retry: it.retry ?? patientRetry, run: async (ctx, raw) => it.handle(ctx, it.schema.parse(raw)) };
}

/** What a job that is subscribed to an event gets. */
export function eventData<N extends EventName>(name: N) {
  return z.object({ org: OrganisationId, event: EventId, payload: events[name] });
}

/** Any job's data, as far as the platform looks into it. */
export const JobEnvelope = z.looseObject({ org: OrganisationId });
