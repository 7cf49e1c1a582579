import type { Turn, TurnSound } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { measuresOf } from './measures.ts';

const ten = 'Nous avons dix jours de retard sur le premier site.';

const turn = (seq: number, text: string, sound?: Partial<TurnSound>): Turn => ({
  seq,
  who: 'learner',
  text,
  atMs: seq * 1000,
  delayMs: null,
  voicedBy: null,
  expression: null,
  clientTurnId: `t${seq}`,
  ...(sound ? { sound: { durationMs: 6000, verbatim: true, words: null, ...sound } } : {}),
});
const measures = (turns: readonly Turn[]) => new Map(measuresOf('fr', turns, []).map((measure) => [measure.id, measure]));

describe('the pace of speech', () => {
  it('counts words over the time of speech, hesitations left out', () => {
    const said = measures([turn(1, ten, { durationMs: 5000 }), turn(2, `euh ${ten}`, { durationMs: 5000 })]);
    expect(said.get('speech_rate')?.value).toBe(120);
  });

  it('takes typed turns for what they are', () => {
    expect(measures([turn(1, ten), turn(2, ten)]).has('speech_rate')).toBe(false);
    const mixed = measures([turn(1, ten, { durationMs: 12_000 }), turn(2, ten.repeat(5))]);
    expect(mixed.get('speech_rate')?.value).toBe(50);
  });

  it('is not measured in a few words', () => {
    expect(measures([turn(1, ten, { durationMs: 4000 })]).get('speech_rate')?.value).toBeNull();
  });
});

describe('hesitations', () => {
  it.each([
    [true, undefined],
    [false, 'not_verbatim'],
    [null, 'maybe_not_verbatim'],
  ])('are told with what the recogniser does to them: %s', (verbatim, caveat) => {
    expect(measures([turn(1, ten, { verbatim })]).get('fillers')?.caveat).toBe(caveat);
  });

  it('are counted as typed where they were typed', () => {
    expect(measures([turn(1, ten)]).get('fillers')).not.toHaveProperty('caveat');
  });
});
