import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { answerSchema } from '@coachvisio/engine/rating/panel/ask-rater.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAiCompatibleJudge } from './judge.ts';

const messages = [
  { role: 'system', content: 'Les règles.' },
  { role: 'user', content: 'La transcription.' },
] as const;

describe('a rater behind an endpoint that speaks chat completions', () => {
  let endpoint: Server;
  let url: string;
  let answer: { readonly status: number; readonly body: unknown };
  let asked: unknown;
  let calls = 0;
  beforeAll(async () => {
    endpoint = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        asked = { path: request.url, key: request.headers.authorization, ...JSON.parse(text) };
        calls += 1;
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      });
    });
    endpoint.listen(0, '127.0.0.1');
    await once(endpoint, 'listening');
    const at = endpoint.address();
    url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/v1`;
  });
  afterAll(() => void endpoint.close());

  const choice = (message: object, finish = 'stop') => ({
    status: 200,
    body: { choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finish }] },
  });
  const ask = () => openAiCompatibleJudge({ url, key: 'k', model: 'arbiter' }).judge(messages, answerSchema, 7, AbortSignal.timeout(2000));

  it('is held to the schema, with its seed, and answers as it wrote', async () => {
    answer = choice({ content: '{"quotes":[],"reason":"","level":null}' });
    expect(await ask()).toBe('{"quotes":[],"reason":"","level":null}');
    expect(asked).toMatchObject({
      path: '/v1/chat/completions',
      key: 'Bearer k',
      model: 'arbiter',
      messages,
      seed: 7,
      max_completion_tokens: expect.any(Number),
      response_format: { type: 'json_schema', json_schema: { strict: true, schema: answerSchema } },
    });
  });

  it.each([
    ['in words', choice({ content: null, refusal: 'I will not.' }), '{"refusal":"I will not."}'],
    ['by a filter', choice({ content: null }, 'content_filter'), '{"refusal":"content_filter"}'],
    ['by saying nothing', choice({ content: null }), ''],
  ])('may refuse %s', async (_, refusal, text) => {
    answer = refusal;
    expect(await ask()).toBe(text);
  });

  it.each([
    ['that is busy', { status: 503, body: { error: { message: 'busy' } } }],
    ['that answers something else', { status: 200, body: { hello: 'you' } }],
    ['that answers without a choice', { status: 200, body: { choices: [] } }],
  ])('is asked once by a provider %s, and the call fails', async (_, failure) => {
    answer = failure;
    calls = 0;
    await expect(ask()).rejects.toThrow();
    expect(calls).toBe(1);
  });
});
