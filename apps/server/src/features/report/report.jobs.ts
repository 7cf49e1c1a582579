import { eventData, job } from '../../platform/jobs.ts';
import { composeReport } from './compose-report.ts';

export const jobs = [job({ name: 'report.compose', schema: eventData('session.ended'), handle: (ctx, { payload }) => composeReport(ctx, payload.session) })];
export const subscriptions = [{ event: 'session.ended', job: 'report.compose' }] as const;
