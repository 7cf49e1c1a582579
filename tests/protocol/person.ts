import type { SessionId } from '@coachvisio/contract/id.ts';
import { Problem } from '@coachvisio/contract/problem.ts';
import { Report } from '@coachvisio/contract/report.ts';
import { type BeginSession, LiveTicket, Session, SessionTranscript } from '@coachvisio/contract/session.ts';
import { TestSocket } from './test-socket.ts';

/** Somebody signed in, as far as a conversation needs them: `TestClient` of the server's own tests is one. */
export interface Person {
  call(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly json: unknown }>;
}

/** A throw-away learner of a server that runs as a process of its own. */
export async function enterDemo(url: string): Promise<Person & { bytes(path: string): Promise<Buffer> }> {
  const headers = { 'content-type': 'application/json', origin: url };
  const entered = await fetch(`${url}/v1/demo`, { method: 'POST', headers, body: '{}' });
  const cookie = entered.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
  return {
    bytes: async (path) => Buffer.from(await (await fetch(`${url}${path}`, { headers: { cookie, origin: url } })).arrayBuffer()),
    async call(method, path, body) {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { cookie, origin: url, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, json: text === '' ? null : JSON.parse(text) };
    },
  };
}

const usual: BeginSession = { scenario: 'retard-projet-strategique', locale: 'fr', durationMinutes: null, seed: 7 };

export const beginSession = async (person: Person, wanted: Partial<BeginSession> = {}): Promise<Session> =>
  Session.parse((await person.call('POST', '/v1/sessions', { ...usual, ...wanted })).json);

export const ticketFor = async (person: Person, session: SessionId): Promise<string> =>
  LiveTicket.parse((await person.call('POST', `/v1/sessions/${session}/tickets`)).json).ticket;

export const readSession = async (person: Person, session: SessionId): Promise<SessionTranscript> =>
  SessionTranscript.parse((await person.call('GET', `/v1/sessions/${session}`)).json);

/** The debrief, as soon as it is written. */
export async function readReport(person: Person, session: SessionId): Promise<Report> {
  for (;;) {
    const { status, json } = await person.call('GET', `/v1/sessions/${session}/report`);
    if (status === 200) return Report.parse(json);
    const { code } = Problem.parse(json);
    if (code !== 'report.pending') throw new Error(`there is no report: ${code}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export interface Talk {
  readonly session: Session;
  readonly socket: TestSocket;
  /** Opens this session again, on another socket. */
  readonly resume: string;
}

/** A conversation in which the persona has said its opening line. */
export async function openTalk(url: string, person: Person, wanted: Partial<BeginSession> = {}): Promise<Talk> {
  const session = await beginSession(person, wanted);
  const socket = await TestSocket.open(url, session.id);
  socket.hello({ ticket: await ticketFor(person, session.id) });
  const { resume } = await socket.next('welcome');
  await socket.next('spoken');
  return { session, socket, resume };
}

/** A further socket on a session that has been opened before. */
export async function joinTalk(url: string, session: SessionId, resume: string): Promise<TestSocket> {
  const socket = await TestSocket.open(url, session);
  socket.hello({ resume });
  return socket;
}
