import type { Turn } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse.ts';
import { hear, type HeardTurn } from '../heard.ts';
import { emptyIn } from './uptake.ts';

const start = { trust: 50, tension: 50, patience: 50 };

/** A talk in French, the persona first. */
const heardTurns = (...texts: readonly string[]): readonly HeardTurn[] => {
  const turns = texts.map((text, index): Turn => ({
    seq: index + 1,
    who: index % 2 === 0 ? 'persona' : 'learner',
    text,
    atMs: 0,
    delayMs: null,
    voicedBy: null,
    expression: null,
    clientTurnId: null,
  }));
  const analysis = turns
    .filter(({ who }) => who === 'learner')
    .map(({ seq, text }) => ({
      seq,
      signals: analyse(text, { locale: 'fr', personaSaid: texts[seq - 2] ?? '', earlier: [], about: [], structured: false, interruptsAfterWords: null }),
      moves: [],
      state: { ...start, phase: 'exploring' as const },
    }));
  const scenario = { start, facts: [], concerns: [], questionPlan: [], criteria: [] };
  return hear({ scenario, locale: 'fr', turns, analysis, finalState: { concerns: {} }, interview: false }).turns;
};

const asked = ['Quand est-ce que mes portes arrivent ?', 'Je vous demande une date, pas un discours.'] as const;
const fine = [
  'Vous savez, dans ce métier il y a toujours de belles surprises et nous aimons quand même beaucoup ce que nous faisons tous les uns pour les autres ici.',
  'La confiance se construit pas à pas, avec du cœur et de la passion, et c’est vraiment ce qui nous anime depuis le début avec tous nos partenaires.',
] as const;

describe('turns that speak at length and say nothing', () => {
  it('are seen from the second one on', () => {
    expect(emptyIn(heardTurns(asked[0], fine[0], asked[1], fine[1]))).toHaveLength(2);
    expect(emptyIn(heardTurns(asked[0], fine[0]))).toHaveLength(0);
  });

  it('are not those that hold a fact, a promise or the words of the other', () => {
    const full =
      'Elles sont chez le peintre, qui a eu une panne de four la semaine dernière : je les charge moi-même jeudi matin et je vous appelle du camion.';
    expect(emptyIn(heardTurns(asked[0], full, asked[1], full))).toHaveLength(0);
  });
});
