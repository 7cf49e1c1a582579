import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Report, ReportVariant } from '@coachvisio/contract/report.ts';
import { isInstructed, isOpen } from '@coachvisio/engine/rating/panel/convene.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { library } from '../content/index.ts';
import { listTurns, ownSession, presentAnalysis, presentOutcome, presentTurn } from '../session/index.ts';
import { findReport } from './report.store.ts';
import { condense } from './condense.ts';
import { provenanceOf } from './provenance.ts';
import { whyNoReport } from './why-no-report.ts';
import { wordReport } from './word-report.ts';

export interface Reading {
  readonly variant: ReportVariant;
  /** Models rate beside the rules here. */
  readonly panel: boolean;
}

/** A panel that has not answered by then has failed for good. */
const panelMs = 10 * 60_000;

/** The debrief of one's own session, in the words of the language it was played in. */
export async function readReport(ctx: Ctx, session: SessionId, { variant, panel }: Reading): Promise<Report> {
  const { row, turns, report } = await ctx.tx(async (tx) => {
    const own = await ownSession(ctx, tx, session);
    return { row: own, turns: await listTurns(tx, session), report: await findReport(tx, session) };
  });
  if (!report) throw whyNoReport(row);
  const { scenarios, personas, competencies } = library();
  const scenario = scenarios.get(row.scenario);
  const persona = personas.get(row.persona);
  if (!scenario || !persona || row.endReason === null) throw new ProblemError('report.not_found', 'The scenario of this session left the library.');
  const analysis = turns.flatMap((turn) => presentAnalysis(turn) ?? []);
  const instructed = isInstructed(analysis);
  const toBeRated = report.kind === 'rules' && report.body.scored && report.body.criteria.some((criterion) => isOpen(criterion, instructed));
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
      analysis,
      panelAwaited: panel && toBeRated && ctx.clock.now() - report.createdAt.getTime() < panelMs,
      provenance: report.provenance ?? provenanceOf(row, report.rater),
    },
  );
  return variant === 'condensed' ? condense(whole) : whole;
}
