import { describe, expect, it } from 'vitest';
import { after, voiced } from './play.testing.ts';
import { scene } from './scene.testing.ts';

describe('a worry that the learner has just come to speak of', () => {
  it('comes before the one on the table, when that one gained nothing', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const here = scene({}, 'fr', seed);
      const { last } = after(here, ["J'aurais besoin de vous parler du prix, pas seulement du délai."], voiced(here));
      expect(last).toMatchObject({ move: 'raise_concern', about: 'prix' });
    }
  });

  it('waits when the one on the table was answered, well or badly', () => {
    const here = scene();
    expect(after(here, ['Le délai est de quatre semaines, et le prix est sérieux.'], voiced(here)).last.about).toBe('delai');
    expect(after(here, ['On fera au mieux pour le délai.'], voiced(here)).last.about).not.toBe('prix');
  });
});
