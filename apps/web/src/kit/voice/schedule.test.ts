import { describe, expect, test } from 'vitest';
import { Schedule } from './schedule.ts';

const rate = 48_000;
const ms = (count: number) => (count * rate) / 1000;
const frame = ms(20);

/** A turn of so many frames that came at once at `now`. */
function turn(frames: number, now = 0) {
  const schedule = new Schedule(rate);
  schedule.sentence();
  const starts = Array.from({ length: frames }, () => schedule.push(frame, now));
  return { schedule, starts };
}

describe('pieces that come in time', () => {
  test('follow each other to the sample', () => {
    const { schedule, starts } = turn(10, ms(1000));
    expect(starts.map((start) => start?.at)).toEqual(Array.from({ length: 10 }, (_, index) => ms(1050) + index * frame));
    expect(schedule.underruns).toBe(0);
  });

  test('have one clock across sentences', () => {
    const { schedule } = turn(5);
    schedule.sentence();
    expect(schedule.push(ms(33), ms(60))?.at).toBe(ms(150));
    expect(schedule.playedBy(ms(40))).toBe(0);
    expect(schedule.playedBy(ms(100))).toBe(ms(50));
    expect(schedule.playedBy(ms(160))).toBe(ms(110));
    expect(schedule.playedBy(ms(500))).toBe(ms(133));
    expect(schedule.endsAt).toBe(ms(183));
  });
});

describe('a piece that comes too late', () => {
  test('is an underrun inside a sentence, and what was played stands still until it plays', () => {
    const { schedule } = turn(1);
    const late = schedule.push(frame, ms(100));
    expect(schedule.underruns).toBe(1);
    expect(late?.at).toBe(ms(200));
    expect(schedule.playedBy(ms(150))).toBe(frame);
    expect(schedule.playedBy(ms(210))).toBe(ms(30));
  });

  test('gives the network more each time, up to 0.4 s', () => {
    const { schedule } = turn(1);
    const leads = [1, 2, 3, 4, 5].map((second) => (schedule.push(frame, ms(second * 1000))?.at ?? 0) - ms(second * 1000));
    expect(leads).toEqual([ms(100), ms(200), ms(400), ms(400), ms(400)]);
  });

  test('is no underrun where a sentence begins', () => {
    const { schedule } = turn(1);
    schedule.sentence();
    schedule.push(frame, ms(500));
    expect([schedule.underruns, schedule.lateSentences]).toEqual([0, 1]);
  });
});

describe('what is held', () => {
  test('goes on where it stopped, in the middle of a piece', () => {
    const { schedule } = turn(10);
    expect(schedule.hold(ms(50 + 30))).toBe(ms(30));
    expect(schedule.held).toBe(true);
    expect(schedule.playedBy(ms(1000))).toBe(ms(30));
    const starts = schedule.goOn(ms(2000));
    expect(starts[0]).toEqual({ piece: 1, offset: ms(10), at: ms(2020) });
    expect(starts[1]).toEqual({ piece: 2, offset: 0, at: ms(2030) });
    expect(starts).toHaveLength(9);
    expect(schedule.playedBy(ms(2025))).toBe(ms(35));
    expect(schedule.endsAt).toBe(ms(2020 + 170));
    expect(schedule.underruns).toBe(0);
  });

  test('takes in what comes meanwhile', () => {
    const { schedule } = turn(2);
    schedule.hold(ms(60));
    expect(schedule.push(frame, ms(70))).toBeNull();
    expect(schedule.endsAt).toBeNull();
    expect(schedule.goOn(ms(100)).map(({ piece }) => piece)).toEqual([0, 1, 2]);
    expect(schedule.push(frame, ms(110))?.at).toBe(ms(120 + 50));
  });

  test('may be held again before it went on', () => {
    const { schedule } = turn(4);
    schedule.hold(ms(60));
    schedule.goOn(ms(100));
    expect(schedule.hold(ms(110))).toBe(ms(10));
    expect(schedule.goOn(ms(200))[0]).toEqual({ piece: 0, offset: ms(10), at: ms(220) });
  });

  test('may be held before its first sound, and after its last', () => {
    const { schedule } = turn(2);
    expect(schedule.hold(ms(10))).toBe(0);
    expect(schedule.goOn(ms(50))[0]).toEqual({ piece: 0, offset: 0, at: ms(70) });
    expect(schedule.hold(ms(500))).toBe(ms(40));
    expect(schedule.goOn(ms(600))).toEqual([]);
    expect(schedule.push(frame, ms(700))?.at).toBe(ms(750));
    expect(schedule.underruns).toBe(0);
  });

  test('never counts what was not played', () => {
    const { schedule } = turn(50);
    for (let now = 60; now < 900; now += 97) {
      const held = schedule.hold(ms(now));
      expect(schedule.playedBy(ms(now + 50))).toBe(held);
      schedule.goOn(ms(now + 60));
    }
    expect(schedule.playedBy(ms(5000))).toBe(schedule.total);
  });
});
