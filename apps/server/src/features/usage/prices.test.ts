import { describe, expect, it } from 'vitest';
import type { Call } from './meter.ts';
import { eurosOf } from './prices.ts';

const call: Call = {
  role: 'think',
  provider: 'vendor',
  model: 'small',
  beganAt: 0,
  firstMs: 1,
  wholeMs: 2,
  tokens: { in: 1000, cached: 800, out: 100 },
  characters: null,
  seconds: null,
  free: false,
  error: null,
};

describe('the price of a call', () => {
  it('is what was read, read again and written', () => {
    expect(eurosOf(call, { small: { in: 1, cached: 0.1, out: 10 } })).toBeCloseTo((200 + 80 + 1000) / 1e6, 12);
    expect(eurosOf(call, { small: { in: 1, out: 10 } })).toBeCloseTo((1000 + 1000) / 1e6, 12);
  });

  it('is what was spoken or listened to, by character or by minute', () => {
    expect(eurosOf({ ...call, role: 'speak', tokens: null, characters: 2000, seconds: 120 }, { small: { characters: 15 } })).toBeCloseTo(0.03, 12);
    expect(eurosOf({ ...call, role: 'hear', tokens: null, seconds: 90 }, { small: { minute: 0.006 } })).toBeCloseTo(0.009, 12);
  });

  it('is the one of the provider where two ask different ones', () => {
    expect(eurosOf({ ...call, seconds: 60 }, { small: { minute: 1 }, 'vendor/small': { minute: 2 } })).toBe(2);
  });

  it('is not known where nobody named it, or nothing was counted', () => {
    expect(eurosOf(call, {})).toBeNull();
    expect(eurosOf({ ...call, tokens: null }, { small: { in: 1 } })).toBeNull();
    expect(eurosOf({ ...call, tokens: { in: 5, cached: null, out: null } }, { small: { in: 1 } })).toBeNull();
  });

  it('is nothing for what is built in, and for a refusal', () => {
    expect(eurosOf({ ...call, free: true }, {})).toBe(0);
    expect(eurosOf({ ...call, tokens: null, firstMs: null, error: 'limited' }, {})).toBe(0);
    expect(eurosOf({ ...call, tokens: null, firstMs: null, error: 'late' }, { small: { in: 1 } })).toBeNull();
  });
});
