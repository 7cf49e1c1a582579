import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { describe, expect, test } from 'vitest';
import { type Ears, type EarsEffect, type EarsEvent, earsStep, neededFrom, openEars } from './ears-machine.ts';
import type { VoiceEvent } from './voice-detector.ts';

const live = (mode: Ears['mode'] = 'detect'): Ears => ({ ...openEars(mode), listening: true });
const packet = (endsAt: number, ...events: VoiceEvent[]): EarsEvent => ({ type: 'packet', endsAt, events });
const voice = (type: VoiceEvent['type'], at: number): VoiceEvent => ({ type, at });
const heard = (frame: LiveServerFrame): EarsEvent => ({ type: 'frame', frame });
const settled = (number: number) => heard({ type: 'understood', number, text: '', settled: true });
const clock = (status: 'live' | 'paused') => heard({ type: 'clock', status, clock: { elapsedMs: 0, durationMs: null, running: status === 'live' } });
const goOn = (seq: number) => heard({ type: 'go_on', seq });
const understood = (number: number, text: string) => heard({ type: 'understood', number, text, settled: true });
const pong = heard({ type: 'pong', at: 0 });
/** A turn that was made of so much of an utterance. */
const turn = (seq: number, durationMs: number): Turn => ({
  seq,
  who: 'learner',
  text: 'Bonjour.',
  atMs: 0,
  delayMs: null,
  voicedBy: null,
  expression: null,
  clientTurnId: `utt_${seq}`,
  sound: { durationMs, verbatim: null, words: null },
});
const cameBack = (status: 'live' | 'paused', ...turns: Turn[]) =>
  heard({
    type: 'welcome',
    protocol: 1,
    status,
    clock: { elapsedMs: 0, durationMs: null, running: status === 'live' },
    turns,
    floor: 'learner',
    resume: 'r',
    outcome: null,
    voice: { speak: null, hear: { verbatim: null } },
  });
const welcome = cameBack('live');

/** What was done, a line for each effect. */
function run(state: Ears, ...events: EarsEvent[]): { state: Ears; log: string[] } {
  const log: string[] = [];
  const write = (effect: EarsEffect) =>
    effect.do === 'tell'
      ? `${effect.state} ${effect.number}${effect.silentMs > 0 ? ` ${effect.silentMs}` : ''}`
      : effect.do === 'send'
        ? `send ${effect.number} from ${effect.from}${effect.until === undefined ? '' : ` to ${effect.until}`}`
        : effect.do === 'blank'
          ? `blank ${effect.from} to ${effect.until}`
          : effect.do === 'go on' && effect.seq !== undefined
            ? `go on ${effect.seq}`
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
    expect(log).toEqual(['hold', 'began 1', 'send 1 from 700', 'paused 1 80', 'resumed 1', 'send 1 from 700', 'paused 1 60', 'stop sending', 'turn over']);
  });

  test('the next one has the next number', () => {
    const { log } = run(live(), ...spoken, settled(1), packet(5000, voice('began', 4930)));
    expect(log.slice(-3)).toEqual(['hold', 'began 2', 'send 2 from 4630']);
  });

  test('who is cut into goes on in another one, from the word at which the persona took the floor', () => {
    const cut = heard({ type: 'understood', number: 1, text: 'Et puis', settled: true, cutAtMs: 60_000 });
    const { log } = run(live(), packet(1080, voice('began', 1000)), packet(61_400), cut);
    expect(log).toEqual(['hold', 'began 1', 'send 1 from 700', 'stop sending', 'turn over', 'hold', 'began 2', 'send 2 from 60700']);
  });

  test('who goes on after a long silence, before the server has settled it, is still in the same utterance', () => {
    const { log } = run(live(), ...spoken, packet(5000, voice('began', 4930)));
    expect(log.slice(-2)).toEqual(['resumed 1', 'send 1 from 700']);
  });

  test('who goes on at the moment in which the server settles it is heard from where they went on', () => {
    const { log } = run(live(), ...spoken, packet(3400, voice('resumed', 3330)), settled(1));
    expect(log.slice(-7)).toEqual(['resumed 1', 'send 1 from 700', 'stop sending', 'turn over', 'hold', 'began 2', 'send 2 from 3030']);
  });

  test('a noise is dropped, and the server lets the persona go on', () => {
    const { state, log } = run(live(), packet(1080, voice('began', 1000)), packet(1400, voice('dropped', 1090)), heard({ type: 'go_on', seq: 3 }));
    expect(log).toEqual(['hold', 'began 1', 'send 1 from 700', 'dropped 1', 'stop sending', 'turn over', 'go on 3']);
    expect(state.utterance).toBeNull();
  });

  test('a noise after words does not take the words away', () => {
    const { log } = run(live(), ...spoken, packet(4300, voice('began', 4230)), packet(4600, voice('dropped', 4310)));
    expect(log.slice(-3)).toEqual(['resumed 1', 'send 1 from 700', 'paused 1 290']);
  });

  test('what is settled of an older utterance changes nothing', () => {
    const { state } = run(live(), ...spoken, settled(1), packet(5000, voice('began', 4930)), settled(1));
    expect(state.utterance?.number).toBe(2);
  });

  test('go_on gives the sound back while the utterance lasts', () => {
    const { log, state } = run(live(), ...spoken, heard({ type: 'go_on', seq: 3 }));
    expect(log.at(-1)).toBe('go on 3');
    expect(state.utterance?.holds).toBe(false);
  });

  test('go_on for an utterance that is settled does not give back what the next one holds', () => {
    const { log, state } = run(live(), ...spoken, packet(3400, voice('resumed', 3330)), settled(1), goOn(3));
    expect(log.slice(-3)).toEqual(['hold', 'began 2', 'send 2 from 3030']);
    expect(state.utterance?.holds).toBe(true);
    expect(run(state, packet(5000, voice('paused', 4900)), settled(2), goOn(3)).log.at(-1)).toBe('go on 3');
  });

  test('nor go_on for a noise, whose answer comes when the learner has begun to speak', () => {
    const noise = [packet(1080, voice('began', 1000)), packet(1400, voice('dropped', 1090))];
    const { log, state } = run(live(), ...noise, packet(1700, voice('began', 1600)), goOn(3));
    expect(log.at(-1)).toBe('send 2 from 1300');
    expect(run(state, settled(1), goOn(3)).log).toEqual([]);
    expect(run(state, settled(1), pong, goOn(3)).log).toEqual(['go on 3']);
  });

  test('an utterance that a server leaves alone is forgotten after ten seconds of silence, and the persona goes on', () => {
    const { state, log } = run(live(), ...spoken, packet(11_000), pong, packet(12_100));
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
    expect(log.slice(-4)).toEqual(['ended 1', 'stop sending', 'resumed 1', 'send 1 from 700']);
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

  test('pressed again before the turn was settled goes on with it; what was said in between is silence', () => {
    const { log } = run(live('push'), packet(1000), { type: 'pressed' }, packet(1500), { type: 'released' }, packet(1600), packet(2000), { type: 'pressed' });
    expect(log.slice(-5)).toEqual(['ended 1', 'stop sending', 'resumed 1', 'blank 1600 to 2000', 'send 1 from 1000']);
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

  test('in an utterance that goes on afterwards, it is silence there', () => {
    const { log } = run(
      live(),
      packet(1080, voice('began', 1000)),
      { type: 'muted', muted: true },
      packet(1500, voice('paused', 1430)),
      { type: 'muted', muted: false },
      packet(1800, voice('resumed', 1740)),
    );
    expect(log.slice(-3)).toEqual(['resumed 1', 'blank 1080 to 1500', 'send 1 from 700']);
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
    expect(log.slice(3)).toEqual(['start over', 'stop sending', 'turn over', 'go on', 'hold', 'began 2', 'send 2 from 700']);
  });

  const before = ['start over', 'stop sending', 'turn over', 'go on'];

  test('that comes back hears what was said meanwhile, though the speaker has finished', () => {
    const { state, log } = run(live(), ...spoken, packet(15_000), welcome);
    expect(log.slice(4)).toEqual([...before, 'hold', 'began 2', 'send 2 from 700', 'send 2 from 700 to 2320', 'paused 2 300']);
    expect(state.utterance).toMatchObject({ number: 2, phase: 'silent' });
    expect(run(state, packet(15_500), pong, understood(2, 'Bonjour.')).state.utterance).toBeNull();
  });

  test('that comes back twice before it has answered hears it twice, and under another number', () => {
    const { log } = run(live(), ...spoken, packet(5000), welcome, packet(5100), welcome);
    expect(log.slice(-5)).toEqual(['hold', 'began 3', 'send 3 from 700', 'send 3 from 700 to 2320', 'paused 3 300']);
  });

  test('that comes back hears what was said with a key, or muted behind it, as said to its end', () => {
    const pressed = [packet(1000), { type: 'pressed' }, packet(3000), { type: 'released' }, packet(3100), packet(9000)] as const;
    expect(run(live('push'), ...pressed, welcome).log.slice(-2)).toEqual(['send 2 from 1000 to 3400', 'ended 2']);
    const { log } = run(live(), packet(1080, voice('began', 1000)), packet(2000), { type: 'muted', muted: true }, packet(2500), welcome);
    expect(log.slice(-2)).toEqual(['send 2 from 700 to 2300', 'ended 2']);
  });

  test('says again nothing of which the server had made a turn before it broke', () => {
    expect(run(live(), ...spoken, packet(9000), cameBack('live', turn(2, 1320))).log.slice(4)).toEqual(before);
    const { log } = run(live(), ...spoken, understood(1, 'Bonjour.'), packet(9000), cameBack('live', turn(2, 1320)));
    expect(log.slice(6)).toEqual(['start over']);
  });

  test('says again what came after that', () => {
    const { log } = run(live(), ...spoken, packet(2400, voice('resumed', 2330)), packet(4000, voice('paused', 3900)), cameBack('live', turn(2, 1320)));
    expect(log.slice(-3)).toEqual(['send 2 from 2020', 'send 2 from 2020 to 4000', 'paused 2 100']);
    const speaks = run(live(), ...spoken, packet(2400, voice('resumed', 2330)), packet(4000), cameBack('live', turn(2, 1320)));
    expect(speaks.log.slice(-3)).toEqual(['hold', 'began 2', 'send 2 from 2020']);
  });

  test('says again what was understood and is not durable', () => {
    const lost = run(live(), ...spoken, understood(1, 'Bonjour.'), packet(9000), welcome);
    expect(lost.log.slice(-4)).toEqual(['began 2', 'send 2 from 700', 'send 2 from 700 to 2320', 'paused 2 300']);
    const durable = [understood(1, 'Bonjour.'), heard({ type: 'committed', turn: turn(2, 1320), clientTurnId: 'utt_2' })];
    expect(run(live(), ...spoken, ...durable, packet(9000), welcome).log.at(-1)).toBe('start over');
    const refused = [understood(1, 'Bonjour.'), heard({ type: 'notice', code: 'turn.wait', clientTurnId: 'utt_2' })];
    expect(run(live(), ...spoken, ...refused, packet(9000), welcome).log.at(-1)).toBe('start over');
    expect(run(live(), ...spoken, understood(1, ''), packet(9000), welcome).log.at(-1)).toBe('start over');
  });

  test('keeps what was said for as long as it is away, and says so when the conversation has stopped listening', () => {
    const away = run(live(), ...spoken, packet(40_000));
    expect(away.state.utterance).not.toBeNull();
    expect(neededFrom(away.state)).toBe(700);
    expect(run(away.state, cameBack('paused')).log).toEqual([...before, 'unheard']);
    expect(neededFrom(run(away.state, cameBack('paused')).state)).toBe(Infinity);
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
