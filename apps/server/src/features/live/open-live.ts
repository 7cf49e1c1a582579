import { createHash, randomBytes } from 'node:crypto';
import { OrganisationId, type SessionId } from '@coachvisio/contract/id.ts';
import type { LiveTicket } from '@coachvisio/contract/session.ts';
import { isoDate } from '../../platform/clock.ts';
import type { Ctx, JobCtx } from '../../platform/ctx.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { insertTicket, ownSession, redeemTicket } from '../session/index.ts';

const validMs = 60_000;
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Gives the learner a ticket that opens the live socket of one of their sessions, once. */
export async function openLive(ctx: Ctx, id: SessionId): Promise<LiveTicket> {
  const secret = randomBytes(24).toString('base64url');
  const expires = ctx.clock.now() + validMs;
  await ctx.tx(async (tx) => {
    const session = await ownSession(ctx, tx, id);
    if (session.status === 'ended') throw new ProblemError('session.ended', 'This session is over; read its report.');
    await insertTicket(tx, { orgId: ctx.org, hash: hashOf(secret), sessionId: id, expiresAt: new Date(expires) }, ctx.clock.now());
  });
  return { ticket: `${ctx.org}.${secret}`, expiresAt: isoDate(expires), path: `/v1/sessions/${id}/live` };
}

/** Uses a ticket up: the organisation and session it opens, or undefined. */
export async function redeem(ticket: string, contextOf: (org: OrganisationId) => JobCtx): Promise<{ org: OrganisationId; session: SessionId } | undefined> {
  const [given, secret] = ticket.split('.');
  const org = OrganisationId.safeParse(given);
  if (!org.success || !secret) return undefined;
  const ctx = contextOf(org.data);
  const session = await ctx.tx((tx) => redeemTicket(tx, hashOf(secret), ctx.clock.now()));
  return session ? { org: org.data, session } : undefined;
}
