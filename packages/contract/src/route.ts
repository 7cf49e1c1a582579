import type { z } from 'zod';
import type { Permission } from './permission.ts';
import type { ProblemCode } from './problem.ts';

/** One operation of the public API. Server, web app, reference page and clients all read this object. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** `public` needs no account; otherwise the permission that the caller's role must hold. */
  readonly can: Permission | 'public';
  /** Costs somebody work or money each time: whoever is not known may ask as seldom as at the door. */
  readonly dear?: true;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly status: 200 | 201 | 202 | 204;
  readonly answer: Answer;
  /** A media type other than JSON, for files. */
  readonly file?: string;
  readonly problems: readonly ProblemCode[];
}

export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(it: Route<P, Q, B, A>): Route<P, Q, B, A> => it;
