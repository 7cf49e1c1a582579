import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

describe('a password', () => {
  it.each([
    ['one digit, over and over', `${'1'.repeat(250_000)}a`],
    ['marks without end', `${'!'.repeat(250_000)}a1`],
    ['a word without end', `${'ab'.repeat(125_000)}zz`],
  ])('takes no time to look at, even as %s', (_what, password) => {
    const start = performance.now();
    isCommonPassword(password);
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('is found common with the marks that people add', () => {
    for (const password of ['Motdepasse12!', 'p@ssw0rd2026', '1234567890', 'azertyuiop']) expect(isCommonPassword(password), password).toBe(true);
    expect(isCommonPassword('trois pommes bleues')).toBe(false);
  });
});
