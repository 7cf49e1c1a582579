import { expect, test } from 'vitest';
import { kilobytes, weighStage } from '../../bench/page-weight.ts';

/** In KB, gzipped. What a head adds is loaded where one is shown; the rest carries what every page stands on (176 of them are libraries). */
const most = { withHead: 300, portrait: 265 };

test('the session page stays light', async () => {
  const { portrait, withHead } = await weighStage();
  expect(kilobytes(withHead)).toBeLessThanOrEqual(most.withHead);
  expect(kilobytes(portrait)).toBeLessThanOrEqual(most.portrait);
  // A measure that misses a part would pass: the head is there.
  expect(withHead - portrait).toBeGreaterThan(20 * 1024);
});
