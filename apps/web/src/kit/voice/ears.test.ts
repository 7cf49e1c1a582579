import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { readSound } from '@coachvisio/contract/speech.ts';
import { expect, test } from 'vitest';
import type { VoiceListener } from '../live-socket.ts';
import type { MicrophoneListener } from './capture.ts';
import { LearnerEars } from './ears.ts';
import type { VoiceEvent } from './voice-detector.ts';

/** A microphone that is played by hand, a line that writes down what is sent, and a persona who is speaking. */
function room() {
  const log: string[] = [];
  let microphone: MicrophoneListener | null = null;
  let line: VoiceListener | null = null;
  let number = 0;
  let lost = false;
  let takes = true;
  let lateMs = 0;
  const troubles: string[] = [];
  const ears = new LearnerEars({
    mode: 'detect',
    listening: true,
    microphone: {
      listen: (listener) => {
        microphone = listener;
        return () => (microphone = null);
      },
      turnOver: () => log.push('turn over'),
      guard: (guards) => log.push(guards ? 'guarded' : 'not guarded'),
    },
    line: {
      get takesSound() {
        return takes;
      },
      listen: (listener) => {
        line = listener;
        return () => (line = null);
      },
      utterance: ({ state, number: of, silentMs, over }) =>
        log.push(`${state} ${of}${silentMs ? ` ${silentMs}` : ''}${over ? ` over ${over.seq} at ${over.playedMs}` : ''}`),
      sound: (bytes) => {
        const sound = readSound(bytes);
        log.push(`sound ${sound?.number}: ${sound?.samples.at(0)}-${sound?.samples.at(-1)}`);
      },
    },
    player: {
      hold: (lateMs = 0) => {
        log.push(lateMs > 0 ? `held ${lateMs} ms ago` : 'held');
        return { seq: 7, playedMs: 1234 - lateMs };
      },
      goOn: (seq) => log.push(seq === undefined ? 'goes on' : `goes on ${seq}`),
      letPass: () => log.push('passes unless held'),
    },
    onLost: () => (lost = true),
    onEcho: () => troubles.push('echo'),
    onUnheard: () => troubles.push('unheard'),
  });
  log.length = 0;
  return {
    ears,
    log,
    /** So many packets of silence or voice; what the detector finds comes with the last one. */
    hear(count: number, ...events: VoiceEvent[]) {
      for (let left = count; left > 0; left -= 1, number += 1)
        microphone?.packet({ number, samples: new Int16Array(320).fill(number), level: -40, events: left === 1 ? events : [], lateMs });
    },
    /** The page was busy: packets lay for so long. */
    busy: (ms: number) => (lateMs = ms),
    stall: (stalls: boolean) => (takes = !stalls),
    troubles,
    frame: (frame: LiveServerFrame) => line?.onFrame(frame),
    unplug: () => microphone?.lost(),
    isLost: () => lost,
    closed: () => microphone === null && line === null,
  };
}

test('a voice over the persona: held first, told with what was heard, and sound from before the onset', () => {
  const { log, hear } = room();
  hear(50, { type: 'began', at: 920 });
  hear(1);
  // Packets 31 to 49 were there; the server gets ten in a frame.
  expect(log).toEqual(['held', 'began 1 over 7 at 1234', 'sound 1: 31-40', 'sound 1: 41-49', 'passes unless held', 'sound 1: 50-50']);
});

test('a pause is counted from the sound that the server has, and nothing is sent after the turn is settled', () => {
  const { log, hear, frame } = room();
  hear(50, { type: 'began', at: 920 });
  log.length = 0;
  hear(25, { type: 'paused', at: 1430 });
  expect(log.slice(-2)).toEqual(['sound 1: 74-74', 'paused 1 70']);
  hear(2);
  frame({ type: 'understood', number: 1, text: 'Oui.', settled: true });
  frame({ type: 'go_on', seq: 7 });
  hear(3);
  expect(log.slice(-4)).toEqual(['sound 1: 75-75', 'sound 1: 76-76', 'turn over', 'goes on 7']);
});

test('each utterance asks anew what is held, and tells it', () => {
  const { log, hear, frame, ears } = room();
  hear(50, { type: 'began', at: 920 });
  expect(ears.hearing).toBe(true);
  hear(25, { type: 'paused', at: 1430 });
  expect(ears.hearing).toBe(false);
  frame({ type: 'understood', number: 1, text: '', settled: true });
  frame({ type: 'go_on', seq: 7 });
  hear(50, { type: 'began', at: 2420 });
  expect(log.filter((line) => line.startsWith('began'))).toEqual(['began 1 over 7 at 1234', 'began 2 over 7 at 1234']);
});

test('push to talk, by hand', () => {
  const { ears, log, hear } = room();
  ears.setMode('push');
  hear(10, { type: 'began', at: 100 });
  log.length = 0;
  ears.press();
  hear(2);
  ears.release();
  hear(5);
  expect(log).toEqual(['held', 'began 1 over 7 at 1234', 'sound 1: 10-10', 'sound 1: 11-11', 'sound 1: 12-12', 'sound 1: 13-13', 'sound 1: 14-14', 'ended 1']);
  expect(ears.iHaveFinished()).toBe(true);
});

test('a microphone that is unplugged ends what was being said', () => {
  const { log, hear, unplug, isLost } = room();
  hear(50, { type: 'began', at: 920 });
  unplug();
  expect(log.at(-1)).toBe('ended 1');
  expect(isLost()).toBe(true);
});

test('closed, it listens to nothing any more', () => {
  const { ears, closed } = room();
  ears.close();
  expect(closed()).toBe(true);
});

const welcome = (status: 'live' | 'paused'): LiveServerFrame => ({
  type: 'welcome',
  protocol: 1,
  status,
  clock: { elapsedMs: 0, durationMs: null, running: status === 'live' },
  turns: [],
  floor: 'learner',
  resume: 'r',
  outcome: null,
  voice: { speak: null, hear: { verbatim: null } },
});
/** Numbers of packets, as they were sent. */
const packetsIn = (log: readonly string[]) =>
  log.flatMap((line) => {
    const [from, to] = (/^sound \d+: (\d+)-(\d+)$/.exec(line) ?? []).slice(1).map(Number);
    return from === undefined || to === undefined ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });

test('a line that stalls loses nothing of what is said: it waits, and what is told of it waits behind it', () => {
  const { log, hear, stall } = room();
  hear(50, { type: 'began', at: 920 });
  hear(10);
  stall(true);
  hear(1500, { type: 'paused', at: 31_000 });
  expect(log.at(-1)).toBe('sound 1: 59-59');
  stall(false);
  hear(20);
  expect(packetsIn(log)).toEqual(Array.from({ length: 1580 - 31 }, (_, index) => 31 + index));
  // Silence went on while it waited.
  expect(log.filter((line) => line.startsWith('paused'))).toEqual(['paused 1 220']);
  const told = log.findIndex((line) => line.startsWith('paused'));
  expect(packetsIn(log.slice(0, told)).at(-1)).toBeGreaterThanOrEqual(1559);
});

test('a line that breaks while the learner speaks hears all of it again, once', () => {
  const { log, hear, stall, frame } = room();
  hear(50, { type: 'began', at: 920 });
  hear(100);
  stall(true);
  hear(500);
  hear(10, { type: 'paused', at: 13_000 });
  log.length = 0;
  stall(false);
  frame(welcome('live'));
  hear(40);
  expect(log.filter((line) => line.startsWith('began') || line.startsWith('paused'))).toEqual(['began 2 over 7 at 1234', 'paused 2 200']);
  expect(packetsIn(log)).toEqual(Array.from({ length: 660 - 31 }, (_, index) => 31 + index));
});

test('what was said while the line was away for so long that the conversation was paused has to be said again, and that is told', () => {
  const { hear, frame, troubles } = room();
  hear(50, { type: 'began', at: 920 });
  hear(25, { type: 'paused', at: 1430 });
  frame(welcome('paused'));
  expect(troubles).toEqual(['unheard']);
});

test('a page that was busy counts what was heard until the voice began, not until it got to know', () => {
  const { log, hear, busy } = room();
  busy(200);
  hear(50, { type: 'began', at: 920 });
  expect(log.slice(0, 2)).toEqual(['held 200 ms ago', 'began 1 over 7 at 1034']);
});

test('the sound thread stops the persona only while a voice would', () => {
  const { ears, log, frame } = room();
  ears.mute(true);
  ears.mute(false);
  ears.setMode('push');
  ears.setMode('detect');
  frame({ type: 'clock', status: 'paused', clock: { elapsedMs: 0, durationMs: null, running: false } });
  expect(log).toEqual(['not guarded', 'guarded', 'not guarded', 'guarded', 'not guarded']);
});

test('a persona that is cut off by its own sound again and again: somebody is told', () => {
  const { hear, frame, troubles } = room();
  for (let number = 1; number <= 3; number += 1) {
    hear(50, { type: 'began', at: number * 2000 });
    hear(25, { type: 'paused', at: number * 2000 + 300 });
    frame({ type: 'understood', number, text: '', settled: true });
    frame({ type: 'go_on', seq: 7 });
  }
  expect(troubles).toEqual(['echo']);
});
