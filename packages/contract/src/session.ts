import { z } from 'zod';
import { EndReason, Turn } from './conversation.ts';
import { SessionId, Slug } from './id.ts';
import { Locale } from './locale.ts';
import { route } from './route.ts';
import { ExitKind } from './scenario.ts';

export const SessionStatus = z.enum(['ready', 'live', 'paused', 'ended']);
export type SessionStatus = z.infer<typeof SessionStatus>;

/** Presets of the timer, in minutes; `null` plays without one. */
export const durationPresets = [5, 10, 15, 20] as const;
export const DurationMinutes = z.int().min(1).max(90).nullable();

export const Outcome = z.object({ exit: Slug.nullable(), kind: ExitKind.nullable(), title: z.string().nullable(), reason: EndReason });
export type Outcome = z.infer<typeof Outcome>;

export const Session = z.object({
  id: SessionId,
  scenario: Slug,
  scenarioTitle: z.string(),
  persona: Slug,
  personaName: z.string(),
  locale: Locale,
  status: SessionStatus,
  durationMs: z.int().nullable(),
  elapsedMs: z.int(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  outcome: Outcome.nullable(),
  learnerTurns: z.int(),
  /** Trust of the persona after each learner's turn, for a small curve. */
  trust: z.array(z.number()),
  /** The session that this one takes up again, and the number of the first turn that is said anew. Null as well once that session was deleted. */
  replayOf: z.object({ session: SessionId, seq: z.int() }).nullable(),
});
export type Session = z.infer<typeof Session>;

export const SessionTranscript = Session.extend({ turns: z.array(Turn) });
export type SessionTranscript = z.infer<typeof SessionTranscript>;

export const BeginSession = z.strictObject({
  scenario: Slug,
  locale: Locale,
  durationMinutes: DurationMinutes.optional().describe('Left out: the length that the scenario proposes. null: no timer.'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional()
    .describe('The same seed and the same lines give the same conversation.'),
});
export type BeginSession = z.infer<typeof BeginSession>;

export const LiveTicket = z.object({
  ticket: z.string().describe('Opens the live socket once, within a minute.'),
  expiresAt: z.iso.datetime(),
  /** Path of the socket on the same origin. */
  path: z.string(),
});
export type LiveTicket = z.infer<typeof LiveTicket>;

const SessionParams = z.object({ id: SessionId });
const none = z.object({});

export const sessionRoutes = {
  begin: route({
    id: 'beginSession',
    method: 'POST',
    path: '/v1/sessions',
    tag: 'Sessions',
    summary: 'Begin a session',
    can: 'session.run',
    params: none,
    query: none,
    body: BeginSession,
    status: 201,
    answer: Session,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'scenario.not_found'],
  }),
  replay: route({
    id: 'replaySession',
    method: 'POST',
    path: '/v1/sessions/:id/replays',
    tag: 'Sessions',
    summary: 'Begin a session that takes this one up again from one of the learner’s turns',
    can: 'session.run',
    description: 'What was said before that turn is kept, with the state of then; the turn itself is to be said anew.',
    params: SessionParams,
    query: none,
    body: z.strictObject({ seq: z.int().min(1).describe('Number of a turn of the learner.') }),
    status: 201,
    answer: Session,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found', 'replay.no_turn', 'replay.outdated'],
  }),
  list: route({
    id: 'listSessions',
    method: 'GET',
    path: '/v1/sessions',
    tag: 'Sessions',
    summary: 'List one’s own sessions, newest first',
    can: 'session.read',
    params: none,
    query: z.object({ before: SessionId.optional().describe('The last id of the page before.'), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    body: none,
    status: 200,
    answer: z.object({ sessions: z.array(Session), next: SessionId.nullable() }),
    problems: ['request.invalid', 'auth.required', 'permission.denied'],
  }),
  read: route({
    id: 'readSession',
    method: 'GET',
    path: '/v1/sessions/:id',
    tag: 'Sessions',
    summary: 'Read a session and its transcript',
    can: 'session.read',
    params: SessionParams,
    query: none,
    body: none,
    status: 200,
    answer: SessionTranscript,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found'],
  }),
  openLive: route({
    id: 'openLive',
    method: 'POST',
    path: '/v1/sessions/:id/tickets',
    tag: 'Live',
    summary: 'Get a ticket for the live socket',
    can: 'session.run',
    description:
      'The ticket is sent in the first frame of the socket, never in its address. Where as many conversations are live as there is room for, a session that has not begun is answered `live.queue` with its place in `queue`: ask again after `Retry-After`, which keeps that place; it is forgotten after 30 seconds without asking. A session that has begun never waits.',
    params: SessionParams,
    query: none,
    body: none,
    status: 201,
    answer: LiveTicket,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found', 'session.ended', 'live.queue'],
  }),
  end: route({
    id: 'endSession',
    method: 'POST',
    path: '/v1/sessions/:id/end',
    tag: 'Sessions',
    summary: 'End a session and have its debrief written',
    can: 'session.run',
    params: SessionParams,
    query: none,
    body: none,
    status: 200,
    answer: Session,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found'],
  }),
  remove: route({
    id: 'deleteSession',
    method: 'DELETE',
    path: '/v1/sessions/:id',
    tag: 'Sessions',
    summary: 'Delete a session, its transcript and its debrief',
    can: 'session.run',
    params: SessionParams,
    query: none,
    body: none,
    status: 204,
    answer: z.null(),
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found'],
  }),
} as const;
