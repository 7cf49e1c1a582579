import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Session, SessionTranscript } from '@coachvisio/contract/session.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { ownSession } from './own-session.ts';
import { presentSession, presentTurn } from './session.present.ts';
import { listSessionsOf, listTurns } from './session.store.ts';

export async function readSession(ctx: Ctx, id: SessionId): Promise<SessionTranscript> {
  return ctx.tx(async (tx) => {
    const row = await ownSession(ctx, tx, id);
    return { ...presentSession(row), turns: (await listTurns(tx, id)).map(presentTurn) };
  });
}

export async function listSessions(
  ctx: Ctx,
  page: { before?: SessionId | undefined; limit: number },
): Promise<{ sessions: Session[]; next: SessionId | null }> {
  // One more than asked for tells whether there is another page.
  const rows = await ctx.tx((tx) => listSessionsOf(tx, ctx.actor.member, page.before, page.limit + 1));
  const shown = rows.slice(0, page.limit);
  return { sessions: shown.map(presentSession), next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null };
}
