import { z } from 'zod';
import { Expression, Turn } from './conversation.ts';
import { Outcome, SessionStatus } from './session.ts';
import { SpeechSource, VisemeMark, VoiceOffer, WordMark } from './speech.ts';

/**
 * The live socket, `/v1/sessions/{id}/live`. JSON text frames carry control and words; binary frames carry sound
 * (`speech.ts`).
 * The first frame of a client is `hello`; everything else comes after `welcome`.
 */
export const liveProtocolVersion = 1;

/** Largest text frame a client may send, in bytes. A turn of 10 000 characters fits with room to spare. */
export const liveFrameLimit = 64 * 1024;
/** Largest binary frame a client may send, in bytes: a fifth of a second of microphone. */
export const soundFrameLimit = 8 + 6400;
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
    /** Left out: words only. The server does what it can of it, and says so in `welcome`. */
    voice: z.strictObject({ speak: z.boolean(), hear: z.boolean() }).optional(),
  }),
  /** `clientTurnId`: printable ASCII, such as a UUID. */
  z.strictObject({ type: z.literal('say'), clientTurnId: z.string().regex(/^[!-~]{1,64}$/), text: z.string() }),
  /** Somebody is writing: silence does not count. At most one every second. */
  z.strictObject({ type: z.literal('composing') }),
  /**
   * The persona is to stop speaking; only what was heard is kept: so many characters of what was shown, or what was said
   * in so many milliseconds of sound.
   */
  z.strictObject({
    type: z.literal('interrupt'),
    seq: z.int().min(1),
    heardCharacters: z.int().min(0).optional(),
    playedMs: z.number().min(0).optional(),
  }),
  /** From now on the persona's words are spoken, or only shown. */
  z.strictObject({ type: z.literal('voice'), speak: z.boolean() }),
  /**
   * The learner's voice, as the detector on the device follows it. `began`: packets of this number follow. `paused`: silence
   * since `silentMs`; `resumed`: it was only a pause. `ended`: the learner says that they have finished (a key released).
   * `dropped`: it was a noise. While the persona speaks, the client holds its sound from `began` on; `go_on` gives it back.
   */
  z.strictObject({
    type: z.literal('utterance'),
    number: z.int().min(1),
    state: z.enum(['began', 'paused', 'resumed', 'ended', 'dropped']),
    silentMs: z.number().min(0).max(10_000).default(0),
    /** What of the persona's turn was heard when it began, if one was being said. */
    over: z.strictObject({ seq: z.int().min(1), playedMs: z.number().min(0) }).optional(),
  }),
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
  'speak.fallback', // another voice took over
  'speak.lost', // no voice is left: the words are shown
  'hear.late', // the recogniser takes its time: what was said is kept, and asked for again
  'hear.failed', // the recogniser did not answer: say it again, or type
  'hear.nothing', // no word was understood
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
    voice: VoiceOffer,
  }),
  /** The learner's turn is durable. */
  z.object({ type: z.literal('committed'), turn: Turn, clientTurnId: z.string() }),
  /** The persona begins; `seq` is the turn that these words will become. */
  z.object({ type: z.literal('speaking'), seq: z.int(), expression: Expression }),
  z.object({ type: z.literal('words'), seq: z.int(), text: z.string() }),
  /** The persona's turn is whole and durable; `floor` says who speaks now, `nobody` that the conversation stops here. */
  z.object({ type: z.literal('spoken'), turn: Turn, floor: z.enum(['persona', 'learner', 'nobody']) }),
  /** Sound follows for characters `from` to `to` of turn `seq`, in binary frames of that turn and index. It is synthetic, always. */
  z.object({
    type: z.literal('sentence'),
    seq: z.int(),
    index: z.int(),
    from: z.int(),
    to: z.int(),
    sampleRate: z.int(),
    source: SpeechSource,
    synthetic: z.literal(true),
  }),
  /** Mouth and words of that sentence; may come after its first sound, and again when it is known better. */
  z.object({ type: z.literal('marks'), seq: z.int(), index: z.int(), visemes: z.array(VisemeMark), words: z.array(WordMark) }),
  z.object({ type: z.literal('sentence_end'), seq: z.int(), index: z.int(), durationMs: z.number() }),
  /** No more sound comes for this turn. */
  z.object({ type: z.literal('speech_end'), seq: z.int() }),
  /** What was said was no interruption («oui», «d'accord»): the persona's sound goes on where it was held. */
  z.object({ type: z.literal('go_on'), seq: z.int() }),
  /**
   * What was understood of the utterance so far; `settled` is what became a turn, or nothing. `cutAtMs`: the persona cut in after so
   * much of its sound; who speaks on begins another utterance there.
   */
  z.object({ type: z.literal('understood'), number: z.int(), text: z.string(), settled: z.boolean(), cutAtMs: z.number().min(0).optional() }),
  z.object({ type: z.literal('clock'), clock: LiveClock, status: SessionStatus }),
  z.object({ type: z.literal('notice'), code: LiveNotice, clientTurnId: z.string().optional() }),
  z.object({ type: z.literal('hint'), text: z.string() }),
  z.object({ type: z.literal('ended'), outcome: Outcome }),
  z.object({ type: z.literal('report'), state: z.literal('ready') }),
  z.object({ type: z.literal('pong'), at: z.number() }),
]);
export type LiveServerFrame = z.infer<typeof LiveServerFrame>;
