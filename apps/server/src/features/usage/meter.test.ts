import type { Hear, Speak, Think } from '@coachvisio/engine/ports.ts';
import { expect, it } from 'vitest';
import { NotAsked, tooLate } from '../../platform/guard/failure.ts';
import { type Book, type Call, meterHear, meterSpeak, meterThink } from './meter.ts';

function book() {
  const clock = { at: 1000, now: () => clock.at };
  const calls: Call[] = [];
  const noting: Book = { clock, note: (call) => void calls.push(call) };
  return { clock, calls, noting };
}
const never = new AbortController().signal;
const manner = { locale: 'fr', persona: 'marc-delattre', gender: 'masculine', rate: 1, pitch: 0 } as const;

async function readAll<T>(stream: AsyncIterable<T>, upTo = Infinity): Promise<void> {
  let read = 0;
  for await (const _piece of stream) if ((read += 1) >= upTo) return;
}

it('notes when a model began, its first word, its last, and what it counted', async () => {
  const { clock, calls, noting } = book();
  const think: Think = {
    name: 'small',
    provider: 'vendor',
    async *stream(_messages, _signal, onUsage) {
      clock.at += 200;
      yield 'Un ';
      clock.at += 300;
      yield 'lot.';
      onUsage?.({ in: 900, cached: 800, out: 12 });
    },
  };
  await readAll(meterThink(think, noting).stream([], never));
  expect(calls).toEqual([
    {
      role: 'think',
      provider: 'vendor',
      model: 'small',
      beganAt: 1000,
      firstMs: 200,
      wholeMs: 500,
      tokens: { in: 900, cached: 800, out: 12 },
      characters: null,
      seconds: null,
      free: false,
      error: null,
    },
  ]);
});

it('notes what a voice was given to say, and how much sound it made, also where it broke off', async () => {
  const { clock, calls, noting } = book();
  const speak: Speak = {
    name: 'voice',
    source: 'provider',
    async *speak() {
      yield { type: 'word', at: 0, from: 0, to: 2 };
      clock.at += 90;
      yield { type: 'sound', samples: new Int16Array(12_000), sampleRate: 24_000 };
      throw Object.assign(new Error('no'), { status: 503 });
    },
  };
  await expect(readAll(meterSpeak(speak, noting).speak('Je veux un nom.', manner, never))).rejects.toThrow();
  expect(calls).toMatchObject([{ role: 'speak', provider: 'voice', firstMs: 90, characters: 15, seconds: 0.5, error: 'failed' }]);
});

it('charges nothing for sound that was kept from before, and leaves the figures of the provider alone', async () => {
  const { calls, noting } = book();
  const speak: Speak = {
    name: 'voice',
    provider: 'vendor',
    source: 'provider',
    async *speak(_text, _manner, _signal, onKept) {
      onKept?.();
      yield { type: 'sound', samples: new Int16Array(24_000), sampleRate: 24_000 };
    },
  };
  await readAll(meterSpeak(speak, noting).speak('Bonjour.', manner, never));
  expect(calls).toMatchObject([{ role: 'speak', provider: 'kept', model: 'voice', characters: 0, seconds: 0, free: true, error: null }]);
});

it('notes how much a recogniser listened to', async () => {
  const { calls, noting } = book();
  const hear: Hear = { name: 'ear', verbatim: true, hear: async () => ({ text: 'oui', words: null }) };
  await meterHear(hear, noting).hear(new Int16Array(16_000 * 3), 'fr', '', never);
  expect(calls).toMatchObject([{ role: 'hear', model: 'ear', firstMs: 0, seconds: 3, characters: null, error: null }]);
});

it('tells a call that the learner cut from one that was too slow', async () => {
  const { calls, noting } = book();
  const stopped = async (reason?: Error) => {
    const stop = new AbortController();
    const think: Think = {
      name: 'm',
      async *stream() {
        yield 'Un';
        stop.abort(reason);
        throw new Error('aborted');
      },
    };
    await readAll(meterThink(think, noting).stream([], stop.signal)).catch(() => undefined);
  };
  await stopped();
  await stopped(tooLate());
  expect(calls.map(({ error }) => error)).toEqual(['given_up', 'late']);
});

it('notes no call that was never made, and one that was read as far as it was wanted', async () => {
  const { calls, noting } = book();
  const turnedAway: Think = {
    name: 'm',
    async *stream() {
      if (calls.length === 0) throw new NotAsked('m', 'open');
      yield '';
    },
  };
  await readAll(meterThink(turnedAway, noting).stream([], never)).catch(() => undefined);
  const long: Think = {
    name: 'm',
    async *stream() {
      yield 'a';
      yield 'b';
    },
  };
  await readAll(meterThink(long, noting).stream([], never), 1);
  expect(calls).toMatchObject([{ error: null, tokens: null }]);
});
