import type { EventId, SessionId } from '@coachvisio/contract/id.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import type { Panel } from './ask-panel.ts';
import { composeReport } from './compose-report.ts';
import { convenePanel } from './convene-panel.ts';

/** Rates a session again by today's rules, and by the panel where there is one. Nothing is added that was given before, and nothing is lost. */
export async function rescoreReport(ctx: JobCtx, panel: Panel | null, session: SessionId, event: EventId): Promise<void> {
  await composeReport(ctx, session, 'report.rescored');
  await convenePanel(ctx, panel, session, event);
}
