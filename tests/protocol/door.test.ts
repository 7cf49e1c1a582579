import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { liveProtocolVersion } from '@coachvisio/contract/live-protocol.ts';
import { Problem } from '@coachvisio/contract/problem.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeResumeToken } from '../../apps/server/src/features/live/resume-token.ts';
import { insertTicket } from '../../apps/server/src/features/session/index.ts';
import { startTestServer, type TestClient, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { beginSession, joinTalk, openTalk, ticketFor } from './person.ts';
import { TestSocket } from './test-socket.ts';

describe('the door of the live socket', () => {
  let server: TestServer;
  let learner: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asDemo();
  });
  afterAll(() => server.close());

  const knock = async (session: string, pass: { ticket?: string; resume?: string }) => {
    const socket = await TestSocket.open(server.url, session);
    socket.hello(pass);
    return socket;
  };
  const codeOf = ({ json }: { readonly json: unknown }) => Problem.parse(json).code;

  it('opens once for a ticket', async () => {
    const session = await beginSession(learner);
    const ticket = await ticketFor(learner, session.id);
    const first = await knock(session.id, { ticket });
    expect(await first.next('welcome')).toMatchObject({ status: 'ready', turns: [], floor: 'nobody', outcome: null });
    const second = await knock(session.id, { ticket });
    expect(await second.closed).toBe('unauthorised');
    first.say('Bonjour Marc.');
    await first.next('committed');
    first.close();
  });

  it('stays shut for a ticket that is too old', async () => {
    const session = await beginSession(learner);
    const org = learner.me.organisation.id;
    const insert = async (expiresAt: number) => {
      const secret = randomBytes(24).toString('base64url');
      await server.db.tenant(org, (tx) =>
        insertTicket(
          tx,
          { orgId: org, hash: createHash('sha256').update(secret).digest('hex'), sessionId: session.id, expiresAt: new Date(expiresAt) },
          Date.now(),
        ),
      );
      return `${org}.${secret}`;
    };
    expect(await (await knock(session.id, { ticket: await insert(Date.now() - 1) })).closed).toBe('unauthorised');
    const open = await knock(session.id, { ticket: await insert(Date.now() + 60_000) });
    await open.next('welcome');
    open.close();
  });

  it('stays shut for a ticket of another session, and for one that was made up', async () => {
    const [one, other] = [await beginSession(learner), await beginSession(learner)];
    expect(await (await knock(one.id, { ticket: await ticketFor(learner, other.id) })).closed).toBe('unauthorised');
    for (const ticket of ['', 'x', `${learner.me.organisation.id}.`, `${learner.me.organisation.id}.${'a'.repeat(32)}`, "org_'; drop table session; --.x"]) {
      expect(await (await knock(one.id, { ticket })).closed, ticket).toBe('unauthorised');
    }
    expect(await (await knock(one.id, {})).closed).toBe('unauthorised');
  });

  it('gives no ticket for the session of another member, of this organisation or of any', async () => {
    const session = await beginSession(learner);
    for (const somebody of [await server.asDemo(), await server.asMember()]) {
      const refused = await somebody.call('POST', `/v1/sessions/${session.id}/tickets`);
      expect([refused.status, codeOf(refused)]).toEqual([404, 'session.not_found']);
    }
  });

  it('stays shut for another organisation that shows its own ticket, or ours under its name', async () => {
    const session = await beginSession(learner);
    const stranger = await server.asMember();
    const theirs = await ticketFor(stranger, (await beginSession(stranger)).id);
    expect(await (await knock(session.id, { ticket: theirs })).closed).toBe('unauthorised');
    const [, secret] = (await ticketFor(learner, session.id)).split('.');
    expect(await (await knock(session.id, { ticket: `${stranger.me.organisation.id}.${secret}` })).closed).toBe('unauthorised');
  });

  it('opens for the resume token of this session only, as it was given and while it is fresh', async () => {
    const { session, socket, resume } = await openTalk(server.url, learner);
    const other = await beginSession(learner);
    expect(await (await knock(other.id, { resume })).closed).toBe('unauthorised');
    const [org, id, until, signature] = resume.split('.');
    for (const forged of [
      `${org}.${other.id}.${until}.${signature}`,
      `${org}.${id}.zzzzzzzzz.${signature}`,
      `${org}.${id}.${until}.${'A'.repeat(43)}`,
      `${org}.${id}.${until}.`,
      'x',
      resume.slice(0, -1),
    ]) {
      expect(await (await knock(session.id, { resume: forged })).closed, forged).toBe('unauthorised');
      expect(await (await knock(other.id, { resume: forged })).closed, forged).toBe('unauthorised');
    }
    const old = makeResumeToken(server.platform.secret, learner.me.organisation.id, session.id, Date.now() - 12 * 3_600_000 - 1);
    expect(await (await knock(session.id, { resume: old })).closed).toBe('unauthorised');
    const back = await joinTalk(server.url, session.id, resume);
    expect((await back.next('welcome')).turns).toHaveLength(1);
    expect(await socket.closed).toBe('moved');
    back.close();
  });

  it('says which versions it does not speak, and wants a greeting first and only once', async () => {
    const session = await beginSession(learner);
    const future = await TestSocket.open(server.url, session.id);
    future.send({ type: 'hello', protocol: liveProtocolVersion + 1, ticket: await ticketFor(learner, session.id), lastSeq: 0 });
    expect(await future.closed).toBe('version');
    const rude = await TestSocket.open(server.url, session.id);
    rude.say('Bonjour.');
    expect(await rude.closed).toBe('protocol');
    const polite = await openTalk(server.url, learner);
    polite.socket.hello({ resume: polite.resume });
    expect(await polite.socket.closed).toBe('protocol');
  });

  it('does not know a session that is none', async () => {
    for (const id of ['ses_x', 'ses_00000000000000000000%27', '..%2F..']) expect(await (await TestSocket.open(server.url, id)).closed, id).toBe('not_found');
    expect(await (await knock('ses_00000000000000000000', { ticket: await ticketFor(learner, (await beginSession(learner)).id) })).closed).toBe('unauthorised');
  });

  it('does not know a session that was deleted since, whatever is shown', async () => {
    const { session, socket, resume } = await openTalk(server.url, learner);
    const ticket = await ticketFor(learner, session.id);
    expect((await learner.call('DELETE', `/v1/sessions/${session.id}`)).status).toBe(204);
    expect(await socket.closed).toBe('not_found');
    expect(await (await knock(session.id, { resume })).closed).toBe('not_found');
    expect(await (await knock(session.id, { ticket })).closed).toBe('unauthorised');
  });

  it('stays shut for a page of another site', async () => {
    const session = await beginSession(learner);
    const path = `/v1/sessions/${session.id}/live`;
    expect(await firstFrame(server.url, path, 'https://evil.example')).toEqual({ code: 4401, reason: 'unauthorised' });
    expect(await firstFrame(server.url, path, 'null')).toEqual({ code: 4401, reason: 'unauthorised' });
    // Ours is asked for its greeting: the first thing it hears is what follows a frame of its own.
    expect(await firstFrame(server.url, path, server.url, '{')).toEqual({ code: 4400, reason: 'protocol' });
  });
});

/** Opens a socket with this Origin, which a program's own WebSocket may not name, and reads the close frame that answers. */
function firstFrame(url: string, path: string, origin: string, send?: string): Promise<{ readonly code: number; readonly reason: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, {
      headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': randomBytes(16).toString('base64'), origin },
    });
    asked.on('error', reject);
    asked.on('response', ({ statusCode }) => reject(new Error(`no socket was opened: ${statusCode}`)));
    asked.on('upgrade', (_response, socket, head) => {
      let heard = head;
      const read = () => {
        const length = heard[1];
        if (length === undefined || heard.length < 2 + length) return;
        socket.destroy();
        resolve({ code: heard.readUInt16BE(2), reason: heard.subarray(4, 2 + length).toString() });
      };
      socket.on('data', (data: Buffer) => {
        heard = Buffer.concat([heard, data]);
        read();
      });
      // A masked text frame whose mask is zero.
      if (send !== undefined) socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | send.length, 0, 0, 0, 0]), Buffer.from(send)]));
      read();
    });
    asked.end();
  });
}
