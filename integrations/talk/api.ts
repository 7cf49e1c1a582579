import { accountRoutes } from '@coachvisio/contract/account.ts';
import { Problem } from '@coachvisio/contract/problem.ts';
import type { Route } from '@coachvisio/contract/route.ts';
import type { z } from 'zod';

/** The API answered with a problem; the message is the one sentence to show. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.code = problem.code;
  }
}

/** Calls the public API as one learner: an API key where there is one, else a throw-away learner of the demo. */
export class Api {
  readonly url: string;
  #headers: Record<string, string>;

  private constructor(url: string, headers: Record<string, string>) {
    this.url = url;
    this.#headers = headers;
  }

  static async enter(url: string, key: string | undefined): Promise<Api> {
    if (key) return new Api(url, { authorization: `Bearer ${key}` });
    const answer = await ask(`${url}/v1/demo`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: '{}' });
    if (!answer.ok) throw new ApiProblem(Problem.parse(await answer.json()));
    accountRoutes.demo.answer.parse(await answer.json());
    return new Api(url, {
      cookie: answer.headers
        .getSetCookie()
        .map((it) => it.split(';')[0])
        .join('; '),
    });
  }

  async call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    route: Route<P, Q, B, A>,
    input: { params?: Record<string, string>; query?: Record<string, string>; body?: z.input<B> },
  ): Promise<z.output<A>> {
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
    const query = input.query ? `?${new URLSearchParams(input.query).toString()}` : '';
    const answer = await ask(`${this.url}${path}${query}`, {
      method: route.method,
      headers: { ...this.#headers, origin: this.url, ...(input.body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    });
    if (!answer.ok) throw new ApiProblem(Problem.parse(await answer.json()));
    return route.answer.parse(answer.status === 204 ? null : await answer.json());
  }
}

/** Without an answer, one sentence about who did not answer instead of «fetch failed». */
function ask(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init).catch(() => {
    throw new Error(`No server answers at ${URL.canParse(url) ? new URL(url).origin : url}: check --url and that the server runs.`);
  });
}
