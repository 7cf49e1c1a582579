import { z } from 'zod';
import { SessionId } from './id.ts';
import { route } from './route.ts';

/** The text that somebody agreed to (`recording.json` of the locales). A new number wherever what it promises changes. */
export const recordingTextVersion = 1;

/** Sound is kept for so many days at most, whatever an installation sets. */
export const mostRecordingDays = 30;

export const RecordingConsent = z.object({ granted: z.boolean(), textVersion: z.int(), at: z.iso.datetime() });
export type RecordingConsent = z.infer<typeof RecordingConsent>;

/** The sound of one turn. The tracks of a recording follow one another in the order of the turns. */
export const RecordingTrack = z.object({
  seq: z.int().min(1),
  who: z.enum(['persona', 'learner']),
  /** Where it begins in the recording. */
  startMs: z.int().min(0),
  durationMs: z.int().min(0),
});
export type RecordingTrack = z.infer<typeof RecordingTrack>;

export const DeletionReason = z.enum([
  'withdrawn', // the consent was withdrawn
  'asked', // the learner deleted it
  'session_deleted',
  'account_deleted',
  'expired', // its time was over
  'orphan', // a file that belonged to no recording any more
  'lost', // the file was gone before it was deleted
]);
export type DeletionReason = z.infer<typeof DeletionReason>;

/** What was deleted, as the ciphertext that was kept: its hash and size tell nothing of what was said. */
export const DeletionProof = z.object({
  deletedAt: z.iso.datetime(),
  reason: DeletionReason,
  /** `seq` is null for a file whose turn nobody knew any more. */
  tracks: z.array(z.object({ seq: z.int().nullable(), bytes: z.int(), sha256: z.string() })),
});
export type DeletionProof = z.infer<typeof DeletionProof>;

export const Recording = z.object({
  /** What the learner last decided; null before any decision. Without consent nothing is kept. */
  consent: RecordingConsent.nullable(),
  tracks: z.array(RecordingTrack),
  /** When it is deleted at the latest; null while nothing is kept. */
  keptUntil: z.iso.datetime().nullable(),
  /** What was deleted, the latest first. */
  proofs: z.array(DeletionProof),
});
export type Recording = z.infer<typeof Recording>;

const params = z.object({ id: SessionId });
const none = z.object({});

export const recordingRoutes = {
  consent: route({
    id: 'decideRecording',
    method: 'PUT',
    path: '/v1/sessions/:id/recording-consent',
    tag: 'Recordings',
    summary: 'Agree to have the sound of a session kept, or withdraw that',
    description: 'From the next turn on. Withdrawing deletes at once what was kept. The conversation is the same without.',
    can: 'session.run',
    params,
    query: none,
    body: z.strictObject({ granted: z.boolean(), textVersion: z.int().min(1).describe('The version of the text that was shown.') }),
    status: 200,
    answer: Recording,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found', 'consent.outdated'],
  }),
  read: route({
    id: 'readRecording',
    method: 'GET',
    path: '/v1/sessions/:id/recording',
    tag: 'Recordings',
    summary: 'What is kept of the sound of a session, or the proof that it was deleted',
    can: 'session.read',
    params,
    query: none,
    body: none,
    status: 200,
    answer: Recording,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found'],
  }),
  track: route({
    id: 'downloadTrack',
    method: 'GET',
    path: '/v1/sessions/:id/recording/:seq',
    tag: 'Recordings',
    summary: 'The sound of one turn, as WAV',
    description: 'One range of bytes may be asked for. Nobody but the learner gets it, and nothing on the way may keep it.',
    can: 'session.read',
    params: z.object({ id: SessionId, seq: z.coerce.number().int().min(1).max(100_000) }),
    query: none,
    body: none,
    status: 200,
    answer: z.any(),
    file: 'audio/wav',
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found', 'recording.not_found', 'recording.damaged', 'range.unsatisfiable'],
  }),
  remove: route({
    id: 'deleteRecording',
    method: 'DELETE',
    path: '/v1/sessions/:id/recording',
    tag: 'Recordings',
    summary: 'Delete what is kept of the sound of a session',
    description: 'The consent stands: the sound of later turns is kept until it is withdrawn.',
    can: 'session.run',
    params,
    query: none,
    body: none,
    status: 200,
    answer: Recording,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found'],
  }),
} as const;
