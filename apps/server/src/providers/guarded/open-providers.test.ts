import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { createLog } from '../../platform/log.ts';
import { type Endpoint, json, openEndpoint } from '../openai-compatible/endpoint.testing.ts';
import { openProviders } from './open-providers.ts';

const manner = { locale: 'fr', persona: 'marc-delattre', gender: 'masculine', rate: 1, pitch: 0 } as const;
const signal = AbortSignal.timeout(20_000);

describe('the providers that the settings name', () => {
  let endpoint: Endpoint;
  beforeAll(async () => {
    endpoint = await openEndpoint();
  });
  afterAll(() => endpoint.close());

  const open = () => {
    const env = {
      SPEAK_URL: endpoint.url,
      SPEAK_NAME: 'tts',
      SPEAK_VOICES: 'marc-delattre=ash',
      HEAR_URL: endpoint.url,
      HEAR_NAME: 'whisper',
      HEAR_VERBATIM: 'on',
    };
    return openProviders(readConfig(env).providers, { clock: systemClock, log: createLog('silent') });
  };

  it('are asked in the voice of the persona, and what they say of their quota is kept', async () => {
    const { think, speak, states } = await open();
    expect(think).toEqual([]);
    endpoint.answer = (_asked, response) =>
      void response.writeHead(200, { 'content-type': 'audio/pcm', 'x-ratelimit-remaining-requests': '12' }).end(Buffer.alloc(4800, 40));
    const pieces = [];
    for await (const piece of speak[0]?.speak('Un nom.', manner, signal) ?? []) pieces.push(piece.type);
    expect(pieces).toContain('sound');
    expect(JSON.parse(String(endpoint.asked.at(-1)?.body))).toMatchObject({ model: 'tts', voice: 'ash', input: 'Un nom.' });
    expect(states().speak).toMatchObject([{ calls: 1, wentWell: 1, inFlight: 0, quota: { 'x-ratelimit-remaining-requests': '12' } }]);
  });

  it('have the voice that comes with the product behind them, unless that is off', async () => {
    const { speak, close } = await openProviders(readConfig({ SPEAK_URL: endpoint.url, SPEAK_NAME: 'tts' }).providers, {
      clock: systemClock,
      log: createLog('silent'),
    });
    expect(speak.map(({ source, provider, name }) => [source, provider, name])).toEqual([
      ['provider', new URL(endpoint.url).host, 'tts'],
      ['embedded', undefined, 'espeak-ng'],
    ]);
    let sounds = 0;
    for await (const { type } of speak[1]?.speak('Un nom.', manner, signal) ?? []) if (type === 'sound') sounds += 1;
    expect(sounds).toBeGreaterThan(0);
    await close();
    // One that nobody asked to speak ends as well.
    await (await openProviders(readConfig({}).providers, { clock: systemClock, log: createLog('silent') })).close();
  });

  it('that ask to be left alone are, and their quota is kept as well', async () => {
    const { hear, states, isBusy } = await open();
    endpoint.answer = json(429, { error: { message: 'slow down' } }, { 'retry-after': '30', 'x-ratelimit-remaining-tokens': '0' });
    const listen = () => hear[0]?.hear(new Int16Array(1600).fill(9), 'fr', '', signal);
    await expect(listen()).rejects.toThrow('429');
    const asked = endpoint.asked.length;
    await expect(listen()).rejects.toThrow('left alone');
    expect(endpoint.asked).toHaveLength(asked);
    expect(states().hear).toMatchObject([{ failures: { limited: 1, open: 1 }, quota: { 'x-ratelimit-remaining-tokens': '0' } }]);
    expect(states().hear[0]?.pausedUntil).toBeGreaterThan(Date.now() + 20_000);
    expect(hear[0]?.verbatim).toBe(true);
    expect(isBusy()).toBe(false);
  });
});
