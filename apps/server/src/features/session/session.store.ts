import type { SessionSnapshot, Turn } from '@coachvisio/contract/conversation.ts';
import type { MemberId, OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { Effect, TapeEntry } from '@coachvisio/engine/turn/events.ts';
import { and, asc, desc, eq, gt, lt, max, sql } from 'drizzle-orm';
import type { TenantTx } from '../../platform/db/database.ts';
import { liveTickets, type SessionRow, sessions, tapes, type TurnRow, turns } from './session.table.ts';

export async function insertSession(tx: TenantTx, row: typeof sessions.$inferInsert): Promise<SessionRow> {
  const [inserted] = await tx.insert(sessions).values(row).returning();
  if (!inserted) throw new Error('the session was not inserted');
  return inserted;
}

export async function findSession(tx: TenantTx, id: SessionId): Promise<SessionRow | undefined> {
  return (await tx.select().from(sessions).where(eq(sessions.id, id)).limit(1))[0];
}

/** Newest first; ids are in the order of time. */
export async function listSessionsOf(tx: TenantTx, member: MemberId, before: SessionId | undefined, limit: number): Promise<SessionRow[]> {
  const older = before ? lt(sessions.id, before) : undefined;
  return tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.memberId, member), older))
    .orderBy(desc(sessions.id))
    .limit(limit);
}

export async function listTurns(tx: TenantTx, session: SessionId, after = 0): Promise<TurnRow[]> {
  return tx
    .select()
    .from(turns)
    .where(and(eq(turns.sessionId, session), gt(turns.seq, after)))
    .orderBy(asc(turns.seq));
}

/** As stored, so that another session may begin with the same. */
export async function insertTurns(tx: TenantTx, rows: readonly (typeof turns.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(turns).values([...rows]);
}

/** What the machine was given so far, in order. */
export async function listTape(tx: TenantTx, session: SessionId): Promise<TapeEntry[]> {
  return (await tx.select().from(tapes).where(eq(tapes.sessionId, session)).orderBy(asc(tapes.n))).map(({ event }) => event);
}

interface TapePart {
  readonly org: OrganisationId;
  readonly session: SessionId;
  /** Number of the first entry. */
  readonly from: number;
  readonly entries: readonly TapeEntry[];
}

export async function insertTape(tx: TenantTx, { org, session, from, entries }: TapePart): Promise<void> {
  if (entries.length > 0) await tx.insert(tapes).values(entries.map((event, index) => ({ orgId: org, sessionId: session, n: from + index, event })));
}

export async function removeSession(tx: TenantTx, id: SessionId): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** Makes the caller the only one who may write this session. Undefined when there is no such session. */
export async function takeOver(tx: TenantTx, id: SessionId): Promise<SessionRow | undefined> {
  return (
    await tx
      .update(sessions)
      .set({ epoch: sql`${sessions.epoch} + 1` })
      .where(eq(sessions.id, id))
      .returning()
  )[0];
}

export interface Commit {
  readonly org: OrganisationId;
  readonly session: SessionId;
  readonly epoch: number;
  readonly snapshot: SessionSnapshot;
  readonly turns: readonly NewTurn[];
  /** Turns that were written before, and of which less was heard. */
  readonly cuts: readonly Extract<Effect, { do: 'trim' }>[];
  readonly tape: readonly TapeEntry[];
  readonly tapeFrom: number;
}

export interface NewTurn {
  readonly turn: Turn;
  readonly analysis: Extract<Effect, { do: 'commit' }>['analysis'];
  /** The directive that this learner's turn leads to, or that this persona's turn voiced. */
  readonly directive: TurnRow['directive'];
}

/** Writes turns and the state after them. False, and nothing is written, when another node has taken the session over. */
export async function commitTurns(tx: TenantTx, commit: Commit): Promise<boolean> {
  const { snapshot, org, session } = commit;
  const learners = commit.turns.filter(({ turn }) => turn.who === 'learner').length;
  const written = await tx
    .update(sessions)
    .set({
      snapshot,
      status: snapshot.status,
      elapsedMs: Math.max(Math.round(snapshot.elapsedMs), ...commit.turns.map(({ turn }) => turn.atMs)),
      updatedAt: sql`now()`,
      ...(learners > 0
        ? { learnerTurns: sql`${sessions.learnerTurns} + ${learners}`, trust: sql`${sessions.trust} || to_jsonb(${snapshot.persona.trust}::integer)` }
        : {}),
      ...(snapshot.status === 'ended' ? { endedAt: sql`now()`, exit: snapshot.outcome?.exit ?? null, endReason: snapshot.outcome?.reason ?? null } : {}),
    })
    .where(and(eq(sessions.id, session), eq(sessions.epoch, commit.epoch)))
    .returning({ id: sessions.id });
  if (written.length === 0) return false;
  const { trust, tension, patience, phase } = snapshot.persona;
  if (commit.turns.length > 0) {
    await tx.insert(turns).values(
      commit.turns.map(({ turn, analysis, directive }) => ({
        orgId: org,
        sessionId: session,
        ...turn,
        signals: analysis?.signals ?? null,
        moves: analysis?.moves ?? null,
        state: turn.who === 'learner' ? { trust, tension, patience, phase } : null,
        directive,
      })),
    );
  }
  for (const { seq, cut } of commit.cuts) {
    await tx
      .update(turns)
      .set({ text: cut.text, unheard: cut.unheard })
      .where(and(eq(turns.sessionId, session), eq(turns.seq, seq)));
  }
  await insertTape(tx, { org, session, from: commit.tapeFrom, entries: commit.tape });
  return true;
}

/** The number of the next entry of the tape. */
export async function nextTapeNumber(tx: TenantTx, session: SessionId): Promise<number> {
  const [row] = await tx
    .select({ last: max(tapes.n) })
    .from(tapes)
    .where(eq(tapes.sessionId, session));
  return (row?.last ?? 0) + 1;
}

/** Adds a ticket and forgets those that nobody used in time. */
export async function insertTicket(tx: TenantTx, row: typeof liveTickets.$inferInsert, now: number): Promise<void> {
  await tx.delete(liveTickets).where(lt(liveTickets.expiresAt, new Date(now)));
  await tx.insert(liveTickets).values(row);
}

/** Uses a ticket up. Undefined when it is unknown, used or too old. */
export async function redeemTicket(tx: TenantTx, hash: string, now: number): Promise<SessionId | undefined> {
  const [row] = await tx.delete(liveTickets).where(eq(liveTickets.hash, hash)).returning({ session: liveTickets.sessionId, expiresAt: liveTickets.expiresAt });
  return row && row.expiresAt.getTime() > now ? row.session : undefined;
}
