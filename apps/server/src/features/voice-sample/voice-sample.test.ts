import type { ServerResponse } from 'node:http';
import { contentRoutes } from '@coachvisio/contract/content.ts';
import { readWav } from '@coachvisio/engine/speech/wav.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../platform/testing.ts';
import { type Asked, type Endpoint, json, openEndpoint } from '../../providers/openai-compatible/endpoint.testing.ts';

/** Speaks at the pace of speech: 70 ms a character at 24 kHz. */
const speaks = ({ body }: Asked, response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'audio/pcm' }).end(Buffer.alloc(String(JSON.parse(String(body)).input).length * 1680 * 2, 40));

const pathOf = (slug: string, locale = 'fr') => `/v1/personas/${slug}/voice-sample?locale=${locale}`;

async function personaOf(server: TestServer, slug: string, locale = 'fr') {
  const { personas } = contentRoutes.listPersonas.answer.parse(await (await server.fetch(`/v1/personas?locale=${locale}`)).json());
  return personas.find((persona) => persona.slug === slug);
}

describe('the sample of a voice', () => {
  let endpoint: Endpoint;
  let server: TestServer;
  beforeAll(async () => {
    endpoint = await openEndpoint();
    server = await startTestServer({ env: { SPEAK_URL: endpoint.url, SPEAK_NAME: 'tts', SPEAK_VOICES: 'marc-delattre=ash', EMBEDDED_VOICE: 'on' } });
    // The voice behind the provider warms up for a while: it has spoken once before anybody counts. More failures in a row than
    // these would have the provider left alone.
    for (let attempt = 1; attempt <= 3; attempt += 1) if ((await server.fetch(pathOf('thomas-lemaire'))).ok) break;
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await endpoint.close();
  });

  it('is this persona’s own sentence in its own voice, for anybody, as a file that says that nobody spoke it', async () => {
    endpoint.answer = speaks;
    const answer = await server.fetch(pathOf('marc-delattre'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('audio/wav');
    expect(answer.headers.get('x-synthetic-speech')).toBe('provider');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    const file = Buffer.from(await answer.arrayBuffer());
    expect(file.includes('synthetic=true; source=provider')).toBe(true);
    const text = (await personaOf(server, 'marc-delattre'))?.sample ?? '';
    expect(JSON.parse(String(endpoint.asked.at(-1)?.body))).toMatchObject({ input: text, voice: 'ash' });
    expect(readWav(file).samples).toHaveLength(text.length * 1680);
  });

  it('is asked of the provider once: after that it is there, also while the provider is down', async () => {
    endpoint.answer = speaks;
    const kept = async () => (await server.platform.storage.list('speech')).length;
    await expect.poll(kept, { timeout: 10_000 }).toBe(2);
    const first = await (await server.fetch(pathOf('claire-morel'))).arrayBuffer();
    // It is written behind the back of whoever heard it first.
    await expect.poll(kept, { timeout: 10_000 }).toBe(3);
    const asked = endpoint.asked.length;
    endpoint.answer = json(500, { error: { message: 'down' } });
    const again = await server.fetch(pathOf('claire-morel'));
    expect(again.headers.get('x-synthetic-speech')).toBe('provider');
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(first))).toBe(true);
    expect(endpoint.asked).toHaveLength(asked);
  });

  it('is the voice that comes with the product where the provider fails: the answer says so, and is not kept for long', async () => {
    endpoint.answer = json(500, { error: { message: 'down' } });
    const answer = await server.fetch(pathOf('julie-ferrand', 'en'));
    expect([answer.status, answer.headers.get('x-synthetic-speech'), answer.headers.get('cache-control')]).toEqual([200, 'embedded', 'public, max-age=30']);
    const file = Buffer.from(await answer.arrayBuffer());
    expect(file.includes('synthetic=true; source=embedded')).toBe(true);
    const { samples, sampleRate } = readWav(file);
    expect(samples.length / sampleRate).toBeGreaterThan(2);
    endpoint.answer = speaks;
    expect((await server.fetch(pathOf('julie-ferrand', 'en'))).headers.get('x-synthetic-speech')).toBe('provider');
  });

  it('of nobody is no sample', async () => {
    for (const [path, status, code] of [
      [pathOf('nobody'), 404, 'persona.not_found'],
      [pathOf('marc-delattre', 'de'), 400, 'request.invalid'],
    ] as const)
      expect(await (await server.fetch(path)).json()).toMatchObject({ status, code });
  });

  it('has its own words and its own languages for every persona', async () => {
    const all = new Set<string>();
    for (const locale of ['fr', 'en']) {
      const { personas } = contentRoutes.listPersonas.answer.parse(await (await server.fetch(`/v1/personas?locale=${locale}`)).json());
      for (const { sample } of personas) all.add(sample);
      // Somebody waits beside a button: seven seconds at most.
      for (const { slug, sample } of personas) expect.soft(sample.length, slug).toBeLessThan(130);
    }
    expect(all.size).toBe(20);
  });
});

describe('an installation', () => {
  it('without a voice has no sample, and says so', async () => {
    const server = await startTestServer();
    const answer = await server.fetch(pathOf('marc-delattre'));
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not.found' });
    await server.close();
  });

  it('lets nobody ask for samples without end', async () => {
    const server = await startTestServer({ env: { RATE_LIMIT: 'on' } });
    const answers = await Promise.all(Array.from({ length: 70 }, () => server.fetch(pathOf('nobody'))));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    // Pages that are cheap are asked for as before.
    expect((await server.fetch('/v1/personas')).status).toBe(200);
    await server.close();
  });
});
