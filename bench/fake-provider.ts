// A provider of words, voices and ears for benches and drills, in a process of its own so that its work is not counted as
// ours. Speaks the usual HTTP protocol; prints its address; lives until it is killed.
// Arguments: first token in ms, tokens per second; --speech and --hear in ms; --reply long for replies of 16 s.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openWavHead, speechBytes, speechMsPerCharacter, speechRate, understand } from './voice/provider-sound.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    speech: { type: 'string', default: '90' },
    hear: { type: 'string', default: '120' },
    reply: { type: 'string', default: 'usual' },
  },
});
const [firstTokenMs = 200, tokensPerSecond = 60] = positionals.map(Number);
const speechMs = Number(values.speech);
const hearMs = Number(values.hear);
const replies: Readonly<Record<string, string>> = {
  // The first breath comes after 26 characters, 100 ms into the answer.
  usual:
    "Je vous suis sur ce point, mais j'ai besoin de voir ce que ça donne concrètement sur le premier site. Qu'est-ce que vous pouvez me montrer, et pour quel jour ? Je ne veux pas d'une promesse de plus.",
  long: "Je vous suis sur ce point, mais j'ai besoin de voir ce que ça donne concrètement sur le premier site, avec vos équipes. Qu'est-ce que vous pouvez me montrer, et pour quel jour ? Je ne veux pas d'une promesse de plus, je veux une date.",
};
const reply = replies[values.reply] ?? '';
const charactersPerToken = 4;
/** Sound is made a hundred times as fast as it is heard: whoever waits for a whole sentence of it waits little longer. */
const chunkSoundMs = 200;
const chunkEveryMs = 2;

const Fault = z.enum(['none', '429', '500', 'cut', 'silence']);
type Fault = z.infer<typeof Fault>;
const Faults = z.partialRecord(z.enum(['think', 'speak', 'hear']), Fault);
let faults: z.infer<typeof Faults> = {};
const calls = { think: 0, speak: 0, hear: 0 };
const clips = new Map<number, readonly string[]>();

const Chat = z.object({ stream: z.boolean().optional(), stream_options: z.object({ include_usage: z.boolean() }).partial().optional() });
const Speech = z.object({ input: z.string(), response_format: z.string().optional() });

const roleOf: Readonly<Record<string, keyof typeof calls>> = {
  '/v1/chat/completions': 'think',
  '/v1/audio/speech': 'speak',
  '/v1/audio/transcriptions': 'hear',
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const begun = performance.now();
  const body = await bodyOf(request);
  const path = request.url ?? '';
  // How a bench drives it: what its clips say, and what is to go wrong from now on.
  if (path === '/clips') for (const [id, words] of Object.entries(z.record(z.string(), z.array(z.string())).parse(json(body)))) clips.set(Number(id), words);
  if (path === '/faults') faults = Faults.parse(json(body));
  if (path === '/clips' || path === '/faults' || path === '/calls') return send(response, 200, calls);
  const role = roleOf[path];
  if (!role) return send(response, 404, { error: { message: 'no such path' } });
  calls[role] += 1;
  const fault = faults[role] ?? 'none';
  if (fault === 'silence') return;
  if (fault === '429') response.setHeader('retry-after', '2');
  if (fault === '429' || fault === '500') return send(response, Number(fault), { error: { message: 'as the drill wants it', type: 'fault' } });
  const cut = fault === 'cut';
  if (role === 'think') await chat(response, Chat.parse(json(body)), begun, cut);
  else if (role === 'speak') await speak(response, Speech.parse(json(body)), begun, cut);
  else await hear(response, body, begun, cut);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) if (piece instanceof Buffer) pieces.push(piece);
  return Buffer.concat(pieces);
}

const json = (body: Buffer): unknown => JSON.parse(body.toString('utf8'));

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const until = (due: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));

async function chat(response: ServerResponse, asked: z.infer<typeof Chat>, begun: number, cut: boolean): Promise<void> {
  const tokens = reply.match(new RegExp(`.{1,${charactersPerToken}}`, 'gsu')) ?? [];
  const head = { id: 'chatcmpl-bench', created: 0, model: 'bench' };
  const usage = { prompt_tokens: 900, completion_tokens: tokens.length, total_tokens: 900 + tokens.length };
  await until(begun + firstTokenMs);
  if (!asked.stream)
    return send(response, 200, {
      ...head,
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: reply }, finish_reason: 'stop' }],
      usage,
    });
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const chunk = (delta: object, finish: string | null) =>
    response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`);
  for (const [index, content] of tokens.entries()) {
    await until(begun + firstTokenMs + (index * 1000) / tokensPerSecond);
    if (response.destroyed) return;
    // In the middle of the second sentence.
    if (cut && index > tokens.length * 0.6) return void response.destroy();
    chunk(index === 0 ? { role: 'assistant', content } : { content }, null);
  }
  chunk({}, 'stop');
  if (asked.stream_options?.include_usage) response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [], usage })}\n\n`);
  response.end('data: [DONE]\n\n');
}

const bytesOf = (ms: number): number => Math.round((speechRate * ms) / 1000) * 2;

async function speak(response: ServerResponse, { input, response_format: format = 'pcm' }: z.infer<typeof Speech>, begun: number, cut: boolean): Promise<void> {
  const whole = input.length * speechMsPerCharacter;
  await until(begun + speechMs);
  response.writeHead(200, { 'content-type': format === 'wav' ? 'audio/wav' : 'audio/pcm' });
  if (format === 'wav') response.write(openWavHead());
  for (let ms = 0; ms < whole && !response.destroyed; ms += chunkSoundMs) {
    await until(begun + speechMs + (ms / chunkSoundMs) * chunkEveryMs);
    if (cut && ms >= whole / 2) return void response.destroy();
    response.write(speechBytes(bytesOf(ms), bytesOf(Math.min(whole, ms + chunkSoundMs))));
  }
  response.end();
}

async function hear(response: ServerResponse, upload: Buffer, begun: number, cut: boolean): Promise<void> {
  const { text, words, seconds } = understand(upload, clips);
  await until(begun + hearMs);
  if (cut) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"text": "');
    return void response.destroy();
  }
  send(response, 200, { task: 'transcribe', language: 'french', duration: seconds, text, words });
}

const server = createServer((request, response) => {
  // Who hangs up in the middle of an answer does not want the rest.
  response.on('error', () => undefined);
  answer(request, response).catch((error: unknown) => {
    if (response.headersSent) response.destroy();
    else send(response, 400, { error: { message: error instanceof Error ? error.message : 'refused' } });
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${portOf(server.address())}`));

const portOf = (address: AddressInfo | string | null): number => (typeof address === 'object' && address ? address.port : 0);
