import { expect, it } from 'vitest';
import { after, voiced } from './play.testing.ts';
import { scene } from './scene.testing.ts';

const about = { fr: ['avez des enfants'], en: ['have kids'] };

/** A story in which one question is the wrong one, whoever voiced what. */
const withHarm = (weight: number) => {
  const here = scene();
  const concerns = here.scenario.concerns.map((concern, index) => (index === 0 ? { ...concern, keys: [{ about, weight }] } : concern));
  return { ...here, scenario: { ...here.scenario, concerns } };
};

it('costs trust and raises tension to say what the story holds for wrong, the more the worse it is', () => {
  const played = [0, -24, -60].map((weight) => after(withHarm(weight), ['Vous avez des enfants à la maison ?'], voiced(withHarm(weight))).state);
  const [none, some, most] = played;
  expect(some?.trust).toBeLessThan(none?.trust ?? 0);
  expect(most?.trust).toBeLessThan(some?.trust ?? 0);
  expect(some?.tension).toBeGreaterThan(none?.tension ?? 100);
  expect(most?.tension).toBeGreaterThan(some?.tension ?? 100);
});
