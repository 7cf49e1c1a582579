import type { Turn } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/analyse.ts';
import { asCutIn } from '../turn/cut-in.ts';
import { askRater } from './panel/ask-rater.ts';
import { betterSentence } from './better.ts';
import { hear, type Heard } from './heard.ts';
import { competenciesOf, scenes } from './rating.testing.ts';
import { vigilanceOf } from './vigilance.ts';

const { delay } = scenes;
const said = "Le planning a dérivé de dix jours. J'ai repris les étapes une à une. Je vous envoie le calcul des";

const turnsOf = (cutIn: boolean): Turn[] => {
  const turn = { atMs: 0, delayMs: null, voicedBy: null, expression: null, clientTurnId: null };
  const sound = { durationMs: 61_000, verbatim: false, words: null, ...(cutIn ? { cutIn: true as const } : {}) };
  return [
    { ...turn, seq: 1, who: 'persona', text: 'Alors, ce retard ?' },
    { ...turn, seq: 2, who: 'learner', text: said, sound },
    { ...turn, seq: 3, who: 'persona', text: "Ce n'est pas ma question." },
  ];
};

const heardOf = (cutIn: boolean): Heard => {
  const { scenario, locale } = delay;
  const turns = turnsOf(cutIn);
  const found = analyse(said, { locale, personaSaid: 'Alors, ce retard ?', earlier: [], about: [], structured: false, interruptsAfterWords: null });
  const signals = cutIn ? asCutIn(found, said) : found;
  const state = { trust: 50, tension: 50, patience: 50, phase: 'exploring' as const };
  return hear({ scenario, locale, turns, analysis: [{ seq: 2, signals, moves: [], state }], finalState: { concerns: {} } });
};

describe('a turn into which the persona cut', () => {
  it('is not read as one that made the other ask again', () => {
    expect(heardOf(false).turns[0]?.missed).toBe(true);
    expect(heardOf(true).turns[0]?.missed).toBe(false);
  });

  it('lacks no date that may have been about to come', () => {
    const ids = (cutIn: boolean) => vigilanceOf(heardOf(cutIn), 'Marc').map(({ id }) => id);
    expect(ids(false)).toContain('vigilance.undated');
    expect(ids(true)).not.toContain('vigilance.undated');
    expect(ids(true)).toContain('vigilance.too_long');
  });

  it('lends no unfinished sentence to be said better', () => {
    expect(betterSentence(heardOf(false), [], 'Marc')?.quote.text).toContain('le calcul');
    expect(betterSentence(heardOf(true), [], 'Marc')).toBeNull();
  });

  it('is shown to model raters as what it is', () => {
    const [competency] = competenciesOf(delay.scenario).values();
    if (!competency) throw new Error('the scenario has no criteria');
    const asked = (cutIn: boolean) => JSON.stringify(askRater({ scenario: delay.scenario, competency, locale: 'fr', turns: turnsOf(cutIn), seed: 1 }));
    expect(asked(true)).toContain('cut_in_by_persona');
    expect(asked(false)).not.toContain('cut_in_by_persona');
  });
});
