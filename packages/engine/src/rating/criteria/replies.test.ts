import type { Turn } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse.ts';
import { hear, type Heard } from '../heard.ts';
import { scenes } from '../rating.testing.ts';
import { closing } from './closing.ts';
import { openQuestioning } from './open-questioning.ts';
import { structure } from './structure.ts';

/** What was said in turn, the other first; nobody wrote down what the other knows or worries about. */
function heardOf(interview: boolean, ...texts: readonly string[]): Heard {
  const turns = texts.map((text, index): Turn => ({
    seq: index + 1,
    who: index % 2 === 0 ? 'persona' : 'learner',
    text,
    atMs: index * 1000,
    delayMs: null,
    voicedBy: null,
    expression: null,
    clientTurnId: null,
  }));
  const analysis = turns
    .filter(({ who }) => who === 'learner')
    .map(({ seq, text }) => {
      const said = { locale: 'fr', personaSaid: texts[seq - 2] ?? '', personaSaidBefore: '', earlier: [], about: [], structured: interview } as const;
      const state = { trust: 40, tension: 40, patience: 50, phase: 'exploring' } as const;
      return { seq, signals: analyse(text, { ...said, interruptsAfterWords: null }), moves: [], state };
    });
  return hear({ scenario: { ...scenes.delay.scenario, facts: [], concerns: [] }, locale: 'fr', turns, analysis, finalState: { concerns: {} }, interview });
}

describe('a closing', () => {
  const talk = [
    'Où en est le planning ?',
    "Le planning a deux semaines de retard et c'est moi qui ai validé l'estimation.",
    'Et la suite ?',
    "Qu'est-ce que le client attend de vous ce soir ?",
    'Une date.',
    'Je vous envoie le planning jeudi à 9 heures.',
  ];
  const level = (reply: string): number | null => closing(heardOf(false, ...talk, reply)).level;

  it('stands higher when the other goes along with it, and is none when the other takes the matter away', () => {
    expect(level('Hum.')).toBe(4);
    expect(level("Jeudi 9 heures, d'accord.")).toBe(5);
    expect(level('Je reprends le dossier. Merci.')).toBe(2);
  });
});

describe('a story', () => {
  const answers = [
    "En mars, j'étais vendeuse chez un opticien. J'ai rappelé chaque client et au final on est passés de douze à trois réclamations.",
    "En juin, je m'étais trompée dans le planning. J'ai prévenu mon responsable le jour même et depuis il n'y a plus eu d'erreur.",
    "L'année dernière, on m'a confié le stock. J'ai recompté les rayons et au final on a retrouvé quarante montures.",
  ];
  const level = (...questions: readonly string[]): number =>
    structure(heardOf(true, ...questions.flatMap((question, index) => [question, answers[index] ?? '']), 'Merci, au revoir.')).level ?? 0;
  const whole = level('Une réussite ?', 'Une erreur ?', 'Une responsabilité ?');

  it('is not whole when the other has to ask on, and less when it was beside the question', () => {
    expect(whole).toBe(5);
    expect(level('Une réussite ?', "C'est-à-dire ?", 'Une responsabilité ?')).toBeLessThan(whole);
    expect(level('Une réussite ?', "Ce n'est pas ma question.", "Ce n'est toujours pas ma question.")).toBe(2);
  });
});

describe('closed questions', () => {
  const asked = (reply: string): number | null =>
    openQuestioning(
      heardOf(
        false,
        'Bonjour.',
        'Vous avez déjà un prestataire ?',
        reply,
        'Il passe toutes les semaines ?',
        reply,
        'Vous stockez aussi des filtres ?',
        'Un peu.',
      ),
    ).level;

  it('are worth an open one when the other tells something by them', () => {
    expect(asked("J'en ai un, il passe quand cela l'arrange, et depuis mars les cartons débordent.")).toBe(3);
    expect(asked('Oui.')).toBe(2);
    expect(asked("Non, je n'en ai pas besoin, et je vous ai dit que nous étions très occupés ce matin.")).toBe(2);
  });
});
