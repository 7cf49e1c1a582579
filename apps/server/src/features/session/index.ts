import type { Feature } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import { closeAbandoned } from './close-abandoned.ts';
import { routesOf } from './session.routes.ts';

export { ownSession } from './own-session.ts';
export { type Cue, Play, TakenOver } from './play.ts';
export { presentAnalysis, presentOutcome, presentTurn } from './session.present.ts';
export { sessions } from './session.table.ts';
export { wasPlayed } from './session.policy.ts';
export { findSession, insertTicket, listTurns, redeemTicket } from './session.store.ts';

export const session = (platform: Platform): Feature => ({
  name: 'session',
  routes: routesOf(platform),
  schedules: [{ name: 'session.close-abandoned', cron: '17 * * * *', run: closeAbandoned }],
});
