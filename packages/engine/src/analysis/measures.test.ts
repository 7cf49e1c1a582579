import { expect, test } from 'vitest';
import { measureTurn } from './measures.ts';

test.each([
  ["L'usine est prête, rendez-vous lundi.", 5],
  ["Aujourd'hui, c'est oui.", 3],
  ['', 0],
  ['12 000 €', 2],
  ['👍', 0],
])('counts words as a person does: %s', (text, words) => {
  expect(measureTurn(text, 'fr').words).toBe(words);
});

test('keeps hesitations and discourse markers apart, and out of the words', () => {
  expect(measureTurn('Euh, en fait, je, je vous appelle, hein.', 'fr')).toEqual({ words: 6, vocalFillers: 1, lexicalFillers: 2, sentences: 1 });
  expect(measureTurn('Um, I mean, we, we call you, you know.', 'en')).toMatchObject({ vocalFillers: 1, lexicalFillers: 2 });
});

test.each([
  'Donc on livre jeudi, alors on y va.',
  'Il en fait partie.',
  'Vous savez que le train est plein.',
  "C'est un bon élève, le genre humain.",
  'Voilà le plan.',
  'Vous voulez quoi ?',
  'un coup de fil',
])('counts no marker where the words mean something: %s', (text) => {
  expect(measureTurn(text, 'fr').lexicalFillers).toBe(0);
});

test.each(['I like the product.', 'It looks like rain.', 'Do you know what time it is?', 'He did it well.', 'What kind of work is it?', 'a client like yours'])(
  'counts no marker where the words mean something: %s',
  (text) => {
    expect(measureTurn(text, 'en').lexicalFillers).toBe(0);
  },
);

test.each([
  ['It was, like, really late.', 1],
  ['I, um, like, you know, called.', 2],
  ['Well, I mean, sure.', 2],
])('counts what can only be a marker: %s', (text, count) => {
  expect(measureTurn(text, 'en').lexicalFillers).toBe(count);
});

test('ten «euh» are ten hesitations and no word', () => {
  const calm = measureTurn('Je vous envoie le plan demain.', 'fr');
  const shaky = measureTurn(`${'euh '.repeat(10)}Je vous envoie le plan demain.`, 'fr');
  expect(shaky).toEqual({ ...calm, vocalFillers: 10 });
});

test('counts sentences, one at least', () => {
  expect(measureTurn('Bonjour. On livre à 2.5 %. Ça va ?', 'fr').sentences).toBe(3);
  expect(measureTurn('pas de ponctuation ici', 'fr').sentences).toBe(1);
});
