import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { describe, expect, it } from 'vitest';
import { TurnWatch } from './turn-watch.ts';
import type { Latency } from './usage.store.ts';

const turn = { who: 'learner', text: '', atMs: 0, delayMs: null, voicedBy: null, expression: null, clientTurnId: 'a' } as const;
const committed = (seq: number): LiveServerFrame => ({ type: 'committed', turn: { ...turn, seq }, clientTurnId: 'a' });
const words = (seq: number): LiveServerFrame => ({ type: 'words', seq, text: 'Oui' });
const sentence = (seq: number): LiveServerFrame => ({
  type: 'sentence',
  seq,
  index: 0,
  from: 0,
  to: 3,
  sampleRate: 24_000,
  source: 'provider',
  synthetic: true,
});

function watch() {
  const clock = { at: 0, now: () => clock.at };
  const told: Latency[] = [];
  const watching = new TurnWatch(clock, (latency) => void told.push(latency));
  const at = (ms: number, what: () => void) => {
    clock.at = ms;
    what();
  };
  return { told, at, watching, last: () => told.at(-1) };
}

describe('how long a learner waits', () => {
  it('is counted from the moment a typed turn came', () => {
    const { at, watching, last } = watch();
    at(100, () => watching.took({ type: 'say', clientTurnId: 'a', text: 'Bonjour' }));
    at(110, () => watching.sent(committed(2)));
    at(300, () => watching.sent(words(3)));
    at(310, () => watching.sent(words(3)));
    expect(last()).toEqual({ seq: 2, spoken: false, committedMs: 10, firstTokenMs: 200, firstAudioMs: null });
  });

  it('is counted from the last sound of a spoken one, pauses inside it left out', () => {
    const { at, watching, last } = watch();
    const utterance = (state: 'began' | 'paused' | 'resumed' | 'ended', silentMs = 0) => watching.took({ type: 'utterance', number: 1, state, silentMs });
    at(0, () => utterance('began'));
    at(1000, () => utterance('paused', 60));
    at(1500, () => utterance('resumed'));
    at(3060, () => utterance('paused', 60));
    at(4200, () => watching.sent(committed(2)));
    at(4500, () => watching.sent(words(3)));
    at(4700, () => watching.sent(sentence(3)));
    expect(last()).toEqual({ seq: 2, spoken: true, committedMs: 1200, firstTokenMs: 1500, firstAudioMs: 1700 });
  });

  it('is not told again for a turn that is told again, nor mixed with the sound of the turn before', () => {
    const { at, watching, told } = watch();
    at(0, () => watching.took({ type: 'say', clientTurnId: 'a', text: 'Bonjour' }));
    at(5, () => watching.sent(committed(4)));
    at(6, () => watching.sent(sentence(3)));
    at(7, () => watching.sent(committed(4)));
    expect(told).toHaveLength(1);
  });
});
