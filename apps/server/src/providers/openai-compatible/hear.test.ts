import type { ServerResponse } from 'node:http';
import { readWav } from '@coachvisio/engine/speech/wav.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Asked, type Endpoint, json, openEndpoint } from './endpoint.testing.ts';
import { openAiCompatibleHear } from './hear.ts';

const samples = Int16Array.from({ length: 3200 }, (_, index) => Math.round(9000 * Math.sin(index / 7)));
const never = () => new AbortController().signal;

async function formOf({ body, headers }: Asked) {
  const form = await new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
  const { file, ...fields } = Object.fromEntries([...form.keys()].map((name) => [name, form.get(name)]));
  return { file, fields };
}

describe('a recogniser behind an endpoint that speaks audio/transcriptions', () => {
  let endpoint: Endpoint;
  beforeAll(async () => {
    endpoint = await openEndpoint();
  });
  afterAll(() => endpoint.close());
  beforeEach(() => void endpoint.asked.splice(0));
  const recogniser = (timeoutMs = 5000) => openAiCompatibleHear({ url: endpoint.url, key: 'k', model: 'ear', verbatim: true, timeoutMs });

  it('gets the sound, the language and the end of what was said', async () => {
    endpoint.answer = json(200, {
      text: ' Oui, bonjour. ',
      words: [
        { word: ' Oui', start: 0.12, end: 0.5 },
        { word: 'bonjour', start: 0.6, end: 1.2504 },
      ],
    });
    const before = `${'Vraiment très longtemps. '.repeat(40)}Et alors ?`;
    expect(await recogniser().hear(samples, 'fr', before, never())).toEqual({
      text: 'Oui, bonjour.',
      words: [
        { text: 'Oui', at: 120, until: 500 },
        { text: 'bonjour', at: 600, until: 1250 },
      ],
    });
    const [asked] = endpoint.asked;
    expect([asked?.path, asked?.headers.authorization]).toEqual(['/v1/audio/transcriptions', 'Bearer k']);
    const { file, fields } = asked ? await formOf(asked) : { file: null, fields: {} };
    expect(fields).toEqual({ model: 'ear', language: 'fr', prompt: expect.any(String), response_format: 'verbose_json', 'timestamp_granularities[]': 'word' });
    expect(fields['prompt']).toMatch(/^\S.{300,400}\. Et alors \?$/u);
    if (!(file instanceof File)) throw new Error('no sound was sent');
    expect(file.name).toMatch(/\.wav$/u);
    expect(readWav(new Uint8Array(await file.arrayBuffer()))).toEqual({ samples, sampleRate: 16_000 });
  });

  it('is asked without times, once and for all, when it refuses to tell them', async () => {
    const formats: unknown[] = [];
    endpoint.answer = async (asked, response) => {
      const { fields } = await formOf(asked);
      formats.push(fields['response_format']);
      json(fields['response_format'] === 'json' ? 200 : 400, { text: 'Yes.', error: { message: 'unsupported' } })(asked, response);
    };
    const hear = recogniser();
    for (let time = 0; time < 2; time += 1) expect(await hear.hear(samples, 'en', '', never())).toEqual({ text: 'Yes.', words: null });
    expect(formats).toEqual(['verbose_json', 'json', 'json']);
  });

  it('is asked for times again when it was the sound that it refused', async () => {
    endpoint.answer = json(400, { error: { message: 'audio too short', code: 'audio_too_short' } });
    const hear = recogniser();
    await expect(hear.hear(samples, 'en', '', never())).rejects.toMatchObject({ status: 400, code: 'audio_too_short' });
    endpoint.answer = json(200, { text: 'Yes.', words: [] });
    expect(await hear.hear(samples, 'en', '', never())).toEqual({ text: 'Yes.', words: [] });
  });

  it('may understand nothing, and need not be asked about nothing', async () => {
    endpoint.answer = json(200, { text: '  ' });
    expect(await recogniser().hear(samples, 'fr', '', never())).toEqual({ text: '', words: null });
    expect(await recogniser().hear(new Int16Array(0), 'fr', '', never())).toEqual({ text: '', words: [] });
    expect(endpoint.asked.length).toBe(1);
  });

  it.each([
    [
      'busy',
      json(
        429,
        { error: { message: 'slow down' } },
        { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1m30s', 'x-ratelimit-reset-tokens': '2h' },
      ),
      { status: 429, retryAfterMs: 90_000 },
    ],
    ['broken', json(500, { error: { message: 'oops' } }), { status: 500 }],
    ['talking of something else', json(200, { hello: 'you' }), { status: 200, code: 'not_a_transcription' }],
    [
      'talking garbage',
      (_: Asked, response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi'),
      { status: 200, code: 'not_a_transcription' },
    ],
    ['cut off', (_: Asked, response: ServerResponse) => void response.destroy(), { status: null }],
  ])('is asked once when it is %s, and its error says what it answered', async (_, answer, expected) => {
    endpoint.answer = answer;
    await expect(recogniser().hear(samples, 'fr', '', never())).rejects.toMatchObject({ name: 'ProviderError', ...expected });
    expect(endpoint.asked.length).toBe(1);
  });

  it('is given up when it says nothing', async () => {
    endpoint.answer = () => {};
    await expect(recogniser(80).hear(samples, 'fr', '', never())).rejects.toMatchObject({ status: null, code: 'timeout' });
  });

  it('stops when it is told to, and lets go of the line', async () => {
    const closed = Promise.withResolvers<void>();
    endpoint.answer = (_, response) => void response.on('close', () => closed.resolve());
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await expect(recogniser().hear(samples, 'fr', '', stop.signal)).rejects.toThrow();
    await closed.promise;
  });
});
