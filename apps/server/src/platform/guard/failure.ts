/**
 * Why there was no answer: none in time, too many questions (429), not with this key or at this address (401, 403, 404), not to this
 * question (other 4xx), a fault of theirs (5xx), no connection, an answer that broke off or cannot be read. `open` and `full`:
 * its guard did not ask at all.
 */
const failureKinds = ['late', 'limited', 'denied', 'refused', 'failed', 'unreachable', 'broken', 'open', 'full'] as const;
export type FailureKind = (typeof failureKinds)[number];

export interface Failure {
  readonly kind: FailureKind;
  /** How long the provider asked to be left alone; null where it did not say. */
  readonly retryAfterMs: number | null;
}

/** How a call went. `given up`: whoever asked did not want the answer any more, which says nothing about the provider. */
export type Outcome = 'well' | 'given up' | Failure;

/** Thrown in place of a call that the guard did not let through. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
  readonly kind: 'open' | 'full';

  constructor(provider: string, kind: NotAsked['kind']) {
    super(kind === 'open' ? `${provider} is left alone for a while` : `${provider} is asked as much as it may be`);
    this.kind = kind;
  }
}

/** The reason to abort a call with when it took too long. An abort for any other reason is no failure of the provider. */
export const tooLate = (): DOMException => new DOMException('the provider did not answer in time', 'TimeoutError');

/** How a call went that ended without an error, or was left before its end. */
export const endedBy = (signal: AbortSignal): Outcome =>
  !signal.aborted ? 'well' : isTimeout(signal.reason) ? { kind: 'late', retryAfterMs: null } : 'given up';

/** How a call went that threw. What a provider answered stands in the error: `status`, `code`, `retryAfterMs`. */
export function failedWith(error: unknown, signal: AbortSignal): Outcome {
  if (signal.aborted) return endedBy(signal);
  const retryAfterMs = fieldOf(error, 'retryAfterMs');
  return { kind: kindOf(error), retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null };
}

/** Whether the same call may go well in a moment. */
export const maySoonGoWell = (error: unknown): boolean => ['failed', 'unreachable', 'broken'].includes(kindOf(error));

const isTimeout = (reason: unknown): boolean => reason instanceof Error && reason.name === 'TimeoutError';

function kindOf(error: unknown): FailureKind {
  if (error instanceof NotAsked) return error.kind;
  if (isTimeout(error) || fieldOf(error, 'code') === 'timeout') return 'late';
  const status = fieldOf(error, 'status');
  if (typeof status === 'number') return kindOfStatus(status);
  return causesOf(error).some((one) => /^(E[A-Z]{3,}|UND_ERR_)/.test(String(fieldOf(one, 'code') ?? ''))) ? 'unreachable' : 'broken';
}

function kindOfStatus(status: number): FailureKind {
  if (status === 429) return 'limited';
  if ([401, 403, 404].includes(status)) return 'denied';
  return status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'broken';
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let one = error; one !== undefined && chain.length < 5; one = fieldOf(one, 'cause')) chain.push(one);
  return chain;
}

const fieldOf = (value: unknown, name: 'status' | 'code' | 'cause' | 'retryAfterMs'): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
