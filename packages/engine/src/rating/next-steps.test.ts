import { describe, expect, it } from 'vitest';
import { rate } from './rate.ts';
import { ratedOf, played, scenes } from './rating.testing.ts';
import { nextToTrain } from './replay.ts';

const delay = (lines: readonly string[]) => rate(played(scenes.delay, lines));

const clumsy: readonly string[] = [
  'Bonjour Marc, je vous explique où on en est.',
  "Je comprends, mais ce n'est pas de ma faute si le prestataire a traîné.",
  'On va faire au mieux pour rattraper, ne vous inquiétez pas.',
  'Je vous envoie le calcul des pénalités rapidement.',
];

describe('the sentence to say better', () => {
  it('is one of the learner, in their own words', () => {
    const input = played(scenes.delay, clumsy);
    const { better } = rate(input);
    expect(better).not.toBeNull();
    const { quote, params } = better ?? { quote: { seq: 0, start: 0, end: 0, text: '' }, params: { said: '', name: '' } };
    const turn = input.turns.find(({ seq }) => seq === quote.seq);
    expect(turn?.text.slice(quote.start, quote.end)).toBe(quote.text);
    for (const word of params.said.toLowerCase().split(/\s+/)) expect(quote.text.toLowerCase()).toContain(word);
    expect(params.name).toBe('Marc');
  });

  it('is none when no sentence can be turned', () => {
    expect(
      delay(['Le retard est de dix jours, il vient de chez nous.', "Qu'est-ce que le client attend ?", 'Je vous envoie le calcul ce soir à 17 heures.']).better,
    ).toBeNull();
  });
});

describe('where to start again', () => {
  it('is the turn that cost most, and says what cost', () => {
    const rating = delay(clumsy);
    const moved = rating.curve.map(({ seq, trust, tension }, index, curve) => ({
      seq,
      cost: index === 0 ? 0 : (curve[index - 1]?.trust ?? 0) - trust + tension - (curve[index - 1]?.tension ?? 0),
    }));
    expect(rating.replayFrom?.seq).toBe(moved.toSorted((a, b) => b.cost - a.cost)[0]?.seq);
    expect(rating.replayFrom?.reason).toMatch(/^(?:justification|blame|hollow_empathy|vague)$/);
  });

  it('is nowhere in a conversation that never got worse', () => {
    expect(delay(['Le retard est de dix jours ouvrés et il vient de chez nous.', "Qu'est-ce que le client attend de vous ce soir ?"]).replayFrom).toBeNull();
  });
});

describe('what to train next', () => {
  it('is the lowest level among those that weigh their share', () => {
    expect(nextToTrain(ratedOf({ closing: [3, 40], 'active-listening': [2, 40], objections: [1, 10], agency: [5, 10] }))).toBe('active-listening');
  });

  it('is the heavier of two, and a light one when nothing else is left', () => {
    expect(nextToTrain(ratedOf({ closing: [2, 40], 'active-listening': [2, 50], objections: [5, 10] }))).toBe('active-listening');
    expect(nextToTrain(ratedOf({ closing: [5, 60], objections: [4, 40] }))).toBe('objections');
  });

  it('is nothing at the top, or without a level', () => {
    expect(nextToTrain(ratedOf({ closing: [5, 60], objections: [null, 40] }))).toBeNull();
    expect(nextToTrain([])).toBeNull();
  });
});

describe('a competency without a number', () => {
  const scenario = { ...scenes.delay.scenario, criteria: [{ competency: 'negotiating', weight: 10 }] };
  const movesOf = (lines: readonly string[]) => rate({ ...played({ ...scenes.delay, scenario }, lines) }).criteria[0]?.moves ?? [];
  const lines = [
    "Qu'est-ce qui compte le plus pour votre client dans cette livraison ?",
    "J'ai besoin de deux jours de plus, parce que la reprise des données n'est pas finie. En échange, on prend les pénalités à notre charge.",
    'Je ne peux pas vous promettre mieux que le 4 décembre.',
  ];

  it('lists each move of its anchors with the words that show it, or none', () => {
    const moves = movesOf(lines);
    expect(moves.map(({ move }) => move)).toEqual(['states_request', 'gives_reason', 'explores_interests', 'offers_trade', 'holds_limit', 'closes_precisely']);
    const seen = moves.filter(({ quote }) => quote !== null).map(({ move }) => move);
    expect(seen).toEqual(expect.arrayContaining(['states_request', 'gives_reason', 'explores_interests', 'offers_trade', 'holds_limit']));
    for (const { quote } of moves) if (quote) expect(lines.some((line) => line.includes(quote.text))).toBe(true);
  });

  it('lists none after too few turns', () => {
    expect(movesOf(lines.slice(0, 1))).toEqual([]);
  });
});
