import { beforeAll, describe, expect, test } from 'vitest';
import {
  clap,
  decibels,
  doorSlam,
  fan,
  hum,
  inARow,
  inRoom,
  joined,
  mixed,
  rate,
  rms,
  roomNoise,
  scaled,
  silence,
  type Stretch,
  typing,
  utterances,
} from './sounds.testing.ts';
import { VoiceDetector, type VoiceEvent } from './voice-detector.ts';

interface Told extends VoiceEvent {
  /** When it was told, in milliseconds of sound. */
  readonly told: number;
}

/** In packets of 20 ms, as the microphone gives it; a turn is over after 0.8 s of silence. */
function detect(sound: Float32Array, noisyRoom = false): Told[] {
  const detector = new VoiceDetector(noisyRoom);
  const events: Told[] = [];
  for (let from = 0; from < sound.length; from += 320) {
    const told = ((from + 320) / rate) * 1000;
    for (const event of detector.push(sound.subarray(from, from + 320))) events.push({ ...event, told });
    const last = events.at(-1);
    if (last?.type === 'paused' && told - last.at > 800) detector.turnOver();
  }
  return events;
}

/** How far from the truth each utterance was found to begin and end, in milliseconds; what is told of no utterance. */
function compare(events: readonly Told[], truth: readonly Stretch[]) {
  const of = ({ from, to }: Stretch) => events.filter(({ at }) => at > from - 200 && at < to + 200);
  const found = truth.map((stretch) => {
    const own = of(stretch);
    const began = own.find(({ type }) => type === 'began');
    return {
      onset: (began?.at ?? Infinity) - stretch.from,
      told: (began?.told ?? Infinity) - stretch.from,
      offset: (own.findLast(({ type }) => type === 'paused')?.at ?? Infinity) - stretch.to,
    };
  });
  const own = new Set(truth.flatMap(of));
  const furthest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
  return {
    onset: furthest(found.map(({ onset }) => onset)),
    offset: furthest(found.map(({ offset }) => offset)),
    told: Math.max(...found.map(({ told }) => told)),
    spurious: events.filter((event) => !own.has(event)),
    begun: events.filter(({ type }) => type === 'began').length,
  };
}

let speech: Float32Array[];
beforeAll(async () => {
  speech = (await utterances()).map((each) => scaled(each, 0.6));
}, 30_000);

/** A room at about -54 dB. */
const room = (ms: number, seed?: number) => scaled(roomNoise(ms, seed), 0.002);
const begun = (sound: Float32Array, noisyRoom = false) => detect(sound, noisyRoom).filter(({ type }) => type === 'began').length;

describe('six utterances', () => {
  test.each([40, 30, 20])('at %i dB over the room begin and end within 50 ms of where they do, and nothing else is heard', (snr) => {
    const { sound, truth } = inARow(speech);
    const result = compare(detect(inRoom(sound, speech, snr)), truth);
    expect(result.onset).toBeLessThanOrEqual(50);
    expect(result.offset).toBeLessThanOrEqual(50);
    expect(result.told).toBeLessThanOrEqual(100);
    expect(result.spurious).toEqual([]);
    expect(result.begun).toBe(6);
  });

  test('at 10 dB within 120 ms', () => {
    const { sound, truth } = inARow(speech);
    const result = compare(detect(inRoom(sound, speech, 10)), truth);
    expect(result.onset).toBeLessThanOrEqual(120);
    expect(result.offset).toBeLessThanOrEqual(120);
    expect(result.spurious).toEqual([]);
    expect(result.begun).toBe(6);
  });

  test('of somebody who speaks very low, at -52 dB of full scale', () => {
    const low = speech.map((each) => scaled(each, decibels(-52) / rms(joined(speech))));
    const { sound, truth } = inARow(low);
    const result = compare(detect(inRoom(sound, low, 20)), truth);
    expect(result.onset).toBeLessThanOrEqual(50);
    expect(result.spurious).toEqual([]);
    expect(result.begun).toBe(6);
  });

  test('in a noisy room need a longer voice, and are all heard', () => {
    const { sound, truth } = inARow(speech);
    const result = compare(detect(inRoom(sound, speech, 20), true), truth);
    expect(result.onset).toBeLessThanOrEqual(50);
    expect(result.offset).toBeLessThanOrEqual(50);
    expect(result.spurious).toEqual([]);
    expect(result.begun).toBe(6);
  });

  test('are heard from the first word of somebody who speaks at once', () => {
    const { sound, truth } = inARow(speech, [0, 1200, 900, 1600, 1100, 2500, 2000]);
    const events = detect(inRoom(sound, speech, 20));
    expect(events[0]).toMatchObject({ type: 'began' });
    expect(events[0]?.at).toBeLessThanOrEqual(60);
    expect(events.every(({ told }) => told > 400)).toBe(true);
    expect(compare(events, truth).begun).toBe(6);
  });

  test('are heard when they are whispered, if they are longer than a word', () => {
    const chance = roomNoise(4000, 3);
    const breath = speech.filter(({ length }) => length > rate).map((each) => each.map((sample, k) => 0.1 * sample * Math.sign(chance[k] ?? 1)));
    const { sound, truth } = inARow(breath);
    const result = compare(detect(inRoom(sound, breath, 20)), truth);
    expect(result.begun).toBe(breath.length);
    expect(result.spurious).toEqual([]);
  });
});

describe('no voice is heard in', () => {
  test.each([0.02, 0.1, 0.5])('typing as loud as %f', (gain) => {
    for (const seed of [1, 2, 3]) expect(detect(mixed(room(9000, seed), scaled(typing(8000, seed), gain), 700))).toEqual([]);
  });

  test.each([150, 300, 600, 1000])('a door that slams, and echoes for %i ms', (echoMs) => {
    for (const gain of [0.03, 0.1, 0.8]) {
      for (const seed of [5, 9, 22]) expect(detect(mixed(room(4000), scaled(doorSlam(echoMs, seed), gain), 1500))).toEqual([]);
    }
  });

  test('hands that clap', () => {
    const applause = [1000, 1300, 1600, 1900, 3000].reduce((sound, at, seed) => mixed(sound, scaled(clap(seed), 0.9), at), room(5000));
    expect(detect(applause)).toEqual([]);
  });

  test.each([50, 60, 100])('mains at %i Hz, there from the beginning or switched on', (hertz) => {
    const loud = scaled(hum(6000, hertz), 0.05);
    expect(detect(mixed(room(6000), loud))).toEqual([]);
    expect(detect(mixed(room(6000), loud, 2000))).toEqual([]);
  });

  test('a fan, there from the beginning or switched on', () => {
    const loud = scaled(fan(10_000), 0.03);
    expect(detect(mixed(room(10_000), loud))).toEqual([]);
    expect(detect(mixed(room(12_000), loud, 3000))).toEqual([]);
  });

  test('nothing at all, and a room that comes after nothing', () => {
    expect(detect(silence(3000))).toEqual([]);
    expect(detect(joined([silence(2000), scaled(roomNoise(4000), 0.01)]))).toEqual([]);
    expect(detect(joined([scaled(roomNoise(2000), 0.01), silence(2000), scaled(roomNoise(4000), 0.01)]))).toEqual([]);
  });

  test('a room that grows louder', () => {
    expect(detect(joined([scaled(roomNoise(3000), 0.004), scaled(roomNoise(6000), 0.016)]))).toEqual([]);
  });
});

describe('pauses', () => {
  /** A word, so long a gap, a word, and silence. */
  const twoWords = (gapMs: number) => {
    const word = speech[3] ?? silence(1);
    return inRoom(joined([silence(1000), word, silence(gapMs), word, silence(1500)]), speech, 30);
  };

  test('are told after 60 ms, and taken back when the voice goes on', () => {
    const events = detect(twoWords(600));
    expect(events.map(({ type }) => type)).toEqual(['began', 'paused', 'resumed', 'paused']);
    for (const { told, at } of events.filter(({ type }) => type === 'paused')) {
      expect(told - at).toBeGreaterThanOrEqual(60);
      expect(told - at).toBeLessThanOrEqual(110);
    }
  });

  test('that follow each other closely are told once in 300 ms, unless they last 180 ms', async () => {
    for (const gap of [80, 100, 120, 150, 220, 260]) {
      const events = detect(twoWords(gap));
      const pauses = events.filter(({ type }) => type === 'paused');
      for (const [index, { told, at }] of pauses.entries()) {
        const before = pauses[index - 1];
        if (before) expect(told - before.told >= 280 || told - at >= 180).toBe(true);
      }
      expect(events.at(-1)?.type).toBe('paused');
    }
  });

  test('and what follows alternate: nothing resumes that did not pause', () => {
    for (const snr of [30, 20, 10]) {
      const { sound } = inARow(speech);
      let paused = false;
      for (const { type } of detect(inRoom(sound, speech, snr))) {
        if (type === 'resumed') expect(paused).toBe(true);
        paused = type === 'paused';
      }
    }
  });

  test('are not lengthened by somebody who types after their last word', () => {
    const said = speech[0] ?? silence(1);
    const end = 1000 + (said.length / rate) * 1000;
    const sound = mixed(inRoom(joined([silence(1000), said, silence(6000)]), speech, 20), scaled(typing(5000), 0.3), end + 150);
    const events = detect(sound);
    expect(events.filter(({ at }) => at > end + 350)).toEqual([]);
    expect(events.at(-1)?.type).toBe('paused');
  });
});

test('a sound of less than 120 ms that was taken for a voice is dropped', () => {
  const word = (speech[3] ?? silence(1)).subarray(600, 600 + 0.07 * rate);
  const events = detect(mixed(room(3000), word, 1500));
  expect(events.map(({ type }) => type)).toEqual(['began', 'dropped']);
});

test('in a noisy room somebody far away is not heard, where in a quiet one they are', () => {
  const distant = mixed(scaled(roomNoise(6000), 0.01), scaled(speech[0] ?? silence(1), 0.14), 2000);
  expect(begun(distant)).toBe(1);
  expect(begun(distant, true)).toBe(0);
});
