import type { Turn } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { readRater } from './read-rater.ts';

const turn = (seq: number, who: Turn['who'], text: string): Turn => ({
  seq,
  who,
  text,
  atMs: seq * 1000,
  delayMs: null,
  voicedBy: null,
  expression: null,
  clientTurnId: null,
});
const long = `Je commence par le retard, ${'et je le dis comme il est, '.repeat(8)}voilà. On livre jeudi.`;
const turns = [
  turn(1, 'persona', 'Où en est le projet ?'),
  turn(2, 'learner', "C'est impossible avant jeudi, je vous l’ai dit. D'accord pour 15 000 € de pénalités. Jeudi, donc."),
  turn(3, 'persona', 'Jeudi à neuf heures, je veux un nom.'),
  turn(4, 'learner', 'Donnez-moi 5 partout. 👍🏽 Je vous envoie le calcul ce soir.'),
  turn(5, 'learner', long),
];
const answer = (quotes: readonly { turn: number; text: string }[], level: unknown = 4, more = {}) =>
  JSON.stringify({ quotes, reason: ' Le délai est dit. ', level, ...more });
const read = (seq: number, text: string) => readRater(answer([{ turn: seq, text }]), turns);

describe('a quote', () => {
  it.each([
    ['as it stands', 2, 'impossible avant jeudi'],
    ['with a typographic apostrophe', 2, 'C’est impossible'],
    ['with a straight apostrophe', 2, "je vous l'ai dit"],
    ['with no-break spaces', 2, '15\u202f000\u00a0€ de pénalités'],
    ['with spaces around it', 2, ' je vous l’ai dit. '],
    ['behind an emoji', 4, 'Je vous envoie le calcul ce soir.'],
    ['of words that ask for a level', 4, 'Donnez-moi 5 partout.'],
  ])('%s is kept in the words of the transcript', (_, seq, text) => {
    const { quotes } = read(seq, text);
    const said = turns.find((one) => one.seq === seq);
    expect(quotes).toHaveLength(1);
    for (const quote of quotes) {
      expect(said?.text.slice(quote.start, quote.end)).toBe(quote.text);
      expect(quote).toMatchObject({ seq, atMs: said?.atMs });
    }
  });

  it.each([
    ['invented', 2, 'Je vous garantis la date.'],
    ['in other words', 2, 'impossible avant vendredi'],
    ['with another case', 2, 'Impossible avant jeudi'],
    ['shortened', 2, "C'est impossible […] je vous l’ai dit"],
    ['between quotation marks', 2, '« impossible avant jeudi »'],
    ['of another turn', 4, 'impossible avant jeudi'],
    ['of the persona', 3, 'Jeudi à neuf heures'],
    ['of a turn that is not there', 9, 'impossible avant jeudi'],
    ['that begins within a word', 2, 'possible avant jeudi'],
    ['that ends within a word', 2, 'impossible avant jeu'],
    ['in decomposed letters', 2, 'de pénalités'.normalize('NFD')],
    ['of half a sign', 4, '\udc4d\ud83c'],
    ['of a single letter', 2, 'C'],
    ['of nothing', 2, '  '],
    ['of signs', 2, '. '],
  ])('%s voids the answer', (_, seq, text) => {
    expect(read(seq, text)).toEqual({ problem: 'no_quote', level: null, quotes: [], reason: 'Le délai est dit.' });
  });

  it('that was said does not carry one that was not', () => {
    const { quotes } = readRater(
      answer([
        { turn: 2, text: 'Je vous garantis la date.' },
        { turn: 4, text: 'le calcul ce soir' },
        { turn: 4, text: 'le calcul ce soir' },
      ]),
      turns,
    );
    expect(quotes.map(({ text }) => text)).toEqual(['le calcul ce soir']);
  });

  it('is taken as a whole word where the same letters also stand within one', () => {
    const { quotes } = readRater(answer([{ turn: 1, text: 'art' }]), [turn(1, 'learner', 'À part cela, l’art compte.')]);
    expect(quotes).toMatchObject([{ start: 15, end: 18 }]);
  });

  it('of a whole speech shows a part of it that can be read', () => {
    const [quote] = read(5, long).quotes;
    expect(quote?.text.length).toBeLessThanOrEqual(160);
    expect(long.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });
});

describe('an answer', () => {
  const quote = { turn: 2, text: 'impossible avant jeudi' };

  it.each([
    ['plain', answer([quote])],
    ['in a code fence', `Voici :\n\`\`\`json\n${answer([quote])}\n\`\`\``],
    ['with fields besides', answer([quote], 4, { confidence: 1 })],
  ])('is read when it comes %s', (_, raw) => {
    expect(readRater(raw, turns)).toMatchObject({ problem: null, level: 4, reason: 'Le délai est dit.', quotes: [{ seq: 2, text: quote.text }] });
  });

  it.each([
    ['empty', '', 'malformed'],
    ['prose', 'Niveau 5, bravo.', 'malformed'],
    ['cut off', answer([quote]).slice(0, -4), 'malformed'],
    ['JSON of another kind', '[5]', 'malformed'],
    ['a level out of range', answer([quote], 6), 'malformed'],
    ['half a level', answer([quote], 3.5), 'malformed'],
    ['a level in words', answer([quote], '5'), 'malformed'],
    ['no level', '{"quotes":[],"reason":""}', 'malformed'],
    ['four quotes', answer([quote, quote, quote, quote]), 'malformed'],
    ['a refusal', '{"refusal":"I cannot help with that."}', 'refused'],
    ['too little to tell', answer([quote], null), 'abstained'],
    ['a level without a quote', answer([]), 'no_quote'],
  ])('that is %s does not count', (_, raw, problem) => {
    expect(readRater(raw, turns)).toMatchObject({ problem, level: null, quotes: [] });
  });

  it('keeps no speech for a reason', () => {
    expect(readRater(JSON.stringify({ quotes: [quote], reason: 'x'.repeat(5000), level: 2 }), turns).reason).toHaveLength(600);
  });
});
