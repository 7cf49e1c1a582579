import { z } from 'zod';

/**
 * Every failure the API can answer, with its status. Clients branch on the code and own the sentence that a person reads;
 * `detail` is for whoever debugs a client.
 */
export const problems = {
  'request.invalid': 400,
  'auth.required': 401,
  'auth.invalid': 401,
  'permission.denied': 403,
  'demo.off': 403,
  'not.found': 404,
  'session.not_found': 404,
  'scenario.not_found': 404,
  'persona.not_found': 404,
  'report.not_found': 404,
  'recording.not_found': 404,
  'replay.no_turn': 404,
  'replay.outdated': 409,
  'report.pending': 409,
  'session.ended': 409,
  'consent.outdated': 409,
  'request.too_large': 413,
  'range.unsatisfiable': 416,
  'rate.limited': 429,
  'server.failed': 500,
  'recording.damaged': 500,
  'server.unavailable': 503,
  'live.queue': 503,
} as const satisfies Record<string, number>;

export const ProblemCode = z.enum(Object.keys(problems) as [keyof typeof problems, ...(keyof typeof problems)[]]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.string().optional(),
  /** What is wrong where, for `request.invalid`. */
  faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Where one stands, for `live.queue`: 1 is next. The wait is what the conversations of late make of it. */
  queue: z.object({ position: z.int().min(1), waitMs: z.int().min(0) }).optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
