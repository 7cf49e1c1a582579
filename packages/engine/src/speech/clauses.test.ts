import { describe, expect, it } from 'vitest';
import { Clauses } from './clauses.ts';

/** Gives the text out letter by letter, as a model does. */
function clausesOf(text: string): string[] {
  const clauses = new Clauses();
  return [...text.split('').flatMap((letter) => clauses.push(letter)), ...clauses.end()].map(({ text: clause }) => clause);
}

describe('what is spoken in one breath', () => {
  it.each([
    [
      'begins with the first clause',
      "D'accord, mais cela ne me dit pas quand. Quelle date ?",
      ["D'accord,", 'mais cela ne me dit pas quand.', 'Quelle date ?'],
    ],
    ['waits for more than one short word', 'Bon, on reprend. Et alors ?', ['Bon, on reprend.', 'Et alors ?']],
    ['keeps a figure whole', 'Vous perdez 50.000 euros, 3,5 % du total. Pourquoi ?', ['Vous perdez 50.000 euros,', '3,5 % du total.', 'Pourquoi ?']],
    ['keeps a name whole', 'Bonjour M. Garnier. Asseyez-vous.', ['Bonjour M. Garnier.', 'Asseyez-vous.']],
    ['takes a French question mark along', 'Vraiment ? Non ! Si.', ['Vraiment ?', 'Non !', 'Si.']],
    ['takes a line break for an end, without waiting for what follows it', 'Hm.\nJe vois, mais\nquand ? Bon.', ['Hm.', 'Je vois, mais', 'quand ?', 'Bon.']],
    ['takes closing marks along', 'Il a dit « jamais. » Point.', ['Il a dit « jamais. »', 'Point.']],
  ])('%s', (_, text, expected) => {
    expect(clausesOf(text)).toEqual(expected);
  });

  it('cuts a very long sentence at a comma', () => {
    const long = `Un. ${'Nous avons parlé de la reprise des données'.repeat(3)}, puis de la recette et de tout ce qui suit, ${'et du reste encore '.repeat(6)}sans fin.`;
    const clauses = clausesOf(long);
    expect(clauses.length).toBeGreaterThan(2);
    expect(Math.max(...clauses.map(({ length }) => length))).toBeLessThan(200);
  });

  it('says which characters of the turn each one is, and leaves none out', () => {
    const text = "  Bonjour, je suis Marc.\nQu'avez-vous ?  Rien…  ";
    const clauses = new Clauses();
    const all = [...clauses.push(text), ...clauses.end()];
    for (const { from, to, text: clause } of all) expect(text.slice(from, to)).toBe(clause);
    expect(
      all
        .map(({ text: clause }) => clause)
        .join('')
        .replaceAll(/\s/g, ''),
    ).toBe(text.replaceAll(/\s/g, ''));
  });

  it('hands a line over with its break, whatever comes and whenever that is', () => {
    const clauses = new Clauses();
    expect(clauses.push('Hm.')).toEqual([]);
    expect(clauses.push('\n').map(({ text }) => text)).toEqual(['Hm.']);
    expect(clauses.push('\n \n')).toEqual([]);
    expect(clauses.push('Je vois.')).toEqual([]);
    expect(clauses.end().map(({ text, from }) => [text, from])).toEqual([['Je vois.', 7]]);
  });
});
