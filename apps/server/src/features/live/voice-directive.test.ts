import { readFileSync } from 'node:fs';
import { PersonaContent } from '@coachvisio/contract/persona.ts';
import { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Think } from '@coachvisio/engine/ports.ts';
import { describe, expect, it } from 'vitest';
import { voiceDirective } from './voice-directive.ts';

const content = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../../../content/${path}.json`, import.meta.url), 'utf8'));
const scenario = ScenarioContent.parse(content('scenarios/contrat-client-mefiant'));
const persona = PersonaContent.parse(content('personas/philippe-garnier'));

it('does not wait for ever for a model that gives a word now and then: the bank ends the reply', async () => {
  let given = 0;
  const trickle: Think = {
    name: 'trickle',
    async *stream(_messages, signal) {
      while (!signal.aborted) {
        given += 1;
        yield 'encore ';
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
  const voiced = await voiceDirective(
    { move: 'probe', expression: 'attentive' },
    { scenario, persona, locale: 'fr', seed: 7, phase: 'exploring', said: [] },
    () => [],
    { models: [trickle], firstWordMs: 60_000, wholeMs: 60 },
    new AbortController().signal,
    () => undefined,
  );
  expect(given).toBeGreaterThan(0);
  expect(voiced).toMatchObject({ voicedBy: 'model', fellBack: true });
  expect(voiced.text).toMatch(/^(encore )+encore… .+[.?!]$/u);
});

describe('a model that lets somebody wait who listens', () => {
  const stage = { scenario, persona, locale: 'fr', seed: 7, phase: 'exploring', said: [] } as const;
  const reactions = persona.reactions.warm.fr;
  /** Begins when it is told to, or never. */
  function slow(begins?: Promise<void>) {
    const stopped: string[] = [];
    const model: Think = {
      name: 'slow',
      async *stream(_messages, signal) {
        const onAbort = new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => {
            stopped.push(signal.reason instanceof Error ? signal.reason.name : '');
            resolve();
          }),
        );
        await Promise.race([onAbort, begins ?? new Promise<void>(() => undefined)]);
        if (signal.aborted) throw new Error('stopped');
        yield ' Je veux';
        yield ' un nom.';
      },
    };
    return { model, stopped };
  }
  async function voice(directive: Parameters<typeof voiceDirective>[0], model: Think, firstWordMs: number, waited: Promise<void>) {
    const words: [string, boolean][] = [];
    const onWords = (text: string, isWhole = false) => void words.push([text, isWhole]);
    const voiced = await voiceDirective(
      directive,
      stage,
      () => [],
      { models: [model], firstWordMs, wholeMs: 60_000 },
      new AbortController().signal,
      onWords,
      waited,
    );
    return { ...voiced, words };
  }

  it('is led in by the reaction that the bank would begin with, and speaks after it', async () => {
    const waited = Promise.withResolvers<void>();
    const begins = Promise.withResolvers<void>();
    const voicing = voice({ move: 'probe', reaction: 'warm', expression: 'relieved' }, slow(begins.promise).model, 60_000, waited.promise);
    waited.resolve();
    await waited.promise;
    begins.resolve();
    const { words, ...voiced } = await voicing;
    const [lead = ['', false]] = words;
    expect(reactions).toContain(lead[0].trim());
    expect(lead[1]).toBe(true);
    expect(words.map(([text]) => text).join('')).toBe(voiced.text);
    expect(voiced).toEqual({ text: `${lead[0]}Je veux un nom.`, voicedBy: 'model', fellBack: false });
  });

  it('is followed by the bank, which does not react a second time, when it never begins', async () => {
    const { text, words, ...voiced } = await voice({ move: 'probe', reaction: 'warm', expression: 'relieved' }, slow().model, 150, Promise.resolve());
    expect(voiced).toEqual({ voicedBy: 'bank', fellBack: true });
    expect(words.map(([said]) => said).join('')).toBe(text);
    expect(reactions.filter((reaction) => text.includes(reaction))).toHaveLength(1);
    expect(text.length).toBeGreaterThan((words[0]?.[0].length ?? 0) + 10);
  });

  it('is not waited for where the directive holds no reaction: the bank says all of it', async () => {
    const { model, stopped } = slow();
    const { words, ...voiced } = await voice({ move: 'probe', expression: 'attentive' }, model, 60_000, Promise.resolve());
    expect(voiced).toMatchObject({ voicedBy: 'bank', fellBack: true });
    expect(words).toHaveLength(1);
    expect(stopped).toEqual(['TimeoutError']);
  });

  it('speaks alone when it has begun by then', async () => {
    const waited = Promise.withResolvers<void>();
    const voicing = voice({ move: 'probe', reaction: 'warm', expression: 'relieved' }, slow(Promise.resolve()).model, 60_000, waited.promise);
    expect(await voicing).toMatchObject({ text: 'Je veux un nom.', voicedBy: 'model' });
    waited.resolve();
  });
});
