import type { SessionId } from '@coachvisio/contract/id.ts';
import { rate } from '@coachvisio/engine/rating/rate.ts';
import { engineVersion } from '@coachvisio/engine/version.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { library } from '../content/index.ts';
import { findSession, listTurns, presentAnalysis, presentOutcome, presentTurn, wasPlayed } from '../session/index.ts';
import { provenanceOf } from './provenance.ts';
import { insertReport } from './report.store.ts';

/** Rates a session that ended and stores what was found. Run again by the same rules, it changes nothing. */
export async function composeReport(ctx: JobCtx, session: SessionId, announced: 'report.ready' | 'report.rescored' = 'report.ready'): Promise<void> {
  const found = await ctx.tx(async (tx) => {
    const row = await findSession(tx, session);
    return row ? { row, turns: await listTurns(tx, session) } : undefined;
  });
  // Deleted since, or left before the learner said anything in it: there is nothing to rate.
  if (!found || !wasPlayed(found.row)) return;
  const { row, turns } = found;
  const { scenarios, personas, competencies } = library();
  const scenario = scenarios.get(row.scenario);
  const persona = personas.get(row.persona);
  if (!scenario || !persona || row.endReason === null) throw new Error(`session ${session} cannot be rated: it has not ended or its scenario is gone`);
  const body = rate({
    scenario,
    persona,
    competencies,
    locale: row.locale,
    turns: turns.map(presentTurn),
    analysis: turns.flatMap((turn) => presentAnalysis(turn) ?? []),
    finalState: row.snapshot.persona,
    outcome: presentOutcome(row.scenario, row.locale, row.exit, row.endReason),
  });
  const rater = `rules ${engineVersion}`;
  await ctx.tx(async (tx) => {
    const report = await insertReport(tx, {
      orgId: ctx.org,
      id: newId('rep'),
      sessionId: session,
      memberId: row.memberId,
      rater,
      body,
      provenance: provenanceOf(row, rater),
    });
    if (report) await publish(tx, announced, { session, report: report.id });
  });
}
