import { describe, expect, it } from 'vitest';
import { asProviderError, ProviderError } from './provider-error.ts';

const after = (headers: Record<string, string>) => new ProviderError(429, null, new Headers(headers)).retryAfterMs;

describe('how long a provider wants to be left alone', () => {
  it.each([
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '1.5' }, 1500],
    [{ 'retry-after-ms': '250', 'retry-after': '3' }, 250],
    [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT', date: 'Wed, 21 Oct 2026 07:28:00 GMT' }, 30_000],
    [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '6m0s' }, 360_000],
    [
      { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '20ms', 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '1.2s' },
      1200,
    ],
    [{ 'x-ratelimit-remaining-requests': '9', 'x-ratelimit-reset-requests': '6m0s' }, null],
    [{}, null],
  ])('%o', (headers, ms) => {
    expect(after(headers)).toBe(ms);
  });
});

describe('what is kept of an error', () => {
  it('is the code below it, never its words', () => {
    const error = asProviderError(new Error('Bonjour failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) }));
    expect(error).toMatchObject({ status: null, code: 'ECONNREFUSED', retryAfterMs: null, limits: {} });
    expect(error.message).not.toContain('Bonjour');
    expect(asProviderError(error)).toBe(error);
    expect(asProviderError('what?')).toMatchObject({ status: null, code: null });
  });
});
