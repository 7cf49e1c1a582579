import { expect, it } from 'vitest';
import { beginStream, firstToBegin, leaveStream, type Race, readOn } from './first-to-begin.ts';

/** How one of them behaves: begins at once, when it is told to, or never; or fails. */
interface Port {
  readonly name: string;
  readonly way: 'begins' | 'waits' | 'fails' | 'refuses';
  readonly begins?: Promise<void>;
}

function race(ports: readonly Port[], more: Partial<Race<Port, string>> = {}) {
  const log: string[] = [];
  const begin = async ({ name, way, begins }: Port, signal: AbortSignal): Promise<string> => {
    log.push(`${name} asked`);
    if (way === 'fails' || way === 'refuses') throw new Error(way);
    if (way === 'waits') {
      const stopped = new Promise<void>((resolve) =>
        signal.addEventListener('abort', () => {
          log.push(`${name} ${signal.reason instanceof Error ? signal.reason.name : 'stopped'}`);
          resolve();
        }),
      );
      await Promise.race([stopped, begins ?? new Promise<void>(() => undefined)]);
      if (signal.aborted) throw new Error('stopped');
    }
    return name;
  };
  const running = firstToBegin<Port, string>({
    ports,
    begin,
    leave: (name) => log.push(`${name} left`),
    cancelled: new AbortController().signal,
    nextMs: 20,
    wholeMs: 60_000,
    mayRepeat: (error) => error instanceof Error && error.message === 'fails',
    ...more,
  });
  return { log, running };
}
const never = (name: string): Port => ({ name, way: 'waits' });

it('asks the next one beside one that is slow, and tells the slow one that it was too late', async () => {
  const { log, running } = race([never('a'), { name: 'b', way: 'begins' }, { name: 'c', way: 'begins' }]);
  expect(await running).toMatchObject({ begun: 'b', index: 1 });
  expect(log).toEqual(['a asked', 'b asked', 'a TimeoutError']);
});

it('asks the next one at once when one fails, and that one again only if it may do better', async () => {
  const failing: Port = { name: 'a', way: 'fails' };
  const refusing: Port = { name: 'b', way: 'refuses' };
  const { log, running } = race([failing, refusing, failing, refusing], { nextMs: 60_000 });
  await expect(running).rejects.toThrow('fails');
  expect(log).toEqual(['a asked', 'b asked', 'a asked']);
});

it('waits a little for the first one before another one is heard in its place; that one is left without blame', async () => {
  const slow = Promise.withResolvers<void>();
  const first: Port = { name: 'a', way: 'waits', begins: slow.promise };
  const { log, running } = race([first, { name: 'b', way: 'begins' }], { preferMs: 60_000 });
  await expect.poll(() => log).toContain('b asked');
  slow.resolve();
  expect(await running).toMatchObject({ begun: 'a', index: 0 });
  expect(log).toEqual(['a asked', 'b asked', 'b left']);
});

it('hears the other one when the first has failed, however long it would be preferred', async () => {
  const slow = Promise.withResolvers<void>();
  const first: Port = { name: 'a', way: 'waits', begins: slow.promise };
  const { log, running } = race([first, { name: 'b', way: 'begins' }], { preferMs: 60_000 });
  await expect.poll(() => log).toContain('b asked');
  slow.reject(new Error('refuses'));
  expect(await running).toMatchObject({ begun: 'b' });
});

it('asks only so many because of time, and ends when its time is over', async () => {
  const { log, running } = race([never('a'), never('b'), { name: 'c', way: 'begins' }], { beside: 2, wholeMs: 200 });
  await expect(running).rejects.toThrow('in time');
  expect(log).toEqual(['a asked', 'b asked', 'a TimeoutError', 'b TimeoutError']);
});

it('stops all of them when nobody wants an answer any more', async () => {
  const learner = new AbortController();
  const { log, running } = race([never('a'), never('b')], { cancelled: learner.signal });
  await expect.poll(() => log).toContain('b asked');
  learner.abort();
  await expect(running).rejects.toThrow('aborted');
  expect(log).toEqual(['a asked', 'b asked', 'a AbortError', 'b AbortError']);
});

it('blames nobody when the learner cuts in: what their guards see in the end is no time-out', async () => {
  const learner = new AbortController();
  const signals: AbortSignal[] = [];
  const running = firstToBegin<string, string>({
    ports: ['a', 'b'],
    begin: (_port, signal) => (signals.push(signal), new Promise(() => undefined)),
    cancelled: learner.signal,
    nextMs: 5,
    wholeMs: 60_000,
    mayRepeat: () => false,
  });
  await expect.poll(() => signals.length).toBe(2);
  learner.abort();
  await expect(running).rejects.toThrow('aborted');
  expect(signals.map(({ reason }: { readonly reason: unknown }) => (reason instanceof Error ? reason.name : reason))).toEqual(['AbortError', 'AbortError']);
});

it('reads a stream on from where it began, and closes it when nobody reads to its end', async () => {
  let closed = 0;
  const stream = async function* () {
    try {
      yield* ['', ' ', 'Un', ' lot'];
    } finally {
      closed += 1;
    }
  };
  const signal = new AbortController().signal;
  const begin = () => beginStream(stream(), signal, (piece) => piece.trim() !== '', 'nothing');
  const begun = await begin();
  expect(begun.pieces).toEqual(['', ' ', 'Un']);
  const read: string[] = [];
  for await (const piece of readOn(begun)) read.push(piece);
  expect(read.join('')).toBe(' Un lot');
  for await (const _piece of readOn(await begin())) break;
  leaveStream(await begin());
  await expect.poll(() => closed).toBe(3);
  await expect(beginStream(stream(), signal, () => false, 'nothing')).rejects.toThrow('nothing');
});
