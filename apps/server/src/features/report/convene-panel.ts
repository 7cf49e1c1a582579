import { setTimeout as wait } from 'node:timers/promises';
import type { EventId, SessionId } from '@coachvisio/contract/id.ts';
import { convene, isInstructed, isOpen } from '@coachvisio/engine/rating/panel/convene.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { library } from '../content/index.ts';
import { findSession, listTurns, presentAnalysis, presentTurn } from '../session/index.ts';
import { askPanel, type Panel, readingOf } from './ask-panel.ts';
import { provenanceOf } from './provenance.ts';
import { type Claim, isBeingAsked, isBeingTold, listAnswers } from './rater-answer.store.ts';
import { findRulesReport, insertReport, wasPanelledSince, wasRatedBy } from './report.store.ts';

/** Between two looks at whether another job is through with the panel. */
const lookAgainMs = 500;

/**
 * Has a panel of models rate a session beside the rules' newest report, and adds what they gave together. Run again, it asks only
 * for what is missing, and adds nothing once it has added its rating. While another job asks the panel about this session it waits:
 * that one will have added the rating, or died and left the rest to ask.
 *
 * @param event what the panel is convened for
 */
export async function convenePanel(ctx: JobCtx, panel: Panel | null, session: SessionId, event: EventId): Promise<void> {
  if (!panel) return;
  while ((await conveneOnce(ctx, panel, session, event)) === 'elsewhere') await wait(lookAgainMs);
}

async function conveneOnce(ctx: JobCtx, panel: Panel, session: SessionId, event: EventId): Promise<Claim> {
  const name = `panel of ${panel.count} ${panel.judge.name}`;
  const found = await ctx.tx(async (tx) => {
    const row = await findSession(tx, session);
    const byRules = await findRulesReport(tx, session);
    if (!row || !byRules) return 'gone';
    const rater = `${name}, ${byRules.rater}`;
    if ((await wasRatedBy(tx, session, rater)) || (await wasPanelledSince(tx, session, event))) return 'ours';
    if ((await isBeingAsked(tx, session)) || (await isBeingTold(tx, session, event))) return 'elsewhere';
    return { row, byRules, rater, turns: await listTurns(tx, session), stored: await listAnswers(tx, session, rater) };
  });
  // Deleted since, or rated by this very panel before or for whoever asked at the same time; or asked just now.
  if (typeof found === 'string') return found;
  const { row, byRules, rater, turns, stored } = found;
  const { scenarios, competencies } = library();
  const scenario = scenarios.get(row.scenario);
  const instructed = isInstructed(turns.flatMap((turn) => presentAnalysis(turn) ?? []));
  const open = byRules.body.criteria.filter((criterion) => isOpen(criterion, instructed)).flatMap(({ competency }) => competencies.get(competency) ?? []);
  // After words of distress, and where too little was said, the rules judge nothing; no model is asked to.
  if (!scenario || !byRules.body.scored || open.length === 0) return 'ours';
  const rated = { session, rater, scenario, locale: row.locale, seed: row.seed, turns: turns.map(presentTurn), competencies: open };
  const claim = await askPanel(ctx, panel, rated, stored);
  if (claim !== 'ours') return claim;
  await ctx.tx(async (tx) => {
    // The stored answers alone: a rating rests on what can be shown for it.
    const answers = await listAnswers(tx, session, rater);
    const byCompetency = new Map(open.map(({ slug }) => [slug, answers.filter(({ competency }) => competency === slug).map(readingOf)]));
    const { rating, raters, note } = convene(byRules.body, byCompetency, instructed);
    // Under another name when none counted, so that the panel may still be asked once the provider is back.
    const by = note === null ? rater : `${name} without an answer that counts, ${byRules.rater}`;
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
  return 'ours';
}
