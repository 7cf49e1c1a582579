import { describe, expect, it } from 'vitest';
import { chance, choose } from '../random.ts';
import { quoteAt } from './quote.ts';

const turn = (text: string) => ({ seq: 3, who: 'learner' as const, text, atMs: 61_000, delayMs: 900, voicedBy: null, expression: null, clientTurnId: null });
const spotOf = (text: string, words: string) => ({ turn: turn(text), start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('a quote', () => {
  it('is the sentence around the signal', () => {
    const text = 'Bonjour à vous tous. Le retard est de dix jours ouvrés, et il vient de chez nous. On en parle ?';
    expect(quoteAt(spotOf(text, 'dix jours'))?.text).toBe('Le retard est de dix jours ouvrés, et il vient de chez nous.');
  });

  it('takes a neighbour along when the sentence is too short to mean something', () => {
    expect(quoteAt(spotOf("Moi. J'ai validé l'estimation.", 'Moi'))?.text).toBe("Moi. J'ai validé l'estimation.");
  });

  it('does not take a decimal point for the end of a sentence', () => {
    expect(quoteAt(spotOf('Nous sommes à 2.5 % du prix annoncé au départ.', '%'))?.text).toBe('Nous sommes à 2.5 % du prix annoncé au départ.');
  });

  it('keeps to the clause, and to whole words, in an endless sentence', () => {
    const text = `${'alors en fait moi ce que je voulais dire c’est que '.repeat(5)}on livre jeudi ${'et puis après on verra bien comment cela se passe '.repeat(5)}`;
    const found = quoteAt(spotOf(text, 'on livre jeudi'));
    expect(found?.text.startsWith('on livre jeudi')).toBe(true);
    expect(found?.text.length).toBeLessThanOrEqual(160);
  });

  it('is none where there are no words', () => {
    expect(quoteAt({ turn: turn('   '), start: 0, end: 3 })).toBeNull();
    expect(quoteAt({ turn: turn('Oui.'), start: 2, end: 99 })).toBeNull();
    expect(quoteAt({ turn: turn('x'.repeat(400)), start: 10, end: 20 })).toBeNull();
  });

  it('is always exactly what was said, in whole words, at most 160 characters', () => {
    const pieces = [
      'retard',
      'euh',
      'l’usine',
      '12,5 %',
      '🙂',
      'd’accord',
      'anticonstitutionnellement',
      '«oui»',
      '—',
      'jeudi,',
      'fini.',
      'vraiment ?',
      'Et\n',
      'non !',
      'https://exemple.fr/a',
      '$x$',
      '#mot',
      'mais;',
      'a',
    ];
    for (let run = 0; run < 3000; run += 1) {
      const text = Array.from({ length: 1 + Math.floor(chance('length', run) * 70) }, (_, index) => choose(pieces, 'piece', run, index)).join(' ');
      const start = Math.floor(chance('start', run) * text.length);
      const end = start + 1 + Math.floor(chance('end', run) * 60);
      const found = quoteAt({ turn: turn(text), start, end: Math.min(end, text.length) });
      if (!found) continue;
      expect(found.text).toBe(text.slice(found.start, found.end));
      expect(found.text.length).toBeLessThanOrEqual(160);
      expect(found.text.trim()).toBe(found.text);
      expect(found.text).not.toBe('');
      expect(/[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, found.start - 1), found.start + 1)), text).toBe(
        found.start === 0 && /^[\p{L}\p{N}]{2}/u.test(text.slice(0, 1)),
      );
      expect(/[\p{L}\p{N}]{2}/u.test(text.slice(found.end - 1, found.end + 1)), text).toBe(false);
    }
  });
});
