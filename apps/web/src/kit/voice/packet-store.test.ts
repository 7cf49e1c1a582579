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

/** All that may go now. */
function taken(store: PacketStore) {
  const frames: Uint8Array[] = [];
  for (let frame = store.take(); frame; frame = store.take()) frames.push(frame);
  return frames;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test('sends nothing before it is told to, then from where it is told, each packet once', () => {
  const { store, keep } = storeOf(30);
  expect(taken(store)).toEqual([]);
  store.send(1, 300);
  expect(sent(taken(store))).toEqual({ packets: range(15, 30), utterances: [1], indices: [0, 1] });
  keep(30, 31);
  expect(sent(taken(store))).toEqual({ packets: [30], utterances: [1], indices: [2] });
  expect(taken(store)).toEqual([]);
});

test('no frame is larger than the server takes', () => {
  const { store } = storeOf(200);
  store.send(3, 0);
  const frames = taken(store);
  expect(sent(frames).packets).toEqual(range(0, 200));
  expect(Math.max(...frames.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(soundFrameLimit);
});

test('goes on where it stopped; what came meanwhile belongs to it', () => {
  const { store, keep } = storeOf(10);
  store.send(1, 0);
  taken(store);
  store.stop();
  keep(10, 20);
  expect(taken(store)).toEqual([]);
  store.send(1, 0);
  expect(sent(taken(store))).toMatchObject({ packets: range(10, 20), indices: [1] });
});

test('stopped, it still sends what came before', () => {
  const { store, keep } = storeOf(10);
  store.send(1, 0);
  store.stop();
  keep(10, 20);
  expect(store.isSentTo(10)).toBe(false);
  expect(sent(taken(store)).packets).toEqual(range(0, 10));
  expect(store.isSentTo(20)).toBe(true);
});

test('what is blanked is silence', () => {
  const { store } = storeOf(10);
  store.blank(40, 100);
  store.send(1, 0);
  expect(sent(taken(store)).packets).toEqual([0, 1, 0, 0, 0, 5, 6, 7, 8, 9]);
});

test('ten seconds are kept, and as much of what is not settled as an utterance may be long', () => {
  const { store, keep } = storeOf(2000);
  store.send(1, 0);
  expect(sent(taken(store)).packets).toEqual(range(1500, 2000));
  store.need(1600 * 20);
  keep(2000, 3500);
  store.send(2, 1600 * 20);
  expect(sent(taken(store)).packets).toEqual(range(1600, 3500));
  keep(3500, 20_000);
  store.send(3, 0);
  store.startOver();
  expect(sent(taken(store)).packets[0]).toBe(11_000);
});

test('never more frames than the server takes, however much waits: at the first, and after that in a second', () => {
  const { store, keep } = storeOf(0);
  store.need(0);
  keep(0, 8000);
  store.send(1, 0);
  expect(taken(store).length).toBe(200);
  for (let second = 0; second < 5; second += 1) {
    let frames = 0;
    for (let number = 0; number < 50; number += 1) {
      keep(8000 + second * 50 + number, 8001 + second * 50 + number);
      frames += taken(store).length;
    }
    expect(frames).toBeLessThanOrEqual(60);
  }
});

test('an utterance longer than the server keeps is not sent further', () => {
  const { store, keep } = storeOf(0);
  store.send(1, 0);
  let count = 0;
  for (let number = 0; number < 9100; number += 1) {
    keep(number, number + 1);
    count += sent(taken(store)).packets.length;
  }
  expect(count).toBe(9000);
});
