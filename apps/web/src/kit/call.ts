import { Problem } from '@coachvisio/contract/problem.ts';
import type { Route } from '@coachvisio/contract/route.ts';
import type { z } from 'zod';
import { ApiProblem } from './api-problem.ts';

/** What may be left out is optional: a part of the input that `{}` satisfies. */
type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = (Record<never, never> extends z.input<P>
  ? { readonly params?: z.input<P> }
  : { readonly params: z.input<P> }) &
  (Record<never, never> extends z.input<Q> ? { readonly query?: z.input<Q> } : { readonly query: z.input<Q> }) &
  (Record<never, never> extends z.input<B> ? { readonly body?: z.input<B> } : { readonly body: z.input<B> });

/** One operation of the public API, typed and checked by the object that the server mounts. Fails with an ApiProblem. */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  input: Given<P, Q, B>,
  signal?: AbortSignal,
): Promise<z.output<A>> {
  const hasBody = route.method === 'POST' || route.method === 'PUT' || route.method === 'PATCH';
  const response = await fetch(addressOf(route.path, input.params, input.query), {
    method: route.method,
    headers: { accept: 'application/json', ...(hasBody ? { 'content-type': 'application/json' } : {}) },
    ...(hasBody ? { body: JSON.stringify(input.body ?? {}) } : {}),
    ...(signal ? { signal } : {}),
  }).catch((reason: unknown) => {
    if (signal?.aborted) throw reason;
    throw new ApiProblem('network.unreachable');
  });
  const said: unknown = response.status === 204 ? null : await response.json().catch(unreadable);
  if (!response.ok) throw problemOf(response.status, said);
  const answer = route.answer.safeParse(said);
  if (!answer.success) throw new ApiProblem('answer.unexpected', response.status);
  return answer.data;
}

/** What is no JSON is judged by its status; an answer that was cut off, by a server that stops, never arrived. */
function unreadable(reason: unknown): undefined {
  if (reason instanceof SyntaxError) return undefined;
  throw new ApiProblem('network.unreachable');
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const named = new Map(entriesOf(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(named.get(name) ?? '')));
  const asked = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) if (value !== undefined) asked.set(name, String(value));
  return asked.size > 0 ? `${filled}?${asked}` : filled;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** A proxy in front of the server may answer with a page of its own: then only the status is left to go by. */
function problemOf(status: number, said: unknown): ApiProblem {
  const problem = Problem.safeParse(said);
  if (problem.success) return new ApiProblem(problem.data.code, status, problem.data.queue);
  if (status === 401) return new ApiProblem('auth.required', status);
  if (status === 429) return new ApiProblem('rate.limited', status);
  return new ApiProblem(status >= 500 ? 'server.unavailable' : 'answer.unexpected', status);
}
