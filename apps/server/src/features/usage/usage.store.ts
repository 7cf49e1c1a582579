import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import { asc, eq, max, sql } from 'drizzle-orm';
import type { TenantTx } from '../../platform/db/database.ts';
import type { Call } from './meter.ts';
import { type ProviderCallRow, providerCalls, turnLatencies, type TurnLatencyRow } from './usage.table.ts';

interface Of {
  readonly orgId: OrganisationId;
  readonly sessionId: SessionId;
}
export type Latency = Omit<TurnLatencyRow, keyof Of>;

export async function insertCalls(tx: TenantTx, of: Of, calls: readonly (Call & { readonly eur: number | null })[]): Promise<void> {
  if (calls.length === 0) return;
  // A session that changes processes is written by two of them for a moment: each takes its numbers in turn.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`provider_call ${of.sessionId}`}, 0))`);
  const [row] = await tx
    .select({ last: max(providerCalls.n) })
    .from(providerCalls)
    .where(eq(providerCalls.sessionId, of.sessionId));
  const last = row?.last ?? 0;
  await tx.insert(providerCalls).values(
    calls.map(({ tokens, beganAt, free: _free, ...call }, index) => ({
      ...of,
      ...call,
      n: last + index + 1,
      beganAt: new Date(beganAt),
      tokensIn: tokens?.in ?? null,
      tokensCached: tokens?.cached ?? null,
      tokensOut: tokens?.out ?? null,
    })),
  );
}

export async function upsertLatencies(tx: TenantTx, of: Of, latencies: readonly Latency[]): Promise<void> {
  if (latencies.length === 0) return;
  await tx
    .insert(turnLatencies)
    .values(latencies.map((latency) => ({ ...of, ...latency })))
    .onConflictDoUpdate({
      target: [turnLatencies.orgId, turnLatencies.sessionId, turnLatencies.seq],
      set: { firstTokenMs: sql`excluded.first_token_ms`, firstAudioMs: sql`excluded.first_audio_ms` },
    });
}

/** In the order in which they were made. */
export async function listCalls(tx: TenantTx, session: SessionId): Promise<ProviderCallRow[]> {
  return tx.select().from(providerCalls).where(eq(providerCalls.sessionId, session)).orderBy(asc(providerCalls.n));
}

export async function listLatencies(tx: TenantTx, session: SessionId): Promise<TurnLatencyRow[]> {
  return tx.select().from(turnLatencies).where(eq(turnLatencies.sessionId, session)).orderBy(asc(turnLatencies.seq));
}
