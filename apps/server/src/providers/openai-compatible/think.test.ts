import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { TokenUsage } from '@coachvisio/engine/ports.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openAiCompatibleThink } from './think.ts';

const Asked = z.looseObject({ stream_options: z.object({ include_usage: z.boolean() }).optional() });
type Asked = z.infer<typeof Asked>;

describe('a model behind an endpoint that speaks chat completions', () => {
  let endpoint: Server;
  let url: string;
  let asked: Asked[] = [];
  /** What it answers to what it is asked: a status, and lines of the stream. */
  let answer: (asked: Asked) => { readonly status: number; readonly lines: readonly object[] };
  beforeAll(async () => {
    endpoint = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        const body = Asked.parse(JSON.parse(text));
        asked.push(body);
        const { status, lines } = answer(body);
        if (status !== 200) return response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (const line of lines) response.write(`data: ${JSON.stringify(line)}\n\n`);
        return response.end('data: [DONE]\n\n');
      });
    });
    endpoint.listen(0, '127.0.0.1');
    await once(endpoint, 'listening');
    const at = endpoint.address();
    url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/v1`;
  });
  afterAll(() => void endpoint.close());
  beforeEach(() => {
    asked = [];
  });

  const words = [
    { choices: [{ index: 0, delta: { content: 'Un lot.' }, finish_reason: null }] },
    { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
  ];
  const counted = { choices: [], usage: { prompt_tokens: 900, completion_tokens: 12, prompt_tokens_details: { cached_tokens: 800 } } };
  const open = () => openAiCompatibleThink({ url, key: null, model: 'small' });
  const read = async (think = open()) => {
    let text = '';
    let usage: TokenUsage | null = null;
    for await (const piece of think.stream([], AbortSignal.timeout(2000), (one) => (usage = one))) text += piece;
    return { text, usage };
  };

  it('is asked what it counted, and tells', async () => {
    answer = () => ({ status: 200, lines: [...words, counted] });
    expect(await read()).toEqual({ text: 'Un lot.', usage: { in: 900, cached: 800, out: 12 } });
    expect(asked).toMatchObject([{ stream_options: { include_usage: true } }]);
  });

  it('may count less, or nothing', async () => {
    answer = () => ({ status: 200, lines: [...words, { choices: [], usage: { prompt_tokens: 900 } }] });
    expect((await read()).usage).toEqual({ in: 900, cached: null, out: null });
    answer = () => ({ status: 200, lines: words });
    expect((await read()).usage).toBeNull();
  });

  it('that refuses to be asked is asked again without, and never again with', async () => {
    answer = ({ stream_options }) => (stream_options ? { status: 400, lines: [] } : { status: 200, lines: words });
    const think = open();
    expect(await read(think)).toEqual({ text: 'Un lot.', usage: null });
    expect(await read(think)).toEqual({ text: 'Un lot.', usage: null });
    expect(asked.map(({ stream_options }) => stream_options !== undefined)).toEqual([true, false, false]);
  });

  it('that refuses the question itself is asked the next one with the wish again', async () => {
    answer = () => ({ status: 400, lines: [] });
    const think = open();
    await expect(read(think)).rejects.toThrow();
    answer = () => ({ status: 200, lines: [...words, counted] });
    expect((await read(think)).usage).not.toBeNull();
  });
});
