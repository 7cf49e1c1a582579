import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { describe, expect, test } from 'vitest';
import { type Ears, type EarsEffect, type EarsEvent, earsStep, openEars } from './ears-machine.ts';
import type { VoiceEvent } from './voice-detector.ts';

const live = (mode: Ears['mode'] = 'detect'): Ears => ({ ...openEars(mode), listening: true });
const packet = (endsAt: number, ...events: VoiceEvent[]): EarsEvent => ({ type: 'packet', endsAt, events });
const voice = (type: VoiceEvent['type'], at: number): VoiceEvent => ({ type, at });
const heard = (frame: LiveServerFrame): EarsEvent => ({ type: 'frame', frame });
const settled = (number: number) => heard({ type: 'understood', number, text: '', settled: true });
const clock = (status: 'live' | 'paused') => heard({ type: 'clock', status, clock: { elapsedMs: 0, durationMs: null, running: status === 'live' } });
const welcome = heard({
  type: 'welcome',
  protocol: 1,
  status: 'live',
  clock: { elapsedMs: 0, durationMs: null, running: true },
  turns: [],
  floor: 'learner',
  resume: 'r',
  outcome: null,
  voice: { speak: null, hear: { verbatim: null } },
});

/** What was done, a line for each effect. */
function run(state: Ears, ...events: EarsEvent[]): { state: Ears; log: string[] } {
  const log: string[] = [];
  const write = (effect: EarsEffect) =>
    effect.do === 'tell'
      ? `${effect.state} ${effect.number}${effect.silentMs > 0 ? ` ${effect.silentMs}` : ''}`
      : effect.do === 'send'
        ? `send ${effect.number} from ${effect.from}`
        : effect.do;
  let now = state;
  for (const event of events) {
    const step = earsStep(now, event);
    now = step.state;
    log.push(...step.effects.map(write));
  }
  return { state: now, log };
}

const spoken = [packet(1080, voice('began', 1000)), packet(2100, voice('paused', 2020))];

describe('with the detector', () => {
  test('an utterance holds the persona, takes 300 ms of what was before, and is told of its pauses', () => {
    const { log } = run(live(), ...spoken, packet(2400, voice('resumed', 2330)), packet(3000, voice('paused', 2940)), settled(1));
    expect(log).toEqual(['hold', 'began 1', 'send 1 from 700', 'paused 1 80', 'resumed 1', 'paused 1 60', 'stop sending', 'turn over']);
  });

  test('the next one has the next number', () => {
    const { log } = run(live(), ...spoken, settled(1), packet(5000, voice('began', 4930)));
    expect(log.slice(-3)).toEqual(['hold', 'began 2', 'send 2 from 4630']);
  });

  test('who goes on after a long silence, before the server has settled it, is still in the same utterance', () => {
    const { log } = run(live(), ...spoken, packet(5000, voice('began', 4930)));
    expect(log.at(-1)).toBe('resumed 1');
  });

  test('who goes on at the moment in which the server settles it is heard from where they went on', () => {
    const { log } = run(live(), ...spoken, packet(3400, voice('resumed', 3330)), settled(1));
    expect(log.slice(-6)).toEqual(['resumed 1', 'stop sending', 'turn over', 'hold', 'began 2', 'send 2 from 3030']);
  });

  test('a noise is dropped, and the server lets the persona go on', () => {
    const { state, log } = run(live(), packet(1080, voice('began', 1000)), packet(1400, voice('dropped', 1090)), heard({ type: 'go_on', seq: 3 }));
    expect(log).toEqual(['hold', 'began 1', 'send 1 from 700', 'dropped 1', 'stop sending', 'turn over', 'go on']);
    expect(state.utterance).toBeNull();
  });

  test('a noise after words does not take the words away', () => {
    const { log } = run(live(), ...spoken, packet(4300, voice('began', 4230)), packet(4600, voice('dropped', 4310)));
    expect(log.slice(-2)).toEqual(['resumed 1', 'paused 1 290']);
  });

  test('what is settled of an older utterance changes nothing', () => {
    const { state } = run(live(), ...spoken, settled(1), packet(5000, voice('began', 4930)), settled(1));
    expect(state.utterance?.number).toBe(2);
  });

  test('go_on gives the sound back while the utterance lasts', () => {
    const { log, state } = run(live(), ...spoken, heard({ type: 'go_on', seq: 3 }));
    expect(log.at(-1)).toBe('go on');
    expect(state.utterance?.holds).toBe(false);
  });

  test('an utterance that nobody settles is forgotten after ten seconds of silence, and the persona goes on', () => {
    const { state, log } = run(live(), ...spoken, packet(12_000), packet(12_100));
    expect(state.utterance).toBeNull();
    expect(log.slice(-3)).toEqual(['stop sending', 'turn over', 'go on']);
  });
});

describe('who has finished', () => {
  test('says so once, and no more sound is sent', () => {
    const { log } = run(
      live(),
      packet(1080, voice('began', 1000)),
      { type: 'finished' },
      { type: 'finished' },
      packet(2200, voice('paused', 2140)),
      settled(1),
    );
    expect(log.slice(3)).toEqual(['ended 1', 'stop sending', 'stop sending', 'turn over']);
  });

  test('and speaks on nevertheless is heard on', () => {
    const { log } = run(live(), ...spoken, { type: 'finished' }, packet(2500, voice('resumed', 2430)));
    expect(log.slice(-4)).toEqual(['ended 1', 'stop sending', 'resumed 1', 'send on']);
  });

  test('without having said anything changes nothing', () => {
    expect(run(live(), { type: 'finished' }).log).toEqual([]);
  });
});

describe('push to talk', () => {
  test('sends what is said between press and release and the packets on their way, whatever the detector finds', () => {
    const { log } = run(
      live('push'),
      packet(1000, voice('began', 900)),
      { type: 'pressed' },
      packet(1500, voice('paused', 1440)),
      { type: 'released' },
      packet(1540),
      packet(1560),
    );
    expect(log).toEqual(['hold', 'began 1', 'send 1 from 1000', 'ended 1', 'stop sending']);
  });

  test('pressed again at once was never released', () => {
    const { log } = run(live('push'), packet(1000), { type: 'pressed' }, packet(1500), { type: 'released' }, packet(1520), { type: 'pressed' }, packet(3000));
    expect(log).toEqual(['hold', 'began 1', 'send 1 from 1000']);
  });

  test('pressed again before the turn was settled goes on with it, without what was said in between', () => {
    const { log } = run(live('push'), packet(1000), { type: 'pressed' }, packet(1500), { type: 'released' }, packet(1600), packet(2000), { type: 'pressed' });
    expect(log.slice(-4)).toEqual(['ended 1', 'stop sending', 'resumed 1', 'send 1 from 2000']);
  });

  test('does nothing while the detector is on', () => {
    expect(run(live(), { type: 'pressed' }, { type: 'released' }).log).toEqual([]);
  });
});

describe('muted', () => {
  test('in the middle of a sentence: what was said so far is the turn', () => {
    const { log } = run(
      live(),
      packet(1080, voice('began', 1000)),
      { type: 'muted', muted: true },
      packet(1500, voice('paused', 1430)),
      packet(2500, voice('resumed', 2440)),
    );
    expect(log.slice(3)).toEqual(['ended 1', 'stop sending']);
  });

  test('nothing is sent of what was said meanwhile, and who is speaking when it ends is heard from there', () => {
    const { log } = run(live(), packet(1000), { type: 'muted', muted: true }, packet(2000, voice('began', 1940)), packet(3000), {
      type: 'muted',
      muted: false,
    });
    expect(log).toEqual(['hold', 'began 1', 'send 1 from 3000']);
  });

  test('for a moment, while the server still answers: who speaks on is heard when it has', () => {
    const { log } = run(
      live(),
      packet(1080, voice('began', 1000)),
      { type: 'muted', muted: true },
      packet(1500, voice('paused', 1430)),
      packet(1800, voice('resumed', 1740)),
      { type: 'muted', muted: false },
      packet(2000),
      settled(1),
    );
    expect(log.slice(-3)).toEqual(['hold', 'began 2', 'send 2 from 1800']);
  });
});

describe('the line', () => {
  test('that comes back hears the sentence again from its beginning', () => {
    const { log } = run(live(), packet(1080, voice('began', 1000)), packet(3000), welcome);
    expect(log.slice(3)).toEqual(['stop sending', 'turn over', 'go on', 'hold', 'began 2', 'send 2 from 700']);
  });

  test('of a conversation that is paused hears nothing; when it goes on, who speaks is heard', () => {
    const { log } = run(live(), ...spoken, clock('paused'), packet(5000, voice('began', 4930)), clock('live'));
    expect(log.slice(4)).toEqual(['stop sending', 'turn over', 'hold', 'began 2', 'send 2 from 4630']);
  });

  test('hears nothing before the conversation runs', () => {
    expect(run(openEars('detect'), ...spoken).log).toEqual([]);
    expect(run(openEars('detect'), heard({ type: 'speaking', seq: 1, expression: 'neutral' }), ...spoken).log).toHaveLength(4);
  });

  test('forgets what was spoken when the learner types, and leaves the persona held for the server to cut', () => {
    const { log } = run(live(), ...spoken, { type: 'typed' }, settled(1));
    expect(log.slice(-2)).toEqual(['stop sending', 'turn over']);
  });
});

test('changing to push to talk ends what was being said', () => {
  const { log, state } = run(live(), packet(1080, voice('began', 1000)), { type: 'mode', mode: 'push' });
  expect(log.slice(3)).toEqual(['ended 1', 'stop sending']);
  expect(state.mode).toBe('push');
});
