import { describe, expect, it } from 'vitest';
import type { Scene } from './direct.ts';
import { after, voiced } from './play.testing.ts';
import { scene } from './scene.testing.ts';

const english = (here: Scene): Scene => ({ ...here, locale: 'en' });

describe('a promise to call back', () => {
  const mere = ['je vous rappelle demain', 'Je reviens vers vous lundi, sans faute.', 'Je vous recontacte vendredi.'];
  const mereEn = ["I'll call you back tomorrow.", "I'll get back to you on Monday."];
  const whole = [
    'Je vous rappelle demain à 10 h.',
    'Je reviens vers vous vendredi avec le planning signé.',
    'Je vous envoie le planning et je vous rappelle demain.',
  ];
  const played = (here: Scene, text: string) => after(here, [text], voiced(here)).state;

  it('moves the worry by half of a promise, and is no commitment', () => {
    for (const [here, texts] of [
      [scene(), mere],
      [english(scene()), mereEn],
    ] as const)
      for (const text of texts) {
        expect(played(here, text).committed, text).toBe(false);
        expect(played(here, text).concerns['delai']?.progress, text).toBe(12.5);
      }
  });

  it('is a whole one with an hour, or with what it will be about', () => {
    const here = scene();
    for (const text of whole) {
      expect(played(here, text).committed, text).toBe(true);
      expect(played(here, text).concerns['delai']?.progress, text).toBeGreaterThanOrEqual(50);
    }
    expect(played(english(here), "I'll get back to you by Friday with the signed contract.").committed).toBe(true);
  });

  it('settles nothing that is nearly settled', () => {
    const here = scene();
    const begun = voiced(here);
    const nearly = { ...begun, concerns: { ...begun.concerns, delai: { progress: 95, status: 'eased' as const, raised: true, counted: [] } } };
    expect(after(here, ['je vous rappelle demain'], nearly).state.concerns['delai']?.status).toBe('eased');
    expect(after(here, ['Je vous envoie le planning demain.'], nearly).state.concerns['delai']?.status).toBe('resolved');
  });

  it('counts whole where it is what the story asks for', () => {
    const here = scene();
    const concerns = here.scenario.concerns.map((concern) => ({ ...concern, keys: [{ about: { fr: ['vous rappelle'], en: ['call you back'] }, weight: 30 }] }));
    expect(played({ ...here, scenario: { ...here.scenario, concerns } }, 'je vous rappelle demain').committed).toBe(true);
  });
});
