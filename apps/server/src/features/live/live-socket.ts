import '@fastify/websocket';
import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import { SessionId as SessionIdSchema } from '@coachvisio/contract/id.ts';
import { type CloseReason, closeReasons, LiveClientFrame, liveFrameLimit, liveProtocolVersion, soundFrameLimit } from '@coachvisio/contract/live-protocol.ts';
import { readSound } from '@coachvisio/contract/speech.ts';
import type { FastifyInstance } from 'fastify';
import type { RawData, WebSocket } from 'ws';
import type { Platform } from '../../platform/platform.ts';
import { FrameRate } from './frame-rate.ts';
import { keepAlive } from './keep-alive.ts';
import type { LiveRegistry } from './live-registry.ts';
import type { LiveSession } from './live-session.ts';
import type { Listener, SoundWish } from './listener.ts';
import { redeem } from './open-live.ts';
import { readResumeToken } from './resume-token.ts';

/** A client that does not introduce itself in this time is not one. */
const helloMs = 10_000;
/** A client that reads so slowly that this much waits for it is cut off; it comes back and catches up. */
const backlogBytes = 1_000_000;
/** A microphone sends 50 packets a second, and a second of them at once after a stutter. */
const soundBurst = 250;
const soundPerSecond = 60;
/** Longest wait for a client to close its end. */
const goodbyeMs = 5_000;
const wordsOnly: SoundWish = { speak: false, hear: false };

/** Mounts `GET /v1/sessions/:id/live`. */
export function mountLiveSocket(app: FastifyInstance, platform: Platform, registry: LiveRegistry): void {
  app.get<{ Params: { id: string } }>('/v1/sessions/:id/live', { websocket: true }, (socket, request) => {
    if (!isSameOrigin(request.headers.origin, platform.config.publicUrl, request.headers.host)) return close(socket, 'unauthorised');
    const id = SessionIdSchema.safeParse(request.params.id);
    if (!id.success) return close(socket, 'not_found');
    serve(socket, id.data, platform, registry);
  });
}

/** Programs send no Origin; a page of another site sends its own. */
function isSameOrigin(origin: string | undefined, publicUrl: string, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && (origin === new URL(publicUrl).origin || new URL(origin).host === host);
}

function close(socket: WebSocket, reason: CloseReason): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(closeReasons[reason], reason);
  // A client that does not answer, and may go on sending, is not read for longer than a slow network takes.
  const timer = setTimeout(() => socket.terminate(), goodbyeMs);
  socket.once('close', () => clearTimeout(timer));
}

function serve(socket: WebSocket, id: SessionId, platform: Platform, registry: LiveRegistry): void {
  let session: LiveSession | null = null;
  let greeted = false;
  const rate = new FrameRate(platform.clock);
  const soundRate = new FrameRate(platform.clock, soundBurst, soundPerSecond);
  const listener: Listener = {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > backlogBytes) return close(socket, 'slow');
      socket.send(JSON.stringify(frame));
    },
    sound(bytes) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > backlogBytes) return close(socket, 'slow');
      socket.send(bytes);
    },
    close: (reason) => close(socket, reason),
  };
  const join = async (hello: Hello): Promise<void> => {
    // A ticket is good once: a process that stops must not use it up.
    if (registry.draining) return close(socket, 'restart');
    const org = await organisationOf(hello, id, platform, registry);
    if (!org) return close(socket, 'unauthorised');
    while (socket.readyState === socket.OPEN) {
      const opened = await registry.open(org, id);
      if (typeof opened === 'string') return close(socket, opened);
      if (socket.readyState !== socket.OPEN || !opened.attach(listener, hello.lastSeq, hello.voice ?? wordsOnly)) continue;
      session = opened;
      return;
    }
  };
  const hearSound = (bytes: Uint8Array): void => {
    if (!session) return close(socket, 'protocol');
    if (bytes.byteLength > soundFrameLimit) return close(socket, 'too_large');
    if (!soundRate.allows()) return close(socket, 'rate');
    const sound = readSound(bytes);
    if (sound?.kind !== 'microphone') return close(socket, 'protocol');
    session.hearSound(sound);
  };
  const patience = setTimeout(() => close(socket, 'slow'), helloMs);
  socket.on('close', () => {
    clearTimeout(patience);
    session?.detach(listener);
  });
  socket.on('error', () => close(socket, 'protocol'));
  // Each is answered by itself, also for a client that reads none of the answers.
  socket.on('ping', () => {
    if (!rate.allows()) close(socket, 'rate');
  });
  keepAlive(socket);
  socket.on('message', (data, isBinary) => {
    // What a client sent before it heard that its socket is closed is not taken: another one may play by now.
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary) return hearSound(bytesOf(data));
    if (!rate.allows()) return close(socket, 'rate');
    const text = String(data);
    if (Buffer.byteLength(text) > liveFrameLimit) return close(socket, 'too_large');
    const frame = parseFrame(text);
    if (!frame) return close(socket, 'protocol');
    if (frame.type === 'say' && platform.config.rateLimit && !registry.turnRate.allows(id)) return close(socket, 'rate');
    if (frame.type !== 'hello') return session ? session.take(frame) : greeted ? undefined : close(socket, 'protocol');
    if (greeted) return close(socket, 'protocol');
    greeted = true;
    clearTimeout(patience);
    if (frame.protocol !== liveProtocolVersion) return close(socket, 'version');
    join(frame).catch((error: unknown) => {
      platform.log.error({ session: id, err: error }, 'a live session could not be opened');
      close(socket, 'failed');
    });
  });
}

const bytesOf = (data: RawData): Uint8Array => (Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data));

function parseFrame(text: string): LiveClientFrame | undefined {
  try {
    return LiveClientFrame.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

type Hello = Extract<LiveClientFrame, { type: 'hello' }>;

/** The organisation whose session the client may open, or undefined when what it shows does not open this one. */
async function organisationOf(hello: Hello, id: SessionId, platform: Platform, registry: LiveRegistry): Promise<OrganisationId | undefined> {
  const named: { org: OrganisationId; session: SessionId } | undefined = hello.ticket
    ? await redeem(hello.ticket, (org) => platform.contextOf(org))
    : readResumeToken(registry.secret, hello.resume ?? '', platform.clock.now());
  return named?.session === id ? named.org : undefined;
}
