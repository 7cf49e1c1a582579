import type { Route } from '@coachvisio/contract/route.ts';
import type { z } from 'zod';
import { type Faults, ProblemError } from '../problem-error.ts';

export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Checks the three parts of a request against the route's schemas, or answers `request.invalid` with every fault found. */
export function parseInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: Route<P, Q, B>,
  raw: RawInput,
): { params: z.output<P>; query: z.output<Q>; body: z.output<B> } {
  const params = route.params.safeParse(raw.params);
  const query = route.query.safeParse(raw.query);
  // A request without a body is one with nothing in it, so that a client need not send `{}`.
  const body = route.body.safeParse(raw.body ?? {});
  if (params.success && query.success && body.success) return { params: params.data, query: query.data, body: body.data };
  throw new ProblemError('request.invalid', undefined, [
    ...faultsIn('params', params.error),
    ...faultsIn('query', query.error),
    ...faultsIn('body', body.error),
  ]);
}

/** Paths and rules only: a message of zod never repeats the value. */
function faultsIn(part: string, error: z.ZodError | undefined): Faults {
  return (error?.issues ?? []).map((issue) => ({ path: [part, ...issue.path.map(String)].join('.'), message: issue.message }));
}
