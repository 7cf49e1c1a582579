import type { SessionId } from '@coachvisio/contract/id.ts';
import { convene, isInstructed, isOpen } from '@coachvisio/engine/rating/panel/convene.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { library } from '../content/index.ts';
import { findSession, listTurns, presentAnalysis, presentTurn } from '../session/index.ts';
import { askPanel, type Panel } from './ask-panel.ts';
import { provenanceOf } from './provenance.ts';
import { listAnswers } from './rater-answer.store.ts';
import { findRulesReport, insertReport, wasRatedBy } from './report.store.ts';

/**
 * Has a panel of models rate a session beside the rules' newest report, and adds what they gave together. Run again, it asks only
 * for what is missing, and adds nothing once it has added its rating.
 */
export async function convenePanel(ctx: JobCtx, panel: Panel | null, session: SessionId): Promise<void> {
  if (!panel) return;
  const name = `panel of ${panel.count} ${panel.judge.name}`;
  const found = await ctx.tx(async (tx) => {
    const row = await findSession(tx, session);
    const byRules = await findRulesReport(tx, session);
    if (!row || !byRules) return undefined;
    const rater = `${name}, ${byRules.rater}`;
    if (await wasRatedBy(tx, session, rater)) return undefined;
    return { row, byRules, rater, turns: await listTurns(tx, session), stored: await listAnswers(tx, session, rater) };
  });
  // Deleted since, or rated by this very panel before.
  if (!found) return;
  const { row, byRules, rater, turns, stored } = found;
  const { scenarios, competencies } = library();
  const scenario = scenarios.get(row.scenario);
  const instructed = isInstructed(turns.flatMap((turn) => presentAnalysis(turn) ?? []));
  const open = byRules.body.criteria.filter((criterion) => isOpen(criterion, instructed)).flatMap(({ competency }) => competencies.get(competency) ?? []);
  // After words of distress, and where too little was said, the rules judge nothing; no model is asked to.
  if (!scenario || !byRules.body.scored || open.length === 0) return;
  const answers = await askPanel(
    ctx,
    panel,
    { session, rater, scenario, locale: row.locale, seed: row.seed, turns: turns.map(presentTurn), competencies: open },
    stored,
  );
  const { rating, raters, note } = convene(byRules.body, answers, instructed);
  // Under another name when none counted, so that the panel may still be asked once the provider is back.
  const by = note === null ? rater : `${name} without an answer that counts, ${byRules.rater}`;
  await ctx.tx(async (tx) => {
    const report = await insertReport(tx, {
      orgId: ctx.org,
      id: newId('rep'),
      sessionId: session,
      memberId: row.memberId,
      rater: by,
      kind: 'panel',
      body: rating,
      provenance: provenanceOf(row, by, { raters, model: panel.judge.name, note }),
    });
    if (report) await publish(tx, 'report.rescored', { session, report: report.id });
  });
}
