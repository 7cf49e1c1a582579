import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { answerSchema } from '@coachvisio/engine/rating/panel/ask-rater.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openAiCompatibleJudge } from './judge.ts';
import { openAiCompatibleThink } from './think.ts';

const messages = [{ role: 'user', content: 'La transcription.' }] as const;
const megabyte = 1024 * 1024;

async function listen(listener: RequestListener): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return { server, url: `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/v1` };
}

describe('an endpoint that answers what nobody asked for', () => {
  let provider: { readonly server: Server; readonly url: string };
  let respond: (response: ServerResponse) => void | Promise<void>;
  let written = 0;
  let hungUp = Promise.withResolvers<void>();
  beforeAll(async () => {
    provider = await listen((request, response) => {
      response.on('close', () => hungUp.resolve());
      request.resume().on('end', () => void respond(response));
    });
  });
  afterAll(() => {
    provider.server.closeAllConnections();
    provider.server.close();
  });
  afterEach(() => {
    hungUp = Promise.withResolvers();
    written = 0;
  });

  const judge = (ms = 2000) =>
    openAiCompatibleJudge({ url: provider.url, key: 'k', model: 'arbiter' }).judge(messages, answerSchema, 7, AbortSignal.timeout(ms));
  const think = async (ms = 2000): Promise<string> => {
    let said = '';
    for await (const words of openAiCompatibleThink({ url: provider.url, key: 'k', model: 'actor' }).stream(messages, AbortSignal.timeout(ms))) said += words;
    return said;
  };
  const json = (response: ServerResponse, body: string | Uint8Array) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  const choice = (message: unknown, finish: unknown = 'stop') => JSON.stringify({ choices: [{ index: 0, message, finish_reason: finish }] });

  /** As much as is taken, until whoever asked hangs up. */
  async function pour(response: NodeJS.WritableStream, portion: string): Promise<void> {
    while (response.writable && written < 400 * megabyte) {
      written += portion.length;
      if (!response.write(portion)) await Promise.race([once(response, 'drain'), hungUp.promise]);
    }
  }

  it.each<[string, (response: ServerResponse) => void]>([
    ['in an answer', (response) => void response.writeHead(200, { 'content-type': 'application/json' })],
    ['in a failure', (response) => void response.writeHead(500, { 'content-type': 'application/json' })],
    ['in a stream without an end of line', (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' })],
  ])('is cut off after a megabyte when it sends hundreds %s', async (_, head) => {
    for (const ask of [judge, think]) {
      written = 0;
      hungUp = Promise.withResolvers();
      respond = (response) => {
        head(response);
        return pour(response, 'x'.repeat(64 * 1024));
      };
      await expect(ask(20_000)).rejects.toThrow();
      await hungUp.promise;
      // What both ends of the connection hold of it comes on top.
      expect(written).toBeLessThan(16 * megabyte);
    }
  });

  it('is cut off as well when little is sent that swells to much', async () => {
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      const squeezed = createGzip();
      squeezed.pipe(response);
      return pour(squeezed, ' '.repeat(megabyte));
    };
    const before = process.memoryUsage().rss;
    const asked = AbortSignal.timeout(20_000);
    await expect(openAiCompatibleJudge({ url: provider.url, key: 'k', model: 'arbiter' }).judge(messages, answerSchema, 7, asked)).rejects.toThrow();
    expect(asked.aborted).toBe(false);
    await hungUp.promise;
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * megabyte);
  });

  it('is left when its time is over, however long it keeps on', async () => {
    respond = async (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      while (!response.destroyed) {
        response.write(' ');
        await wait(20);
      }
    };
    for (const ask of [judge, think]) {
      hungUp = Promise.withResolvers();
      const before = performance.now();
      await ask(300).catch(() => undefined);
      expect(performance.now() - before).toBeLessThan(1500);
      await hungUp.promise;
    }
  });

  it('leads nobody elsewhere: the transcript goes where it was sent', async () => {
    let elsewhere = 0;
    const other = await listen((_request, response) => {
      elsewhere += 1;
      json(response, choice({ content: '{"quotes":[],"reason":"","level":5}' }));
    });
    for (const status of [301, 302, 303, 307, 308]) {
      respond = (response) => void response.writeHead(status, { location: `${other.url}/chat/completions` }).end();
      await expect(judge()).rejects.toThrow();
      await expect(think()).rejects.toThrow();
    }
    expect(elsewhere).toBe(0);
    other.server.closeAllConnections();
    other.server.close();
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['a page', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')],
    ['a page that says it is JSON', (response) => json(response, '<!doctype html>')],
    ['nothing', (response) => json(response, '')],
    ['null', (response) => json(response, 'null')],
    ['nothing, and hangs up', (response) => void response.destroy()],
    ['half, and hangs up', (response) => void response.writeHead(200, { 'content-length': '999' }).write('{"choices":[', () => response.destroy())],
    ['choices that are none', (response) => json(response, '{"choices":{"0":1}}')],
    ['a choice without words', (response) => json(response, '{"choices":[{}]}')],
    ['brackets within brackets', (response) => json(response, '['.repeat(400_000) + ']'.repeat(400_000))],
    [
      'words that are brackets within brackets',
      (response) => json(response, `{"choices":[{"message":{"content":${'['.repeat(90_000)}${']'.repeat(90_000)}}}]}`),
    ],
    ['words that are no text', (response) => json(response, choice({ content: { toString: 1 } }))],
    ['a refusal that is no text', (response) => json(response, choice({ content: '', refusal: { toString: 1 } }))],
  ])('fails, and is no answer, when it gives %s', async (_, answer) => {
    respond = answer;
    await expect(judge()).rejects.toThrow(Error);
  });

  it('may write what is no UTF-8: what is left of it is text', async () => {
    const [before, after] = choice({ content: 'Niveau|5' }).split('|');
    respond = (response) =>
      json(response, Buffer.concat([Buffer.from(before ?? ''), Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]), Buffer.from(after ?? '')]));
    const text = await judge();
    expect(text).toMatch(/^Niveau\ufffd+.*5$/s);
    expect(text.isWellFormed()).toBe(true);
  });

  it('is read no further than an answer can be long', async () => {
    respond = (response) => json(response, choice({ content: `\`\`\`${' '.repeat(900_000)}` }));
    expect((await judge()).length).toBeLessThan(20_000);
  });
});
