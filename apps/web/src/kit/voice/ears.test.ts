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
  const ears = new LearnerEars({
    mode: 'detect',
    listening: true,
    microphone: {
      listen: (listener) => {
        microphone = listener;
        return () => (microphone = null);
      },
      turnOver: () => log.push('turn over'),
    },
    line: {
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
      hold: () => {
        log.push('held');
        return { seq: 7, playedMs: 1234 };
      },
      goOn: () => log.push('goes on'),
    },
    onLost: () => (lost = true),
  });
  return {
    ears,
    log,
    /** So many packets of silence or voice; what the detector finds comes with the last one. */
    hear(count: number, ...events: VoiceEvent[]) {
      for (let left = count; left > 0; left -= 1, number += 1)
        microphone?.packet({ number, samples: new Int16Array(320).fill(number), level: -40, events: left === 1 ? events : [] });
    },
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
  expect(log).toEqual(['held', 'began 1 over 7 at 1234', 'sound 1: 31-40', 'sound 1: 41-49', 'sound 1: 50-50']);
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
  expect(log.slice(-4)).toEqual(['sound 1: 75-75', 'sound 1: 76-76', 'turn over', 'goes on']);
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
