import { createHmac, timingSafeEqual } from 'node:crypto';
import { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';

/** How long a page may be away and still come back without asking for a new ticket. */
const validMs = 12 * 3_600_000;

/** Names the session and when it ends, signed: it opens this one session's socket, on any node, and nothing else. */
export function makeResumeToken(secret: string, org: OrganisationId, session: SessionId, now: number): string {
  const claim = `${org}.${session}.${(now + validMs).toString(36)}`;
  return `${claim}.${sign(secret, claim)}`;
}

/** What a token names, or undefined when it is not ours or too old. */
export function readResumeToken(secret: string, token: string, now: number): { org: OrganisationId; session: SessionId } | undefined {
  const end = token.lastIndexOf('.');
  const claim = token.slice(0, end);
  const given = Buffer.from(token.slice(end + 1));
  const expected = Buffer.from(sign(secret, claim));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [org, session, until] = claim.split('.');
  const parsedOrg = OrganisationId.safeParse(org);
  const parsedSession = SessionId.safeParse(session);
  if (!parsedOrg.success || !parsedSession.success || Number.parseInt(until ?? '', 36) < now) return undefined;
  return { org: parsedOrg.data, session: parsedSession.data };
}

const sign = (secret: string, claim: string) => createHmac('sha256', secret).update(`live:${claim}`).digest('base64url');
