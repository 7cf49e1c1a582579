import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Report, ReportVariant } from '@coachvisio/contract/report.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { library } from '../content/index.ts';
import { listTurns, ownSession, presentAnalysis, presentOutcome, presentTurn, wasPlayed } from '../session/index.ts';
import { findReport } from './report.store.ts';
import { condense } from './condense.ts';
import { wordReport } from './word-report.ts';

/** The debrief of one's own session, in the words of the language it was played in. */
export async function readReport(ctx: Ctx, session: SessionId, variant: ReportVariant): Promise<Report> {
  const { row, turns, report } = await ctx.tx(async (tx) => {
    const own = await ownSession(ctx, tx, session);
    return { row: own, turns: await listTurns(tx, session), report: await findReport(tx, session) };
  });
  if (!report) {
    if (row.endReason === null) throw new ProblemError('report.not_found', 'The session has not ended: its report is written when it does.');
    if (!wasPlayed(row)) throw new ProblemError('report.not_found', 'Nothing was said in this session: there is no report.');
    throw new ProblemError('report.pending', 'The report is being written. Ask again in a moment.');
  }
  const { scenarios, personas, competencies } = library();
  const scenario = scenarios.get(row.scenario);
  const persona = personas.get(row.persona);
  if (!scenario || !persona || row.endReason === null) throw new ProblemError('report.not_found', 'The scenario of this session left the library.');
  const whole = wordReport(
    report.body,
    { scenario, persona, competencies, personas, scenarios },
    {
      id: report.id,
      session,
      // The name of a demo visitor is a label that they did not choose.
      learnerName: ctx.actor.demo ? '' : ctx.actor.name,
      locale: row.locale,
      createdAt: report.createdAt.toISOString(),
      startedAt: row.createdAt.toISOString(),
      elapsedMs: row.elapsedMs,
      outcome: presentOutcome(row.scenario, row.locale, row.exit, row.endReason),
      turns: turns.map(presentTurn),
      analysis: turns.flatMap((turn) => presentAnalysis(turn) ?? []),
      provenance: {
        engine: row.engineVersion,
        scenarioVersion: row.scenarioVersion,
        gridVersions: Object.fromEntries(
          scenario.criteria.flatMap(({ competency }) => {
            const grid = competencies.get(competency);
            return grid ? [[competency, grid.version]] : [];
          }),
        ),
        rater: report.rater,
        seed: row.seed,
      },
    },
  );
  return variant === 'condensed' ? condense(whole) : whole;
}
