import type { Hear } from '@coachvisio/engine/ports.ts';
import { expect, it } from 'vitest';
import { hearChain } from './hear-chain.ts';

const recogniser = (name: string, way: 'answers' | 'fails' | 'hangs', verbatim: boolean | null = true): Hear => ({
  name,
  verbatim,
  async hear(_samples, _locale, _before, signal) {
    if (way === 'fails') throw new Error('no');
    if (way === 'hangs') await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true }));
    return { text: name, words: null };
  },
});
const hearWith = (hears: readonly Hear[], signal = new AbortController().signal) => hearChain(hears, 200)?.hear(new Int16Array(160), 'fr', '', signal);

it('is nothing without a recogniser', () => {
  expect(hearChain([], 200)).toBeNull();
});

it('asks the next one when one fails, or takes too long', async () => {
  expect(await hearWith([recogniser('a', 'answers'), recogniser('b', 'answers')])).toMatchObject({ text: 'a' });
  expect(await hearWith([recogniser('a', 'fails'), recogniser('b', 'answers')])).toMatchObject({ text: 'b' });
  expect(await hearWith([recogniser('a', 'hangs'), recogniser('b', 'answers')])).toMatchObject({ text: 'b' });
});

it('fails when all of them did, and asks nobody else once the learner goes on', async () => {
  await expect(hearWith([recogniser('a', 'fails'), recogniser('b', 'hangs')])).rejects.toThrow('in time');
  const learner = new AbortController();
  const hearing = hearWith([recogniser('a', 'hangs'), recogniser('b', 'answers')], learner.signal);
  learner.abort();
  await expect(hearing).rejects.toThrow('aborted');
});

it('says whether hesitations are written down only where all do the same', () => {
  expect(hearChain([recogniser('a', 'answers', true), recogniser('b', 'answers', true)], 200)?.verbatim).toBe(true);
  expect(hearChain([recogniser('a', 'answers', true), recogniser('b', 'answers', false)], 200)?.verbatim).toBeNull();
});
