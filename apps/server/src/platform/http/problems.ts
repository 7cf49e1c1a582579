import { STATUS_CODES } from 'node:http';
import { type Problem, type ProblemCode, problems } from '@coachvisio/contract/problem.ts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-error.ts';
import { errorCode } from '../start-error.ts';

const mediaType = 'application/problem+json; charset=utf-8';

/** The body of a failure, RFC 9457. */
function problemBody(error: ProblemError, requestId: string): Problem {
  const status = problems[error.code];
  return {
    type: `urn:coachvisio:problem:${error.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.faults === undefined ? {} : { faults: error.faults }),
    ...(error.queue === undefined ? {} : { queue: { position: error.queue.position, waitMs: error.queue.waitMs } }),
    requestId,
  };
}

export async function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProblemError): Promise<FastifyReply> {
  const body = problemBody(error, request.id);
  if (error.queue) reply.header('retry-after', String(error.queue.retryAfter));
  return reply.code(body.status).header('cache-control', 'no-store').type(mediaType).send(JSON.stringify(body));
}

/** Every failure leaves as a problem, whoever raised it. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = toProblem(error);
    if (problem.code === 'server.failed') request.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'request failed');
    return sendProblem(request, reply, problem);
  });
}

/** What the framework and its plugins raise, told in our codes. */
function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  const code = byCode[errorCode(error) ?? ''] ?? (typeof status === 'number' ? byStatus[status] : undefined);
  if (code) return new ProblemError(code, details[errorCode(error) ?? '']);
  return new ProblemError(typeof status === 'number' && status >= 400 && status < 500 ? 'request.invalid' : 'server.failed');
}

const byStatus: Record<number, ProblemCode> = {
  401: 'auth.required',
  403: 'permission.denied',
  404: 'not.found',
  413: 'request.too_large',
  429: 'rate.limited',
  503: 'server.unavailable',
};

const byCode: Record<string, ProblemCode> = { ECONNREFUSED: 'server.unavailable', '57P01': 'server.unavailable', '53300': 'server.unavailable' };

const details: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as application/json.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is declared as JSON and is empty.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'A body holds at most 256 KB.',
};
