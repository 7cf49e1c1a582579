import { z } from 'zod';
import { MemberId, ReportId, SessionId, Slug } from './id.ts';
import { EndReason } from './conversation.ts';
import { DeletionReason } from './recording.ts';

/** What somebody agrees to. */
const ConsentPurpose = z.enum(['recording']);

/** Everything that happened, by name. Payloads carry ids and changed field names, never what somebody said. */
export const events = {
  'member.joined': z.object({ member: MemberId, demo: z.boolean() }),
  'member.changed': z.object({ member: MemberId, fields: z.array(z.string()) }),
  'member.deleted': z.object({ member: MemberId }),
  'api-key.created': z.object({ key: z.string() }),
  'api-key.revoked': z.object({ key: z.string() }),
  'session.begun': z.object({ session: SessionId, scenario: Slug }),
  'session.ended': z.object({ session: SessionId, reason: EndReason, exit: Slug.nullable() }),
  'session.deleted': z.object({ session: SessionId }),
  'report.ready': z.object({ session: SessionId, report: ReportId }),
  'report.rescored': z.object({ session: SessionId, report: ReportId }),
  'consent.granted': z.object({ session: SessionId, purpose: ConsentPurpose, textVersion: z.int() }),
  'consent.withdrawn': z.object({ session: SessionId, purpose: ConsentPurpose }),
  'recording.kept': z.object({ session: SessionId, seq: z.int() }),
  'recording.deleted': z.object({ session: SessionId, reason: DeletionReason, tracks: z.int() }),
  'rating.asked': z.object({ session: SessionId }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
