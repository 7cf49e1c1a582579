import { createHash, randomBytes } from 'node:crypto';
import { OrganisationId, type SessionId } from '@coachvisio/contract/id.ts';
import type { LiveTicket } from '@coachvisio/contract/session.ts';
import { isoDate } from '../../platform/clock.ts';
import type { Ctx, JobCtx } from '../../platform/ctx.ts';
import type { Platform } from '../../platform/platform.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { askForPlace, type Waiting } from '../admission/index.ts';
import { insertTicket, ownSession, redeemTicket } from '../session/index.ts';

const validMs = 60_000;
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Whoever waits asks again before their place in the queue is forgotten, and not so often that the answer is the same. */
const soonest = 2;
const latest = 10;

/** Gives the learner a ticket that opens the live socket of one of their sessions, once; or says where they stand in the queue. */
export async function openLive(platform: Platform, ctx: Ctx, id: SessionId): Promise<LiveTicket> {
  const session = await ctx.tx((tx) => ownSession(ctx, tx, id));
  if (session.status === 'ended') throw new ProblemError('session.ended', 'This session is over; read its report.');
  const waiting = await askForPlace(platform, { org: ctx.org, session: id }, session.status !== 'ready');
  if (waiting) throw stillWaiting(waiting);
  const secret = randomBytes(24).toString('base64url');
  const expires = ctx.clock.now() + validMs;
  await ctx.tx((tx) => insertTicket(tx, { orgId: ctx.org, hash: hashOf(secret), sessionId: id, expiresAt: new Date(expires) }, ctx.clock.now()));
  return { ticket: `${ctx.org}.${secret}`, expiresAt: isoDate(expires), path: `/v1/sessions/${id}/live` };
}

function stillWaiting({ position, waitMs }: Waiting): ProblemError {
  const retryAfter = Math.min(latest, Math.max(soonest, Math.ceil(waitMs / 4000)));
  return new ProblemError('live.queue', 'Every place is taken: ask again after Retry-After to keep yours in the queue.', undefined, {
    position,
    waitMs: Math.round(waitMs),
    retryAfter,
  });
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
