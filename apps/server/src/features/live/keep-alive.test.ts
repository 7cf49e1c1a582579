import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { keepAlive } from './keep-alive.ts';

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
});
afterAll(() => {
  for (const client of server.clients) client.terminate();
  server.close();
});

async function connect(autoPong: boolean): Promise<{ readonly near: WebSocket; readonly far: WebSocket }> {
  const at = server.address();
  const accepted = once(server, 'connection');
  const far = new WebSocket(`ws://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`, { autoPong });
  const [near]: WebSocket[] = await accepted;
  if (!near) throw new Error('nobody came in');
  return { near, far };
}

it('cuts a line whose other end has gone without a word, though sound flows into it, and leaves one that answers', async () => {
  const dead = await connect(false);
  const live = await connect(true);
  for (const { near } of [dead, live]) keepAlive(near, 200);
  const flowing = setInterval(() => dead.near.send(new Uint8Array(960)), 20);
  await once(dead.near, 'close');
  clearInterval(flowing);
  expect(live.near.readyState).toBe(WebSocket.OPEN);
});

it('takes whatever comes for a sign of life', async () => {
  const quiet = await connect(false);
  keepAlive(quiet.near, 200);
  let pings = 0;
  const fourth = Promise.withResolvers<void>();
  quiet.far.on('ping', () => {
    quiet.far.send('{}');
    if ((pings += 1) === 4) fourth.resolve();
  });
  await fourth.promise;
  expect(quiet.near.readyState).toBe(WebSocket.OPEN);
});
