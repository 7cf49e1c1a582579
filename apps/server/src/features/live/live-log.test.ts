import { setTimeout as wait } from 'node:timers/promises';
import { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { LiveTicket, Session } from '@coachvisio/contract/session.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';

const words = 'Le budget de Madame Untel est épuisé.';

describe('the log', () => {
  let server: TestServer;
  const lines: string[] = [];
  beforeAll(async () => {
    server = await startTestServer({
      env: { LOG_LEVEL: 'debug', NODE_ENV: 'production', DEMO: 'on', RATE_LIMIT: 'on', AUTH_SECRET: 'thirty-two characters for one test' },
      logTo: { write: (line) => void lines.push(line) },
    });
  });
  afterAll(() => server.close());

  /** Opens a conversation and resolves when the persona has opened it. */
  async function converse(learner: TestClient): Promise<WebSocket> {
    const { json: scenarios } = await learner.call('GET', '/v1/scenarios');
    const slug = /"slug":"([a-z-]+)"/.exec(JSON.stringify(scenarios))?.[1];
    const session = Session.parse((await learner.call('POST', '/v1/sessions', { scenario: slug, locale: 'fr' })).json);
    const { ticket, path } = LiveTicket.parse((await learner.call('POST', `/v1/sessions/${session.id}/tickets`)).json);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`);
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    const opened = heard(socket, 'spoken');
    socket.send(JSON.stringify({ type: 'hello', protocol: 1, ticket }));
    await opened;
    return socket;
  }

  const heard = (socket: WebSocket, type: LiveServerFrame['type']) =>
    new Promise<void>((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        if (LiveServerFrame.parse(JSON.parse(String(data))).type === type) resolve();
      });
    });

  it('holds neither words nor names nor what lets somebody in, even when a turn cannot be written', async () => {
    const email = 'madame.untel@example.org';
    const member = await server.asMember({ email });
    await member.call('PATCH', '/v1/me', { name: 'Capucine Untel' });
    const { json: key } = await member.call('POST', '/v1/api-keys', { name: 'clé de Capucine' });
    const socket = await converse(member);
    const answered = heard(socket, 'spoken');
    socket.send(JSON.stringify({ type: 'say', clientTurnId: 'a', text: words }));
    await answered;
    // The database refuses the next turn, as it would when its disk is full.
    await server.native('alter table turn add constraint broken check (seq < 4)');
    const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
    socket.send(JSON.stringify({ type: 'say', clientTurnId: 'b', text: words }));
    expect(await closed).toBe(4500);
    await server.native('alter table turn drop constraint broken');
    await wait(50);
    const log = lines.join('');
    expect(log).toContain('a live session failed');
    const cookie = decodeURIComponent(member.cookie.split('=')[1] ?? '').split('.')[0] ?? 'none';
    const apiKey = /cv_[\w-]{43}/.exec(JSON.stringify(key))?.[0] ?? 'none';
    for (const secret of ['budget', 'Untel', 'Capucine', email, cookie, apiKey]) expect(log, secret).not.toContain(secret);
  });
});
