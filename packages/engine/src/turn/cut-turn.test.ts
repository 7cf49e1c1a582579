import type { SessionSnapshot, Turn } from '@coachvisio/contract/conversation.ts';
import { describe, expect, it } from 'vitest';
import { scene } from '../direction/scene.testing.ts';
import { cutTurn, heardOf, wholeOf, withCut } from './cut-turn.ts';
import type { Effect, SessionEvent, TapeEntry } from './events.ts';
import { replay } from './replay.ts';
import { readySession, step } from './step.ts';

const text = "C'est trop vague. Quelle date annoncez-vous ?";

describe('a turn that was cut while it was played', () => {
  it.each([
    ["C'est trop vague.", "C'est trop vague.", 'Quelle date annoncez-vous ?'],
    ["C'est trop vague. Quelle", "C'est trop vague. Quelle", 'date annoncez-vous ?'],
    ['', '…', text],
  ])('keeps what was heard: «%s»', (heard, kept, unheard) => {
    expect(cutTurn(text, heard)).toEqual({ text: kept, unheard });
    const turn = { text: kept, unheard };
    expect(heardOf(turn)).toBe(heard);
    expect(wholeOf(turn)).toBe(text);
  });

  it('is not cut when all of it was heard', () => {
    expect(cutTurn(text, text)).toBeNull();
    expect(cutTurn(`${text} `, text)).toBeNull();
    expect(cutTurn(text, text.slice(0, -2))).toBeNull();
  });
});

describe('the conversation after it', () => {
  const of = scene();
  let state: SessionSnapshot = readySession(of, null);
  let turns: Turn[] = [];
  const tape: TapeEntry[] = [];
  const texts = (who: Turn['who']) => turns.filter((turn) => turn.who === who).map((turn) => turn.text);
  const happen = (event: SessionEvent): readonly Effect[] => {
    const result = step(of, state, { persona: texts('persona'), learner: texts('learner') }, event);
    // What changes nothing stands on no tape.
    if (result.state === state && result.effects.length === 0) return [];
    state = result.state;
    for (const effect of result.effects) {
      if (effect.do === 'commit' && effect.turn) turns.push(effect.turn);
      if (effect.do === 'trim') turns = withCut(turns, effect.seq, effect.cut);
    }
    const named = result.effects.findLast((effect) => effect.do === 'trim' || (effect.do === 'commit' && effect.turn));
    const seq = named?.do === 'trim' ? named.seq : named?.do === 'commit' ? named.turn?.seq : undefined;
    tape.push({
      type: event.type,
      at: event.at,
      ...(seq === undefined ? {} : { seq }),
      ...(event.type === 'persona.spoke' ? { playsForMs: event.playsForMs ?? 0 } : {}),
    });
    return result.effects;
  };
  happen({ type: 'begun', at: 0 });
  happen({ type: 'persona.spoke', seq: 1, text, voicedBy: 'bank', playsForMs: 4000, at: 1000 });

  it('waits for the learner only once the sound is over', () => {
    expect(state.silenceAt).toBe(5000 + of.scenario.silencePlan.patienceMs);
  });

  it('goes on from what was heard, and plays the same again from its tape', () => {
    expect(happen({ type: 'persona.interrupted', seq: 1, heard: "C'est trop vague.", at: 2500 })).toMatchObject([{ do: 'trim', seq: 1 }]);
    expect(turns[0]).toMatchObject({ text: "C'est trop vague.", unheard: 'Quelle date annoncez-vous ?' });
    expect(state.heardMs).toBe(2500);
    happen({
      type: 'learner.said',
      clientTurnId: 'a',
      text: 'Le 4 décembre, je vous le confirme.',
      spoken: '',
      at: 4000,
      sound: { durationMs: 400, tookMs: 900, verbatim: null, words: null },
    });
    expect(turns[1]).toMatchObject({ delayMs: 600, sound: { durationMs: 400 } });
    const again = replay(of, null, tape, turns);
    expect(again.turns).toEqual(turns);
    expect(again.snapshot).toEqual(state);
  });

  it('cannot be cut twice, or after the learner spoke', () => {
    expect(happen({ type: 'persona.interrupted', seq: 1, heard: "C'est", at: 5000 })).toEqual([]);
  });

  it('plays a turn into which the persona cut the same again, too', () => {
    happen({ type: 'persona.spoke', seq: 3, text: 'Bien.', voicedBy: 'bank', playsForMs: 500, at: 6000 });
    const sound = { durationMs: 61_000, verbatim: null, words: null, cutIn: true } as const;
    happen({ type: 'learner.said', clientTurnId: 'b', text: 'Pour le délai, je vous explique et', spoken: '', at: 68_000, sound });
    expect(state.due?.directive.reaction).toBe('cutIn');
    const again = replay(of, null, tape, turns);
    expect(again.turns).toEqual(turns);
    expect(again.snapshot).toEqual(state);
  });
});
