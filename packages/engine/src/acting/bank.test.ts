import type { Directive } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { persona, scenario, worded } from '../direction/scene.testing.ts';
import { speakFromBank, type Stage } from './bank.ts';

const stage = (said: readonly string[] = [], over: Partial<Stage> = {}): Stage => ({
  scenario,
  persona,
  locale: 'fr',
  seed: 1,
  phase: 'exploring',
  said,
  ...over,
});
const press: Directive = { move: 'press_concern', about: 'delai', expression: 'doubtful' };

describe('the bank', () => {
  it('says the same for the same directive, seed and past', () => {
    expect(speakFromBank(press, stage())).toBe(speakFromBank(press, stage()));
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => speakFromBank(press, stage([], { seed })))).size).toBeGreaterThan(1);
  });

  it('never says a line twice, and goes on with the story when a pool is used up', () => {
    const said: string[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const reply = speakFromBank({ ...press, reaction: 'neutral' }, stage(said));
      expect(said).not.toContain(reply);
      said.push(reply);
    }
  });

  it('does not ask for what the learner has just given', () => {
    const asked = Array.from({ length: 40 }, (_, seed) => speakFromBank({ ...press, given: ['delai 0'] }, stage([], { seed })));
    expect(asked.some((line) => /^press delai [12]\./.test(line))).toBe(false);
    expect(asked.every((line) => /^press delai [3456]\./.test(line))).toBe(true);
  });

  it('puts a reaction before and a second move after, in that order', () => {
    const reply = speakFromBank(
      { move: 'resolve_concern', about: 'delai', reaction: 'warm', next: { move: 'raise_concern', about: 'prix' }, expression: 'relieved' },
      stage(),
    );
    expect(reply).toMatch(/^reaction warm \d\. resolved delai \d\. raise prix \d\.$/);
  });

  it('does not ask two things in one breath', () => {
    const drift: Directive = { move: 'say_line', line: 'offTopic', next: { move: 'press_concern', about: 'delai' }, expression: 'neutral' };
    expect(speakFromBank(drift, stage())).toMatch(/^line offTopic \d\. press delai \d\.$/);
    const asking = { ...persona, lines: { ...persona.lines, offTopic: { fr: ['Vous me ramenez au point ?'], en: ['Back to it?'] } } };
    expect(speakFromBank(drift, stage([], { persona: asking }))).toBe('Vous me ramenez au point ?');
  });

  it('does not begin twice with the same word', () => {
    const stuttering = { ...persona, reactions: { ...persona.reactions, warm: { fr: ['Bon.', 'Voilà.'], en: ['Well.', 'There.'] } } };
    const settled = {
      ...scenario,
      concerns: scenario.concerns.map((concern) => ({ ...concern, resolved: { fr: ['Bon, ça me va.'], en: ['Well, that works.'] } })),
    };
    for (let seed = 1; seed <= 20; seed += 1) {
      expect(
        speakFromBank(
          { move: 'resolve_concern', about: 'delai', reaction: 'warm', expression: 'relieved' },
          stage([], { seed, persona: stuttering, scenario: settled }),
        ),
      ).toBe('Voilà. Bon, ça me va.');
    }
  });

  it('opens a reply with a quote in a capital, and leaves the learner’s words alone otherwise', () => {
    const echo: Directive = { move: 'say_line', line: 'echo', quote: 'on verra bien', expression: 'doubtful' };
    expect(speakFromBank(echo, stage())).toBe('«On verra bien», vous dites.');
    const inside = { ...persona, lines: { ...persona.lines, echo: { fr: ['Vous dites «{quote}».'], en: ['You say "{quote}".'] } } };
    expect(speakFromBank(echo, stage([], { persona: inside }))).toBe('Vous dites «on verra bien».');
  });

  it('repeats its last words when asked to, introduced', () => {
    const reply = speakFromBank({ move: 'say_line', line: 'repeat', expression: 'attentive' }, stage(['Bonjour. Pourquoi vous ? Je vous écoute.']));
    expect(reply).toMatch(/^line repeat \d\. Pourquoi vous \? Je vous écoute\.$/);
  });

  it('says safety words again rather than replacing them', () => {
    const leave: Directive = { move: 'leave_role', expression: 'attentive' };
    expect(speakFromBank(leave, stage([persona.distress.fr]))).toBe(persona.distress.fr);
  });

  it('finds a reply even when the library is used up', () => {
    const poor = { ...scenario, probes: { exploring: worded('a', 1), confronting: worded('b', 1), closing: worded('c', 1) } };
    const said: string[] = [];
    for (let turn = 0; turn < 60; turn += 1) said.push(speakFromBank({ move: 'probe', expression: 'neutral' }, stage(said, { scenario: poor })));
    expect(new Set(said).size).toBe(60);
  });
});
