import { describe, expect, it } from 'vitest';
import { Ear } from './hearing.testing.ts';

/** Somebody who listens for a minute, and at last for a minute and a half. */
const pressed = () => new Ear({ locale: 'fr', patience: 1, inStory: false, listensMs: 60_000 });
const cutIns = (ear: Ear) => ear.done.flatMap((effect) => (effect.do === 'say' ? [effect.cutIn] : []));
const settled = (ear: Ear) => ear.done.findLast((effect) => effect.do === 'tell' && effect.settled);

describe('a long utterance', () => {
  it('is cut in its first good pause, long before silence would end it', () => {
    const ear = pressed().begin().speak(61_000).pause().understand('Nous avons donc repris le planning et').wait(280);
    expect(ear.said).toEqual([]);
    expect(ear.wait(20).said).toEqual(['Nous avons donc repris le planning et']);
    expect(cutIns(ear)).toEqual([true]);
    expect(settled(ear)).toMatchObject({ settled: true, cutAtMs: 61_060 });
  });

  it('is not cut before its time, in whatever pause', () => {
    const ear = pressed().begin().speak(58_000).pause().understand('Nous avons repris le planning.').wait(1_000);
    expect(ear.said).toEqual([]);
    ear.wait(1_000);
    expect(cutIns(ear)).toEqual([false]);
  });

  it('is cut where nobody pauses, with what was said until then', () => {
    const ear = pressed().begin().talk(89_900);
    expect(ear.does).not.toContain('recognise');
    ear.talk(200);
    expect(ear.done.findLast((effect) => effect.do === 'recognise')).toMatchObject({ fromMs: 0, toMs: 90_000 });
    ear.talk(600).understand('Et puis nous avons appelé le client pour');
    expect(ear.said).toEqual(['Et puis nous avons appelé le client pour']);
    expect(ear.done).toContainEqual(expect.objectContaining({ do: 'say', durationMs: 90_000, cutIn: true }));
    expect(settled(ear)).toMatchObject({ cutAtMs: 90_000 });
  });

  it('keeps all that was understood before', () => {
    const ear = pressed().begin().speak(40_000).pause().understand('Un.').wait(800).resume().speak(25_000).pause().understand('Deux et').wait(400);
    expect(ear.said).toEqual(['Un. Deux et']);
  });

  it('is thought about as it will be answered: cut into, or not', () => {
    const prepared = (ear: Ear) => ear.done.flatMap((effect) => (effect.do === 'prepare' ? [effect.cutIn] : []));
    expect(prepared(pressed().begin().speak(61_000).pause().understand('Nous avons repris le planning.'))).toEqual([true]);
    expect(prepared(pressed().begin().speak(10_000).pause().understand('Nous avons repris le planning.'))).toEqual([false]);
  });

  it('is not cut when it ends with a question', () => {
    const ear = pressed().begin().speak(61_000).pause().understand('Quelle date vous faut-il ?').wait(380);
    expect(ear.said).toEqual([]);
    expect(cutIns(ear.wait(20))).toEqual([false]);
  });

  it('is not cut when the learner says that it is over', () => {
    const ear = pressed().begin().speak(61_000);
    ear.happen({ type: 'finished', at: ear.at }).understand('Nous avons repris le planning.').wait(0);
    expect(cutIns(ear)).toEqual([false]);
  });

  it('is never cut by who listens to the end', () => {
    const ear = new Ear({ locale: 'fr', patience: 1, inStory: false, listensMs: null }).begin().talk(170_000);
    ear.pause().understand('Nous avons donc repris le planning et').wait(1_000);
    expect(ear.said).toEqual([]);
  });

  it('is cut though the learner goes on while it is understood', () => {
    const ear = pressed().begin().speak(61_000).pause().wait(300);
    ear.resume().talk(500);
    expect(ear.does).not.toContain('forget');
    expect(ear.understand('Nous avons donc repris le planning et').said).toHaveLength(1);
    expect(cutIns(ear)).toEqual([true]);
  });

  it('is not cut when nothing of it is understood, or the recogniser fails, and is still heard after that', () => {
    const noise = pressed().begin().talk(90_100).understand('').talk(2_000);
    expect(noise.does).not.toContain('say');
    const failing = pressed().begin().talk(90_100);
    failing.happen({ type: 'failed', request: failing.state.requests, at: failing.at }).talk(2_000);
    expect(failing.does).not.toContain('notice');
    for (const ear of [noise, failing]) {
      ear.pause().understand('Nous avons repris le planning.').wait(1_500);
      expect(ear.said).toEqual(['Nous avons repris le planning.']);
    }
  });
});

describe('who speaks on after being cut into', () => {
  const cut = () => pressed().begin().talk(90_100).understand('Et puis nous avons appelé le client pour').wait(200);

  it('has a moment for their last words, which are no turn', () => {
    const ear = cut().begin().talk(2_000).pause().understand('lui dire que tout allait bien').wait(3_000);
    expect(ear.said).toHaveLength(1);
    expect(ear.does).not.toContain('yield');
  });

  it('has the floor again when they do not let go', () => {
    const ear = cut().begin().talk(3_000);
    expect(ear.does.filter((what) => what === 'yield')).toHaveLength(1);
    ear.talk(1_000).pause().understand('Non, laissez-moi finir.').wait(1_300);
    expect(ear.said.at(-1)).toBe('Non, laissez-moi finir.');
    expect(cutIns(ear)).toEqual([true, false]);
  });

  it('cuts in as usual where the page says what it had heard of the persona', () => {
    const ear = cut().begin({ seq: 3, playedMs: 700 }).speak(500).pause().understand('Attendez').wait(3_000);
    expect(ear.done).toContainEqual({ do: 'interrupt', seq: 3, playedMs: 700 });
    expect(ear.said.at(-1)).toBe('Attendez');
  });

  it('begins anew after a while', () => {
    const ear = cut().wait(2_000).begin().speak(1_000).pause().understand('Je prends jeudi.').wait(1_300);
    expect(ear.said.at(-1)).toBe('Je prends jeudi.');
  });
});
