import { describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { NotAsked, tooLate } from './failure.ts';
import { Guard, guardCall, guardStream } from './guard.ts';

class Failed extends Error {
  readonly status: number;
  readonly retryAfterMs: number | null;
  constructor(status: number, retryAfterMs: number | null = null) {
    super(`status ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

const never = new AbortController().signal;

function guarded(limits = { atOnce: 100, waiting: 0 }) {
  const clock = { at: 1_000_000, now: () => clock.at };
  const guard = new Guard('vendor', { clock, log: createLog('silent') }, limits);
  const call = (answer: () => Promise<string>, signal: AbortSignal = never) =>
    guardCall(guard, signal, answer).then(
      (text) => text,
      (error: unknown) => (error instanceof NotAsked ? error.kind : error instanceof Failed ? error.status : 'thrown'),
    );
  const well = () => call(async () => 'well');
  const fail = (status = 500, retryAfterMs: number | null = null) => call(async () => Promise.reject(new Failed(status, retryAfterMs)));
  return { clock, guard, call, well, fail };
}

const times = async (count: number, work: () => Promise<unknown>): Promise<void> => {
  for (let done = 0; done < count; done += 1) await work();
};

describe('a provider that fails', () => {
  it('is left alone after five failures in a row, and not before', async () => {
    const { clock, guard, well, fail } = guarded();
    await times(4, () => fail());
    expect(await well()).toBe('well');
    await times(4, () => fail());
    expect(guard.state.openedAt).toBeNull();
    await fail();
    expect(guard.state.openedAt).toBe(clock.at);
    expect(await well()).toBe('open');
    expect(guard.state).toMatchObject({ calls: 10, wentWell: 1, failures: { failed: 9, open: 1 }, inFlight: 0 });
  });

  it('is left alone as well when half of twenty calls fail', async () => {
    const { guard, well, fail } = guarded();
    await times(9, async () => (await fail(), await well()));
    await well();
    expect(guard.state.openedAt).toBeNull();
    await fail();
    expect(guard.state.openedAt).not.toBeNull();
  });

  it('is tried by one call after ten seconds, then twenty, and never later than two minutes', async () => {
    const { clock, guard, well, fail } = guarded();
    await times(5, () => fail());
    for (const wait of [10_000, 20_000, 40_000, 80_000, 120_000, 120_000]) {
      clock.at += wait - 1;
      expect(await well(), String(wait)).toBe('open');
      clock.at += 1;
      expect(await fail(), String(wait)).toBe(500);
    }
    clock.at += 120_000;
    const [first, second] = await Promise.all([well(), well()]);
    expect([first, second]).toEqual(['well', 'open']);
    expect(guard.state.openedAt).toBeNull();
    await times(5, () => fail());
    clock.at += 10_000;
    expect(await well()).toBe('well');
  });

  it('may be tried by the next call when the one that tried was given up', async () => {
    const { clock, call, fail, well } = guarded();
    await times(5, () => fail());
    clock.at += 10_000;
    const learner = new AbortController();
    await call(async () => (learner.abort(), Promise.reject(new Error('aborted'))), learner.signal);
    expect(await well()).toBe('well');
  });

  it('has not failed when the learner spoke; it has when it was too slow', async () => {
    const { guard, call } = guarded();
    const aborted = (reason?: Error) => {
      const stop = new AbortController();
      return call(async () => (stop.abort(reason), Promise.reject(new Error('aborted'))), stop.signal);
    };
    await times(6, () => aborted());
    expect(guard.state).toMatchObject({ givenUp: 6, failures: {}, openedAt: null });
    await times(5, () => aborted(tooLate()));
    expect(guard.state).toMatchObject({ givenUp: 6, failures: { late: 5 } });
    expect(guard.state.openedAt).not.toBeNull();
  });

  it('has not failed when it refuses one question; it has when it knows no such key', async () => {
    const { guard, fail } = guarded();
    await times(6, () => fail(400));
    expect(guard.state).toMatchObject({ failures: { refused: 6 }, openedAt: null });
    await times(5, () => fail(401));
    expect(guard.state).toMatchObject({ failures: { denied: 5 } });
    expect(guard.state.openedAt).not.toBeNull();
  });
});

describe('a provider that asks to be left alone', () => {
  it('is asked again when it said, and not before', async () => {
    const { clock, guard, well, fail } = guarded();
    await fail(429, 7000);
    expect(guard.state).toMatchObject({ pausedUntil: clock.at + 7000, failures: { limited: 1 }, openedAt: null });
    clock.at += 6_999;
    expect(await well()).toBe('open');
    clock.at += 1;
    expect(await well()).toBe('well');
    expect(guard.state.pausedUntil).toBeNull();
  });

  it('and never says when, fails', async () => {
    const { guard, fail } = guarded();
    await times(5, () => fail(429));
    expect(guard.state.openedAt).not.toBeNull();
  });
});

describe('a provider that has much to do', () => {
  const open = () => Promise.withResolvers<string>();

  it('is asked so much at once; the next ones wait their turn, and one too many is turned away', async () => {
    const { guard, call, well } = guarded({ atOnce: 1, waiting: 2 });
    const first = open();
    const order: string[] = [];
    const running = call(() => first.promise);
    const waiting = ['a', 'b'].map((name) => call(async () => (order.push(name), name)));
    expect(await well()).toBe('full');
    expect(guard.state).toMatchObject({ inFlight: 1, waiting: 2, failures: { full: 1 } });
    expect(guard.isBusy).toBe(true);
    first.resolve('first');
    expect(await Promise.all([running, ...waiting])).toEqual(['first', 'a', 'b']);
    expect(order).toEqual(['a', 'b']);
    expect(guard.state).toMatchObject({ inFlight: 0, waiting: 0 });
  });

  it('does not keep a call that waits for long, nor one that is given up', async () => {
    const { clock, guard, call, well } = guarded({ atOnce: 1, waiting: 5 });
    const first = open();
    const running = call(() => first.promise);
    const learner = new AbortController();
    const givenUp = call(async () => 'never', learner.signal);
    const late = well();
    learner.abort();
    expect(await givenUp).toBe('thrown');
    expect(await late).toBe('full');
    first.resolve('first');
    await running;
    expect(await well()).toBe('well');
    expect(guard.state).toMatchObject({ inFlight: 0, waiting: 0 });
    clock.at += 5_001;
    expect(guard.isBusy).toBe(false);
  });
});

describe('an answer in pieces', () => {
  async function* pieces(count: number, breaks = false) {
    for (let n = 0; n < count; n += 1) yield n;
    if (breaks) throw new Failed(502);
  }
  const read = async (guard: Guard, stream: () => AsyncIterable<number>, upTo = Infinity, signal = never) => {
    const got: number[] = [];
    for await (const piece of guardStream(guard, signal, stream)) {
      got.push(piece);
      if (got.length >= upTo) break;
    }
    return got;
  };

  it('counts as one call until its end, or until nobody reads on', async () => {
    const { guard } = guarded();
    expect(await read(guard, () => pieces(3))).toEqual([0, 1, 2]);
    expect(await read(guard, () => pieces(3), 2)).toEqual([0, 1]);
    expect(guard.state).toMatchObject({ calls: 2, wentWell: 2, inFlight: 0 });
  });

  it('that breaks off is a failure, and what was there until then is handed on', async () => {
    const { guard } = guarded();
    await expect(read(guard, () => pieces(3, true))).rejects.toThrow('502');
    expect(guard.state).toMatchObject({ failures: { failed: 1 }, inFlight: 0 });
  });

  it('that was cut by the learner is none', async () => {
    const { guard } = guarded();
    const learner = new AbortController();
    await read(
      guard,
      async function* () {
        yield 1;
        learner.abort();
        throw new Error('aborted');
      },
      Infinity,
      learner.signal,
    ).catch(() => undefined);
    expect(guard.state).toMatchObject({ givenUp: 1, failures: {}, inFlight: 0 });
  });
});
