import type { Think } from '@coachvisio/engine/ports.ts';
import { expect, it } from 'vitest';
import { firstWords } from './first-words.ts';

type Way = 'answers' | 'fails' | 'hangs' | 'says nothing' | 'breaks off' | 'fails once';

/** A model that notes each time it is asked, and how it was stopped. */
function model(name: string, way: Way, asked: string[]): Think {
  let calls = 0;
  return {
    name,
    async *stream(_messages, signal) {
      asked.push(name);
      calls += 1;
      if (way === 'fails' || (way === 'fails once' && calls === 1)) throw Object.assign(new Error('no'), { status: 500 });
      if (way === 'hangs') {
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        asked.push(`${name}: ${signal.reason instanceof Error ? signal.reason.name : ''}`);
        throw new Error('aborted');
      }
      yield ' ';
      if (way === 'says nothing') return;
      yield name;
      if (way === 'breaks off') throw new Error('cut');
      yield ' speaks.';
    },
  };
}

async function ask(ways: readonly Way[], firstWordMs = 400, cancelled = new AbortController().signal) {
  const asked: string[] = [];
  let text = '';
  const models = ways.map((way, index) => model('abc'.charAt(index), way, asked));
  const began = performance.now();
  const error = await (async () => {
    for await (const piece of firstWords(models, [], firstWordMs, cancelled)) text += piece;
  })().catch((reason: unknown) => reason);
  return { text, asked, failed: error instanceof Error, ms: performance.now() - began };
}

it('takes the first model that answers, and asks no other', async () => {
  expect(await ask(['answers', 'answers'])).toMatchObject({ text: 'a speaks.', asked: ['a'], failed: false });
});

it.each<Way>(['fails', 'says nothing'])('asks the next one when a model %s before its first word', async (way) => {
  expect(await ask([way, 'answers'])).toMatchObject({ text: 'b speaks.', asked: ['a', 'b'], failed: false });
});

it('is joined by the next one when a model hangs, and the first is told that it was too late', async () => {
  const { ms, ...rest } = await ask(['hangs', 'answers'], 300);
  expect(rest).toMatchObject({ text: 'b speaks.', asked: ['a', 'b', 'a: TimeoutError'], failed: false });
  expect(ms).toBeLessThan(280);
});

it('asks once more a model that may do better in a moment, when nobody else answered', async () => {
  expect(await ask(['fails once'])).toMatchObject({ text: 'a speaks.', asked: ['a', 'a'] });
  expect(await ask(['fails', 'fails'])).toMatchObject({ text: '', asked: ['a', 'b', 'a', 'b'], failed: true });
});

it('is over in the time it was given, whoever hangs', async () => {
  const { ms, failed, text } = await ask(['hangs', 'hangs', 'hangs'], 300);
  expect({ failed, text }).toEqual({ failed: true, text: '' });
  expect(ms).toBeLessThan(400);
});

it('replaces no model that has begun', async () => {
  expect(await ask(['breaks off', 'answers'])).toMatchObject({ text: 'a', asked: ['a'], failed: true });
});

it('asks nobody else once the learner speaks', async () => {
  const learner = new AbortController();
  setTimeout(() => learner.abort(), 50);
  expect(await ask(['hangs', 'answers'], 400, learner.signal)).toMatchObject({ text: '', asked: ['a', 'a: AbortError'], failed: true });
});
