import type { JobDefinition } from '../../platform/jobs.ts';
import type { Subscription } from '../../platform/feature.ts';
import { eventData, job } from '../../platform/jobs.ts';
import type { Panel } from './ask-panel.ts';
import { composeReport } from './compose-report.ts';
import { convenePanel } from './convene-panel.ts';
import { rescoreReport } from './rescore-report.ts';

export const jobsOf = (panel: Panel | null): JobDefinition[] => [
  job({ name: 'report.compose', schema: eventData('session.ended'), handle: (ctx, { payload }) => composeReport(ctx, payload.session) }),
  job({ name: 'report.convene', schema: eventData('report.ready'), handle: (ctx, { payload, event }) => convenePanel(ctx, panel, payload.session, event) }),
  job({ name: 'report.rescore', schema: eventData('rating.asked'), handle: (ctx, { payload, event }) => rescoreReport(ctx, panel, payload.session, event) }),
];

export const subscriptionsOf = (panel: Panel | null): Subscription[] => [
  { event: 'session.ended', job: 'report.compose' },
  { event: 'rating.asked', job: 'report.rescore' },
  ...(panel ? [{ event: 'report.ready', job: 'report.convene' } as const] : []),
];
