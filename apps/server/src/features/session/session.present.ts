import type { Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import type { Outcome, Session } from '@coachvisio/contract/session.ts';
import { library } from '../content/index.ts';
import type { SessionRow, TurnRow } from './session.table.ts';

/** Row → contract. A scenario that left the library since keeps its slug for a title. */
export function presentSession(row: SessionRow): Session {
  const scenario = library().scenarios.get(row.scenario);
  const persona = library().personas.get(row.persona);
  return {
    id: row.id,
    scenario: row.scenario,
    scenarioTitle: scenario?.title[row.locale] ?? row.scenario,
    persona: row.persona,
    personaName: persona?.name ?? row.persona,
    locale: row.locale,
    status: row.status,
    durationMs: row.durationMs,
    elapsedMs: row.elapsedMs,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    outcome: row.endReason === null ? null : presentOutcome(row.scenario, row.locale, row.exit, row.endReason),
    learnerTurns: row.learnerTurns,
    trust: row.trust,
    replayOf: row.replayOf === null || row.replayFrom === null ? null : { session: row.replayOf, seq: row.replayFrom },
  };
}

export function presentOutcome(slug: string, locale: SessionRow['locale'], exitId: string | null, reason: Outcome['reason']): Outcome {
  const exit = library()
    .scenarios.get(slug)
    ?.exits.find(({ id }) => id === exitId);
  return { exit: exitId, kind: exit?.kind ?? null, title: exit?.title[locale] ?? null, reason };
}

export const presentTurn = (row: TurnRow): Turn => ({
  seq: row.seq,
  who: row.who,
  text: row.text,
  atMs: row.atMs,
  delayMs: row.delayMs,
  voicedBy: row.voicedBy,
  expression: row.expression,
  clientTurnId: row.clientTurnId,
  ...(row.unheard === null ? {} : { unheard: row.unheard }),
  ...(row.sound === null ? {} : { sound: row.sound }),
});

/** What the rules understood of a learner's turn; undefined for a persona's. */
export const presentAnalysis = (row: TurnRow): TurnAnalysis | undefined =>
  row.state ? { seq: row.seq, signals: [...(row.signals ?? [])], moves: [...(row.moves ?? [])], state: row.state } : undefined;
