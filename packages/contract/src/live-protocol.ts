import { z } from 'zod';
import { Expression, Turn } from './conversation.ts';
import { Outcome, SessionStatus } from './session.ts';

/**
 * The live socket, `/v1/sessions/{id}/live`. JSON text frames carry control and words; binary frames are kept for audio.
 * The first frame of a client is `hello`; everything else comes after `welcome`.
 */
export const liveProtocolVersion = 1;

/** Largest text frame a client may send, in bytes. A turn of 10 000 characters fits with room to spare. */
export const liveFrameLimit = 64 * 1024;
/** Longest turn that is taken, in characters. */
export const turnLimit = 10_000;

/** Why a socket was closed, as WebSocket close codes (4000-4999 are the application's). */
export const closeReasons = {
  ended: 4000, // the conversation is over; read the debrief
  moved: 4001, // the session was opened elsewhere
  restart: 4002, // the server stops; come back with the resume token
  protocol: 4400, // a frame that cannot be understood
  unauthorised: 4401, // ticket or resume token refused
  not_found: 4404,
  version: 4406, // protocol version not spoken here
  slow: 4408, // the client reads too slowly, or said nothing at all
  too_large: 4413,
  rate: 4429,
  failed: 4500,
} as const;
export const CloseReason = z.enum(Object.keys(closeReasons) as [keyof typeof closeReasons, ...(keyof typeof closeReasons)[]]);
export type CloseReason = z.infer<typeof CloseReason>;

export const LiveClientFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.int(),
    /** One of the two: a ticket from `POST …/tickets`, or the resume token of an earlier `welcome`. */
    ticket: z.string().max(200).optional(),
    resume: z.string().max(400).optional(),
    /** The last turn the client holds: only later ones are sent again. */
    lastSeq: z.int().min(0).default(0),
  }),
  /** `clientTurnId`: printable ASCII, such as a UUID. */
  z.strictObject({ type: z.literal('say'), clientTurnId: z.string().regex(/^[!-~]{1,64}$/), text: z.string() }),
  /** Somebody is writing: silence does not count. At most one every second. */
  z.strictObject({ type: z.literal('composing') }),
  /** The persona is to stop speaking; only what was heard (shown) is kept. */
  z.strictObject({ type: z.literal('interrupt'), seq: z.int().min(1), heardCharacters: z.int().min(0) }),
  /** The persona's words were shown, or heard, to their end: silence counts from here. */
  z.strictObject({ type: z.literal('heard'), seq: z.int().min(1) }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('hint') }),
  z.strictObject({ type: z.literal('end') }),
  z.strictObject({ type: z.literal('ping'), at: z.number() }),
]);
export type LiveClientFrame = z.infer<typeof LiveClientFrame>;

export const LiveClock = z.object({ elapsedMs: z.int(), durationMs: z.int().nullable(), running: z.boolean() });
export type LiveClock = z.infer<typeof LiveClock>;

export const LiveNotice = z.enum([
  'turn.empty', // nothing was said: nothing was sent
  'turn.too_long', // over the limit: the words stay in the field
  'turn.wait', // the persona is still answering
  'model.fallback', // the model did not answer in time; the built-in wording took over
  'session.paused',
]);
export type LiveNotice = z.infer<typeof LiveNotice>;

export const LiveServerFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    protocol: z.literal(liveProtocolVersion),
    status: SessionStatus,
    clock: LiveClock,
    turns: z.array(Turn),
    /** Who is expected to speak. */
    floor: z.enum(['persona', 'learner', 'nobody']),
    resume: z.string(),
    outcome: Outcome.nullable(),
  }),
  /** The learner's turn is durable. */
  z.object({ type: z.literal('committed'), turn: Turn, clientTurnId: z.string() }),
  /** The persona begins; `seq` is the turn that these words will become. */
  z.object({ type: z.literal('speaking'), seq: z.int(), expression: Expression }),
  z.object({ type: z.literal('words'), seq: z.int(), text: z.string() }),
  /** The persona's turn is whole and durable; `floor` says who speaks now, `nobody` that the conversation stops here. */
  z.object({ type: z.literal('spoken'), turn: Turn, floor: z.enum(['persona', 'learner', 'nobody']) }),
  z.object({ type: z.literal('clock'), clock: LiveClock, status: SessionStatus }),
  z.object({ type: z.literal('notice'), code: LiveNotice, clientTurnId: z.string().optional() }),
  z.object({ type: z.literal('hint'), text: z.string() }),
  z.object({ type: z.literal('ended'), outcome: Outcome }),
  z.object({ type: z.literal('report'), state: z.literal('ready') }),
  z.object({ type: z.literal('pong'), at: z.number() }),
]);
export type LiveServerFrame = z.infer<typeof LiveServerFrame>;
