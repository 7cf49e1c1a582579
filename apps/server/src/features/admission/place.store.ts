import { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SystemTx } from '../../platform/db/database.ts';

/** A session by name: all that the platform knows of it. */
export interface Who {
  readonly org: OrganisationId;
  readonly session: SessionId;
}

/** Held while places are given, so that the last one is given once. */
const lock = 727_015_009;
/** A process that has not been heard of for so long plays nothing any more. */
const processMs = 20_000;
/** Whoever has not asked for so long has gone away. */
const forgottenMs = 30_000;
/** So many conversations tell how long they last. */
const lastEnded = 50;

const instant = (at: number) => sql`${new Date(at).toISOString()}::timestamptz`;
const numberOf = z.tuple([z.object({ n: z.number().nullable() })]).transform(([{ n }]) => n);

export const lockPlaces = async (tx: SystemTx): Promise<void> => void (await tx.execute(sql`select pg_advisory_xact_lock(${lock})`));

/** How many conversations all processes together have room for; null where none is known. */
export async function roomOfAll(tx: SystemTx, now: number): Promise<number | null> {
  return numberOf.parse(await tx.execute(sql`select sum(most)::int as n from live_process where seen_at > ${instant(now - processMs)}`));
}

/** Since when each conversation has its place. */
export async function placesTaken(tx: SystemTx, now: number): Promise<(Who & { readonly since: number })[]> {
  const Row = z.object({ org: OrganisationId, session: SessionId, since: z.number() });
  const rows = await tx.execute(
    sql`select org_id as org, session_id as session, (extract(epoch from since) * 1000)::float8 as since from live_place where until > ${instant(now)}`,
  );
  return z.array(Row).parse(rows);
}

/** Gives a place, or keeps one that is there, until a time. */
export async function givePlace(tx: SystemTx, { org, session }: Who, now: number, until: number): Promise<void> {
  await tx.execute(sql`insert into live_place (org_id, session_id, since, until) values (${org}, ${session}, ${instant(now)}, ${instant(until)})
    on conflict (org_id, session_id) do update set until = excluded.until,
      since = case when live_place.until < ${instant(now)} then excluded.since else live_place.since end`);
}

/** Keeps the places of sessions that are played; one that was deleted meanwhile has none. */
export async function keepPlaces(tx: SystemTx, sessions: readonly Who[], now: number, until: number): Promise<void> {
  if (sessions.length === 0) return;
  await tx.execute(sql`insert into live_place (org_id, session_id, since, until)
    select s.org_id, s.id, ${instant(now)}, ${instant(until)}
    from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as mine (org text, session text) join session s on s.org_id = mine.org and s.id = mine.session
    on conflict (org_id, session_id) do update set until = excluded.until`);
}

export async function freePlace(tx: SystemTx, { org, session }: Who): Promise<void> {
  await tx.execute(sql`delete from live_place where org_id = ${org} and session_id = ${session}`);
}

export async function forgetPlaces(tx: SystemTx, now: number): Promise<void> {
  await tx.execute(sql`delete from live_place where until < ${instant(now)}`);
  await tx.execute(sql`delete from live_queue where seen_at < ${instant(now - forgottenMs)}`);
}

/** Who stands where: 1 is next. Whoever asks again keeps their place in the queue. */
export async function queueUp(tx: SystemTx, { org, session }: Who, now: number): Promise<number> {
  await tx.execute(sql`insert into live_queue (org_id, session_id, asked_at, seen_at) values (${org}, ${session}, ${instant(now)}, ${instant(now)})
    on conflict (org_id, session_id) do update set seen_at = excluded.seen_at`);
  const before = await tx.execute(sql`select count(*)::int as n from live_queue q, live_queue mine
    where mine.org_id = ${org} and mine.session_id = ${session} and (q.asked_at, q.session_id) <= (mine.asked_at, mine.session_id)`);
  return numberOf.parse(before) ?? 1;
}

export async function leaveQueue(tx: SystemTx, { org, session }: Who): Promise<void> {
  await tx.execute(sql`delete from live_queue where org_id = ${org} and session_id = ${session}`);
}

/** How long the last conversations lasted. */
export async function lastLengths(tx: SystemTx): Promise<number[]> {
  const rows = await tx.execute(sql`select elapsed_ms as n from session where ended_at is not null order by ended_at desc limit ${lastEnded}`);
  // One that was opened and closed again lets nobody wait.
  return z
    .array(z.object({ n: z.number() }))
    .parse(rows)
    .flatMap(({ n }) => (n > 0 ? [n] : []));
}

export async function announceProcess(tx: SystemTx, id: string, most: number, now: number): Promise<void> {
  await tx.execute(sql`insert into live_process (id, most, seen_at) values (${id}, ${most}, ${instant(now)})
    on conflict (id) do update set most = excluded.most, seen_at = excluded.seen_at`);
  await tx.execute(sql`delete from live_process where seen_at < ${instant(now - 10 * processMs)}`);
}

export async function removeProcess(tx: SystemTx, id: string): Promise<void> {
  await tx.execute(sql`delete from live_process where id = ${id}`);
}
