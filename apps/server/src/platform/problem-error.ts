import type { Problem, ProblemCode } from '@coachvisio/contract/problem.ts';

export type Faults = NonNullable<Problem['faults']>;

/** Where whoever asked stands, and when to ask again, in seconds. */
export type Queue = NonNullable<Problem['queue']> & { readonly retryAfter: number };

/** Thrown anywhere below a route to answer with that problem. `detail` is for whoever debugs a client and holds no content. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly faults: Faults | undefined;
  readonly queue: Queue | undefined;

  constructor(code: ProblemCode, detail?: string, faults?: Faults, queue?: Queue) {
    super(detail ?? code);
    this.code = code;
    this.detail = detail;
    this.faults = faults;
    this.queue = queue;
  }
}
