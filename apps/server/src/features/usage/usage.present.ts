import type { SessionId } from '@coachvisio/contract/id.ts';
import type { ModelUsage, SessionUsage, Spread, TurnLatency } from '@coachvisio/contract/usage.ts';
import type { ProviderCallRow, TurnLatencyRow } from './usage.table.ts';

/** Rows → contract. */
export function presentUsage(session: SessionId, calls: readonly ProviderCallRow[], latencies: readonly TurnLatencyRow[]): SessionUsage {
  const byModel = Map.groupBy(calls, ({ role, provider, model }) => `${role} ${provider} ${model}`);
  return {
    session,
    models: [...byModel.values()].map(modelUsage),
    latency: {
      typed: turnLatency(latencies.filter(({ spoken }) => !spoken)),
      spoken: turnLatency(latencies.filter(({ spoken }) => spoken)),
    },
    eur: euros(calls),
    unpriced: calls.filter(({ eur }) => eur === null).length,
  };
}

function modelUsage(calls: readonly ProviderCallRow[]): ModelUsage {
  const [first] = calls;
  if (!first) throw new Error('a model without a call');
  const failures: Record<string, number> = {};
  for (const { error } of calls) if (error !== null && error !== 'given_up') failures[error] = (failures[error] ?? 0) + 1;
  const sum = (of: (call: ProviderCallRow) => number | null) => calls.reduce((total, call) => total + (of(call) ?? 0), 0);
  return {
    role: first.role,
    provider: first.provider,
    model: first.model,
    calls: calls.length,
    failures,
    givenUp: calls.filter(({ error }) => error === 'given_up').length,
    firstMs: spread(calls.map(({ firstMs }) => firstMs)),
    // One that was cut says how long somebody listened, not how long it takes.
    wholeMs: spread(calls.map(({ wholeMs, error }) => (error === null ? wholeMs : null))),
    tokensIn: sum(({ tokensIn }) => tokensIn),
    tokensCached: sum(({ tokensCached }) => tokensCached),
    tokensOut: sum(({ tokensOut }) => tokensOut),
    characters: sum(({ characters }) => characters),
    seconds: sum(({ seconds }) => seconds),
    eur: euros(calls),
  };
}

const turnLatency = (turns: readonly TurnLatencyRow[]): TurnLatency => ({
  turns: turns.length,
  committedMs: spread(turns.map(({ committedMs }) => committedMs)),
  firstTokenMs: spread(turns.map(({ firstTokenMs }) => firstTokenMs)),
  firstAudioMs: spread(turns.map(({ firstAudioMs }) => firstAudioMs)),
});

function euros(calls: readonly ProviderCallRow[]): number | null {
  const known = calls.flatMap(({ eur }) => eur ?? []);
  return known.length === 0 ? null : known.reduce((total, eur) => total + eur, 0);
}

function spread(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const at = (share: number): number => known[Math.max(0, Math.ceil(known.length * share) - 1)] ?? 0;
  return known.length === 0 ? null : { p50: at(0.5), p95: at(0.95) };
}
