import { expect, test } from 'vitest';
import { browserVoices, speakByBrowser, voicesFor, wordAt } from './browser-voice.ts';

const voice = (name: string, lang: string, localService = true, isDefault = false) => ({ name, lang, localService, default: isDefault });

test('voices of a language: those of this machine first, and of these the usual one', () => {
  const all = [
    voice('Amélie', 'fr-CA'),
    voice('Google français', 'fr-FR', false),
    voice('Samantha', 'en-US', true, true),
    voice('Thomas', 'fr_FR', true, true),
    voice('Albert', 'fr'),
    voice('Frysk', 'fy-NL'),
  ];
  expect(voicesFor(all, 'fr').map(({ name }) => name)).toEqual(['Thomas', 'Albert', 'Amélie', 'Google français']);
  expect(voicesFor(all, 'en-GB').map(({ name }) => name)).toEqual(['Samantha']);
});

test('a word that a browser tells only the beginning of ends at the next space', () => {
  expect(wordAt("D'accord, je vous suis.", 10, undefined)).toEqual({ from: 10, to: 12 });
  expect(wordAt("D'accord, je vous suis.", 18, 0)).toEqual({ from: 18, to: 23 });
  expect(wordAt("D'accord, je vous suis.", 0, 8)).toEqual({ from: 0, to: 8 });
});

test('without voices nothing is said, and that is told', () => {
  const ends: boolean[] = [];
  speakByBrowser({ text: 'Bonjour', language: 'fr' }, { onEnded: (whole) => ends.push(whole) })();
  expect([browserVoices('fr'), ends]).toEqual([[], [false]]);
});
