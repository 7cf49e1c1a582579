import { soundFrameLimit } from '@coachvisio/contract/live-protocol.ts';
import { readSound } from '@coachvisio/contract/speech.ts';
import { expect, test } from 'vitest';
import { PacketStore } from './packet-store.ts';

/** So many packets; each sample is the number of its packet. */
function storeOf(packets: number) {
  const store = new PacketStore();
  const keep = (from: number, to: number) => {
    for (let number = from; number < to; number += 1) store.keep({ number, samples: new Int16Array(320).fill(number), level: -50, events: [] });
  };
  keep(0, packets);
  return { store, keep };
}

/** Numbers of the packets that were sent, and of the utterances that they went to. */
function sent(frames: readonly Uint8Array[]) {
  const sounds = frames.map((frame) => readSound(frame));
  return {
    packets: sounds.flatMap((sound) => [...(sound?.samples ?? [])].filter((_, index) => index % 320 === 0)),
    utterances: [...new Set(sounds.map((sound) => sound?.number))],
    indices: sounds.map((sound) => sound?.index),
  };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test('sends nothing before it is told to, then from where it is told, each packet once', () => {
  const { store, keep } = storeOf(30);
  expect(store.due()).toEqual([]);
  store.send(1, 300);
  expect(sent(store.due())).toEqual({ packets: range(15, 30), utterances: [1], indices: [0, 1] });
  keep(30, 31);
  expect(sent(store.due())).toEqual({ packets: [30], utterances: [1], indices: [2] });
  expect(store.due()).toEqual([]);
  expect(store.sentUntil).toBe(620);
});

test('no frame is larger than the server takes', () => {
  const { store } = storeOf(200);
  store.send(3, 0);
  const frames = store.due(Infinity);
  expect(sent(frames).packets).toEqual(range(0, 200));
  expect(Math.max(...frames.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(soundFrameLimit);
});

test('what waits goes out bit by bit', () => {
  const { store, keep } = storeOf(100);
  store.send(1, 0);
  expect(sent(store.due()).packets).toEqual(range(0, 40));
  keep(100, 101);
  expect(sent(store.due()).packets).toEqual(range(40, 80));
  keep(101, 102);
  expect(sent(store.due()).packets).toEqual(range(80, 102));
});

test('goes on where it stopped', () => {
  const { store, keep } = storeOf(10);
  store.send(1, 0);
  store.due();
  store.stop();
  keep(10, 20);
  expect(store.due()).toEqual([]);
  store.sendOn();
  expect(sent(store.due())).toMatchObject({ packets: range(10, 20), indices: [1] });
});

test('half a minute is kept', () => {
  const { store } = storeOf(2000);
  store.send(1, 0);
  expect(sent(store.due(Infinity)).packets).toEqual(range(500, 2000));
});

test('an utterance longer than the server keeps is not sent further', () => {
  const { store, keep } = storeOf(0);
  store.send(1, 0);
  let count = 0;
  for (let number = 0; number < 9100; number += 1) {
    keep(number, number + 1);
    count += sent(store.due()).packets.length;
  }
  expect(count).toBe(9000);
});
