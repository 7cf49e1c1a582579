import type { Signal } from '@coachvisio/contract/signal.ts';
import { utteranceLimitMs } from '@coachvisio/contract/speech.ts';
import { describe, expect, it } from 'vitest';
import { persona, scenario } from '../direction/scene.testing.ts';
import { asCutIn, cutsInAt, cutsInWith, listensFor } from './cut-in.ts';

const tempered = (interruptsAfterMs: number | null) => ({ ...persona, temperament: { ...persona.temperament, interruptsAfterMs } });
const question = { id: 'parcours', ask: { fr: ['?'], en: ['?'] }, rephrase: { fr: ['?'], en: ['?'] }, expects: [], followUps: {} };

describe('how long a persona listens', () => {
  it('is its temperament’s, longer at level 1 and shorter at level 3', () => {
    const at = (level: 1 | 2 | 3) => listensFor({ scenario: { ...scenario, level }, persona: tempered(45_000) }, -1, null);
    expect([at(1), at(2), at(3)]).toEqual([63_000, 45_000, 36_000]);
  });

  it('is to the end for some, whatever happens', () => {
    expect(listensFor({ scenario: { ...scenario, level: 3 }, persona: tempered(null) }, -1, null)).toBeNull();
    expect(listensFor({ scenario, persona: tempered(null) }, -1, 1_000)).toBeNull();
  });

  it('is half of what a planned question has, where that is longer', () => {
    const interview = {
      ...scenario,
      questionPlan: [
        { ...question, minutes: 4 },
        { ...question, minutes: 1 },
      ],
    };
    const at = (index: number) => listensFor({ scenario: interview, persona: tempered(45_000) }, index, null);
    expect([at(0), at(1)]).toEqual([120_000, 45_000]);
  });

  it('is twice as long for three minutes after it has cut in', () => {
    const after = (ms: number) => listensFor({ scenario, persona: tempered(45_000) }, -1, ms);
    expect([after(0), after(179_999), after(180_000)]).toEqual([90_000, 90_000, 45_000]);
  });
});

describe('the moment at which it takes the floor', () => {
  it('is half as late again when nobody pauses', () => {
    expect(cutsInAt(40_000, null)).toBe(60_000);
  });

  it('is a pause of 350 ms once its patience is used up', () => {
    expect(cutsInAt(40_000, 45_000)).toBe(45_350);
    // A pause that began before goes on: it is long enough by then.
    expect(cutsInAt(40_000, 38_000)).toBe(40_000);
    expect(cutsInAt(40_000, 39_900)).toBe(40_250);
  });

  it('is not put off by a pause at the very end', () => {
    expect(cutsInAt(40_000, 59_900)).toBe(60_000);
  });

  it('comes before sound is not kept any more', () => {
    expect(cutsInAt(168_000, null)).toBeLessThan(utteranceLimitMs);
  });
});

describe('what a persona cut into', () => {
  const text = 'On a repris le planning. On a livré douze sites. Et là je comprends mais';
  const signal = (kind: Signal['kind'], of: string): Signal => ({ kind, start: text.indexOf(of), end: text.indexOf(of) + of.length });

  it('is long, however few words it holds', () => {
    expect(asCutIn([], text)).toEqual([{ kind: 'too_long', start: 0, end: text.length }]);
    expect(asCutIn([{ kind: 'too_short', start: 0, end: 5 }], 'Alors')).toEqual([{ kind: 'too_long', start: 0, end: 5 }]);
  });

  it('is blamed for nothing that the unfinished sentence seems to lack', () => {
    const found = [signal('figure', 'douze'), signal('hollow_empathy', 'je comprends mais')];
    expect(asCutIn(found, text).map(({ kind }) => kind)).toEqual(['too_long', 'figure']);
  });

  it('keeps what stands in sentences that were finished, and what no end would excuse', () => {
    const found = [signal('vague', 'On a repris le planning'), signal('insult', 'je comprends')];
    expect(asCutIn(found, text).map(({ kind }) => kind)).toEqual(['too_long', 'vague', 'insult']);
  });
});

describe('the reply of who cuts in', () => {
  it('begins by taking the floor', () => {
    expect(cutsInWith({ move: 'press_concern', about: 'delai', reaction: 'long', expression: 'firm' })).toEqual({
      move: 'press_concern',
      about: 'delai',
      reaction: 'cutIn',
      expression: 'firm',
    });
  });

  it('is said as it stands where it must be', () => {
    const leaves = { move: 'leave_role', expression: 'attentive', ends: { exit: null, reason: 'distress' } } as const;
    expect(cutsInWith(leaves)).toBe(leaves);
    const tells = { move: 'disclose', expression: 'neutral' } as const;
    expect(cutsInWith(tells)).toBe(tells);
  });
});
