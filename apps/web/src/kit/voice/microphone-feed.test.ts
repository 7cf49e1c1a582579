import { microphonePacketMs, microphoneRate } from '@coachvisio/contract/speech.ts';
import { beforeAll, expect, test } from 'vitest';
import { MicrophoneFeed, type Packet } from './microphone-feed.ts';
import * as format from './microphone-format.ts';
import { inRoom, joined, scaled, silence, utterances } from './sounds.testing.ts';
import { Resampler } from './resampler.ts';

test('the format of the microphone is the one of the contract', () => {
  expect([format.microphoneRate, format.packetMs]).toEqual([microphoneRate, microphonePacketMs]);
});

function feed(sound: Float32Array, rate: number): Packet[] {
  const microphone = new MicrophoneFeed(rate, false);
  const packets: Packet[] = [];
  for (let at = 0; at < sound.length; at += 128) packets.push(...microphone.push(sound.subarray(at, at + 128)));
  return packets;
}

let word: Float32Array;
beforeAll(async () => {
  word = scaled((await utterances())[3] ?? silence(1), 0.6);
}, 30_000);

test.each([44_100, 48_000, 16_000])('hears a word in a microphone of %i Hz, in packets of 20 ms', (rate) => {
  const sound = inRoom(joined([silence(1500), word, silence(1000)]), [word], 20);
  const packets = feed(new Resampler(16_000, rate).push(sound), rate);
  expect(packets.map(({ number }) => number)).toEqual(packets.map((_, index) => index));
  expect(packets.every(({ samples }) => samples.length === 320)).toBe(true);
  expect(Math.abs(packets.length - sound.length / 320)).toBeLessThanOrEqual(2);
  const events = packets.flatMap((packet) => packet.events);
  expect(events.map(({ type }) => type)).toEqual(['began', 'paused']);
  expect(Math.abs((events[0]?.at ?? 0) - 1500)).toBeLessThanOrEqual(30);
  expect(packets[0]?.level).toBeLessThan(-40);
  expect(packets[80]?.level).toBeGreaterThan(-35);
});

test('a sample beyond full scale does not wrap', () => {
  const [packet] = feed(new Float32Array(640).fill(1.5), 16_000);
  expect(packet?.samples.every((sample) => sample === 32_767)).toBe(true);
});
