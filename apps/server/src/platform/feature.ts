import type { EventName } from '@coachvisio/contract/event.ts';
import type { Permission } from '@coachvisio/contract/permission.ts';
import type { Route } from '@coachvisio/contract/route.ts';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Ctx, Visit } from './ctx.ts';
import { parseInput, type RawInput } from './http/parse-input.ts';
import type { JobDefinition, ScheduledJob } from './jobs.ts';
import type { Platform } from './platform.ts';

/** One vertical line of the product, as the roles mount it. A feature only declares. */
export interface Feature {
  readonly name: string;
  readonly routes?: readonly MountedRoute[];
  readonly jobs?: readonly JobDefinition[];
  readonly schedules?: readonly ScheduledJob[];
  /** The job gets `{ org, event, payload }`: `eventData` in `jobs.ts` is the schema of that. */
  readonly subscriptions?: readonly Subscription[];
  /** Only `live` uses it. */
  readonly socket?: (app: FastifyInstance, platform: Platform) => void;
  /** Called once when the process starts; what it returns is called when the process stops. */
  readonly start?: (platform: Platform) => Promise<() => Promise<void>>;
}

export interface Subscription {
  readonly event: EventName;
  readonly job: string;
}

/** A contract route with the use case behind it; the types of its input and answer were checked where it was declared. */
export type MountedRoute =
  | { readonly route: Route; readonly can: Permission; readonly run: (ctx: Ctx, raw: RawInput) => Promise<unknown> }
  | { readonly route: Route; readonly can: 'public'; readonly run: (visit: Visit, raw: RawInput) => Promise<unknown> };

export interface Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
}

type Answers<A extends z.ZodType> = Promise<z.input<A>> | z.input<A>;

/** Binds a route that needs an account to its use case. */
export function handle<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  work: (ctx: Ctx, input: Input<P, Q, B>) => Answers<A>,
): MountedRoute {
  if (route.can === 'public') throw new Error(`${route.id} is public: bind it with handlePublic`);
  return { route, can: route.can, run: async (ctx, raw) => work(ctx, parseInput(route, raw)) };
}

/** Binds a route that anybody may call to its use case. */
export function handlePublic<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  work: (visit: Visit, input: Input<P, Q, B>) => Answers<A>,
): MountedRoute {
  if (route.can !== 'public') throw new Error(`${route.id} needs ${route.can}: bind it with handle`);
  return { route, can: 'public', run: async (visit, raw) => work(visit, parseInput(route, raw)) };
}

/** What a route with `file` answers. */
export class FileAnswer {
  readonly body: Uint8Array;
  readonly filename: string;
  readonly etag: string | undefined;
  /** Whether a part of it may be asked for: players do, for sound. */
  readonly ranges: boolean;
  /** By name. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: Uint8Array, filename: string, { etag, ranges = false, headers = {} }: FileAnswerOptions = {}) {
    this.body = body;
    this.filename = filename;
    this.etag = etag;
    this.ranges = ranges;
    this.headers = headers;
  }
}

interface FileAnswerOptions {
  readonly etag?: string;
  readonly ranges?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Binds a route that answers a file to its use case. */
export function handleFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  work: (ctx: Ctx, input: Input<P, Q, B>) => Promise<FileAnswer>,
): MountedRoute {
  if (route.can === 'public' || route.file === undefined) throw new Error(`${route.id} does not answer a file to a member`);
  return { route, can: route.can, run: async (ctx, raw) => work(ctx, parseInput(route, raw)) };
}

/** Binds a route that answers a file to anybody to its use case. */
export function handlePublicFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  work: (visit: Visit, input: Input<P, Q, B>) => Promise<FileAnswer>,
): MountedRoute {
  if (route.can !== 'public' || route.file === undefined) throw new Error(`${route.id} does not answer a file to anybody`);
  return { route, can: 'public', run: async (visit, raw) => work(visit, parseInput(route, raw)) };
}
