import { microphoneRate, utteranceLimitMs } from '@coachvisio/contract/speech.ts';
import { expect, it } from 'vitest';
import { LearnerEar, type LearnerEarParts } from './learner-ear.ts';

const megabyte = 1024 * 1024;
/** As much as fits into a frame. */
const packetMs = 200;
const packet = new Int16Array((microphoneRate * packetMs) / 1000).fill(800);

const setting: LearnerEarParts['setting'] = () => ({ locale: 'fr', patience: 1, inStory: false, listensMs: null });
const understood = { text: 'On livre le quatre, pas avant.', words: null };

it('keeps no more of an utterance that never ends than the longest one that is understood', async () => {
  const asked: number[] = [];
  let at = 0;
  const ear = new LearnerEar({
    hear: {
      name: 'ear',
      verbatim: true,
      hear: (samples) => {
        asked.push(samples.length);
        return Promise.resolve(understood);
      },
    },
    setting,
    now: () => at,
    onEffect: () => undefined,
    onTrouble: () => undefined,
  });
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  ear.take({ type: 'utterance', number: 1, state: 'began', silentMs: 0 });
  for (let index = 0; index < (10 * 60_000) / packetMs; index += 1) {
    at += packetMs;
    ear.sound({ kind: 'microphone', number: 1, index, samples: packet });
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  // What was outgrown stands beside it until it is collected.
  expect(most).toBeLessThan(32 * megabyte);
  ear.take({ type: 'utterance', number: 1, state: 'ended', silentMs: 0 });
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(Math.max(...asked)).toBeLessThanOrEqual((utteranceLimitMs * microphoneRate) / 1000);
  ear.stop();
});

it('tells whoever waits that they are not understood yet, and keeps what they said for when they go on', async () => {
  const asked: number[] = [];
  const effects: string[] = [];
  let at = 0;
  const ear = new LearnerEar({
    hear: {
      name: 'ear',
      verbatim: true,
      hear: (samples, _locale, _before, signal) => {
        asked.push(samples.length);
        if (asked.length > 1) return Promise.resolve(understood);
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true }));
      },
    },
    setting,
    now: () => at,
    onEffect: (effect) => effects.push(effect.do === 'notice' ? effect.code : effect.do),
    onTrouble: () => undefined,
  });
  const speak = (packets: number) => {
    for (let index = 0; index < packets; index += 1) {
      at += packetMs;
      ear.sound({ kind: 'microphone', number: 1, index, samples: packet });
    }
  };
  ear.take({ type: 'utterance', number: 1, state: 'began', silentMs: 0 });
  speak(10);
  ear.take({ type: 'utterance', number: 1, state: 'paused', silentMs: 0 });
  await expect.poll(() => effects, { timeout: 10_000 }).toEqual(['hear.late']);
  ear.take({ type: 'utterance', number: 1, state: 'resumed', silentMs: 0 });
  speak(5);
  ear.take({ type: 'utterance', number: 1, state: 'ended', silentMs: 0 });
  await expect.poll(() => effects, { timeout: 10_000 }).toContain('say');
  expect(asked).toEqual([10 * packet.length, 15 * packet.length]);
  ear.stop();
});
