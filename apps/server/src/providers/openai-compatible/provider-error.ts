/**
 * What a provider did instead of its work. The message names a status and a code, never what was sent or answered: providers
 * like to repeat the words they were given.
 */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  /** As answered; null when there was no answer. */
  readonly status: number | null;
  /** In the provider's words or ours: `rate_limit_exceeded`, `broken_off`. */
  readonly code: string | null;
  /** How long it wants to be left alone, in milliseconds, where it says. */
  readonly retryAfterMs: number | null;
  /** Its `x-ratelimit-*` headers as they came: how much is left of what. */
  readonly limits: Readonly<Record<string, string>>;

  constructor(status: number | null, code: string | null, headers?: Headers) {
    super(`the provider ${status === null ? 'did not answer' : `answered ${status}`}${code ? ` (${code})` : ''}`);
    this.status = status;
    this.code = code;
    this.limits = Object.fromEntries([...(headers?.entries() ?? [])].filter(([name]) => name.startsWith('x-ratelimit-')));
    this.retryAfterMs = headers ? (retryAfter(headers) ?? longestReset(this.limits)) : null;
  }
}

/** Makes a ProviderError of what the SDK or the network throws. */
export function asProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const answered = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
  const headers = error instanceof Error && 'headers' in error && error.headers instanceof Headers ? error.headers : undefined;
  return new ProviderError(answered, codeOf(error), headers);
}

/** The nearest code, down the causes: `ECONNREFUSED` is below «Connection error.» */
function codeOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    for (const code of ['code' in cause && cause.code, 'type' in cause && cause.type]) {
      if (typeof code === 'string' && /^[\w.-]{1,60}$/u.test(code)) return code;
    }
  }
  return null;
}

function retryAfter(headers: Headers): number | null {
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const after = headers.get('retry-after');
  if (after === null) return null;
  if (/^\d+(?:\.\d+)?$/u.test(after.trim())) return Number(after) * 1000;
  // A date is told by the provider's own clock.
  const wait = Date.parse(after) - Date.parse(headers.get('date') ?? '');
  return wait >= 0 ? wait : null;
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** The longest of `x-ratelimit-reset-*` («6m0s») whose `x-ratelimit-remaining-*` is 0. */
function longestReset(limits: Readonly<Record<string, string>>): number | null {
  const resets = Object.entries(limits).flatMap(([name, reset]) => {
    if (!name.startsWith('x-ratelimit-reset-') || limits[name.replace('reset', 'remaining')] !== '0') return [];
    const parts = [...reset.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gu)].map(([, number, unit]) => Number(number) * (unitMs[unit ?? ''] ?? 0));
    return parts.length > 0 ? [parts.reduce((sum, part) => sum + part, 0)] : [];
  });
  return resets.length > 0 ? Math.max(...resets) : null;
}
