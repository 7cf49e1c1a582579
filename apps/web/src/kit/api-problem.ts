import type { Problem, ProblemCode } from '@coachvisio/contract/problem.ts';

/** A code of the API, or one of the two things that go wrong before the API could say anything. */
export type FailureCode = ProblemCode | 'network.unreachable' | 'answer.unexpected';

export class ApiProblem extends Error {
  readonly code: FailureCode;
  readonly status: number;
  /** Where one stands, for `live.queue`. */
  readonly queue: Problem['queue'];

  constructor(code: FailureCode, status = 0, queue?: Problem['queue']) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.queue = queue;
  }
}

/** The code that the screen translates, whatever was thrown. */
export function codeOf(error: unknown): FailureCode {
  return error instanceof ApiProblem ? error.code : 'answer.unexpected';
}
