import type { Turn } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { asksAgain, deniesWords } from './asked-again.ts';
import { hear, type Heard, type HeardTurn } from './heard.ts';
import { scenes } from './rating.testing.ts';
import { takenUp } from './taken-up.ts';

describe('words taken up', () => {
  it('are content words and figures, each once', () => {
    expect(takenUp('Donc trois semaines à pousser des chariots, des chariots.', 'Trois semaines que les filles poussent des chariots.', 'fr')).toBe(4);
    expect(takenUp('A knot on Sundays, since October.', 'Since October I get this knot on Sunday afternoons.', 'en')).toBe(3);
    expect(takenUp("C'est le vol ou le bus ?", "Mon vol a été annulé, j'ai pris le bus.", 'fr')).toBe(2);
  });

  it('are none in words of grammar, or before the other has spoken', () => {
    expect(takenUp('Je vous ai dit que ce serait fait.', 'Et moi, je vous ai dit que non.', 'fr')).toBe(0);
    expect(takenUp('Trois semaines de retard.', '', 'fr')).toBe(0);
  });
});

describe('a reply that was not meant to be needed', () => {
  it.each([
    ['fr', "Ce n'est pas ma question."],
    ['fr', 'Je viens de vous le dire, la voiture.'],
    ['en', "I'd rather ask you."],
    ['en', "That's not an answer."],
  ] as const)('asks again (%s): %s', (locale, reply) => {
    expect(asksAgain(reply, locale)).toBe(true);
  });

  it('denies the words it was given, unless it asks or was asked', () => {
    expect(deniesWords('Je ne suis pas dans le négatif.', 'Pourquoi toujours dans le négatif comme ça', 'fr')).toBe(true);
    expect(deniesWords('None of my guys get dental.', 'You would see your benefits, so dental, vision, all that.', 'en')).toBe(true);
    expect(deniesWords('Et si le négoce ne suit pas ?', 'Le tarif de votre négoce arrive la nuit.', 'fr')).toBe(false);
    expect(deniesWords('Ça marche pour jeudi.', 'On se voit jeudi.', 'fr')).toBe(false);
  });
});

describe('a conversation as rules read it', () => {
  const turnOf = (seq: number, who: Turn['who'], text: string): Turn => ({
    seq,
    who,
    text,
    atMs: seq * 1000,
    delayMs: null,
    voicedBy: null,
    expression: null,
    clientTurnId: null,
  });
  const heardTurns = (...texts: readonly string[]): readonly HeardTurn[] => {
    const turns = texts.map((text, index) => turnOf(index + 1, index % 2 === 0 ? 'persona' : 'learner', text));
    const analysis = turns
      .filter(({ who }) => who === 'learner')
      .map(({ seq, text }) => ({
        seq,
        signals: text.endsWith('?') ? [{ kind: 'open_question' as const, start: 0, end: text.length }] : [],
        moves: [],
        state: { trust: 40, tension: 40, patience: 50, phase: 'exploring' as const },
      }));
    return hear({ scenario: scenes.delay.scenario, locale: 'fr', turns, analysis, finalState: { concerns: {} } }).turns;
  };

  it('reaches back two turns of the other, and no further', () => {
    const texts = [
      'Les cartons de Nantes.',
      'Je vous écoute.',
      'Un contrôle oublié.',
      'Je note cela.',
      'Le client attend.',
      'Je reprends : le contrôle, les cartons.',
    ];
    expect(heardTurns(...texts)[2]?.takenUp).toBe(1);
  });

  it('does not take «non» to a question for a contradiction', () => {
    expect(heardTurns('Alors ?', 'Avez-vous des contraintes ?', 'Je n’ai pas de contraintes.')[0]?.missed).toBe(false);
    expect(heardTurns('Alors ?', 'Vous avez des contraintes.', 'Je n’ai pas de contraintes.')[0]?.missed).toBe(true);
  });

  it('leaves out polite questions', () => {
    expect(heardTurns('Bonjour.', 'Que puis-je faire pour vous ?')[0]?.analysis.signals).toEqual([]);
    expect(heardTurns('Bonjour.', "Qu'est-ce qui vous amène ?")[0]?.analysis.signals).toHaveLength(1);
  });

  const heardWhole = (interview: boolean, ...texts: readonly string[]): Heard => {
    const turns = texts.map((text, index) => turnOf(index + 1, index % 2 === 0 ? 'persona' : 'learner', text));
    return hear({ scenario: scenes.delay.scenario, locale: 'fr', turns, analysis: [], finalState: { concerns: {} }, interview });
  };

  it('sees the other take the matter away, but for an interview, which ends by itself', () => {
    const texts = ['Alors ?', 'Je ne sais pas.', 'Restons-en là.', 'Comme vous voulez.'];
    expect(heardWhole(false, ...texts).left).toBe('away');
    expect(heardWhole(true, ...texts).left).toBeNull();
    expect(heardWhole(false, ...texts, 'Bon, vendredi, ça me va.').left).toBeNull();
  });

  it('does not take a date that the other kept for one that was put off', () => {
    const [, kept] = heardTurns('Alors ?', 'Je vous rappelle vendredi.', 'Vendredi, noté. On verra pour le prix.', 'Vendredi, donc.');
    const [, forced] = heardTurns('Alors ?', 'Je vous rappelle vendredi.', 'On verra.', 'Vendredi, donc.');
    expect([kept?.putOff, forced?.putOff]).toEqual([false, true]);
  });
});
