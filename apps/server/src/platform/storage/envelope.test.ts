import { describe, expect, it } from 'vitest';
import { BrokenEnvelope, deriveKey, seal, unseal } from './envelope.ts';

const secret = 'a secret of an installation, long enough';
const salt = 'ab'.repeat(32);
const key = deriveKey(secret, salt, 'recording org_a ses_a');
const place = ['recording', 'org_a', 'ses_a', '3'];
const plain = Buffer.from('what somebody said');
const sealed = seal(key, place, plain);

describe('an envelope', () => {
  it('gives back what was sealed, and shows nothing of it', () => {
    expect(unseal(key, place, sealed)).toEqual(plain);
    expect(sealed.includes(plain)).toBe(false);
    expect(seal(key, place, plain).equals(sealed)).toBe(false);
  });

  it('is refused when any one of its bytes was changed', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, place, changed), `byte ${at}`).toThrow(BrokenEnvelope);
    }
  });

  it('is refused when it was cut short or lengthened', () => {
    for (let length = 0; length < sealed.length; length += 1) expect(() => unseal(key, place, sealed.subarray(0, length))).toThrow(BrokenEnvelope);
    expect(() => unseal(key, place, Buffer.concat([sealed, Buffer.from([0])]))).toThrow(BrokenEnvelope);
  });

  it.each([
    ['another turn', ['recording', 'org_a', 'ses_a', '4']],
    ['another session', ['recording', 'org_a', 'ses_b', '3']],
    ['another organisation', ['recording', 'org_b', 'ses_a', '3']],
    ['names that only read alike together', ['recording', 'org_a","ses_a', '3']],
  ])('is refused in the place of %s', (_what, other) => {
    expect(() => unseal(key, other, sealed)).toThrow(BrokenEnvelope);
  });

  it('opens with no key but its own: another secret, salt or purpose is another key', () => {
    const others = [
      deriveKey(`${secret}.`, salt, 'recording org_a ses_a'),
      deriveKey(secret, 'ac'.repeat(32), 'recording org_a ses_a'),
      deriveKey(secret, salt, 'recording org_a ses_b'),
    ];
    for (const other of others) expect(() => unseal(other, place, sealed)).toThrow(BrokenEnvelope);
  });
});
