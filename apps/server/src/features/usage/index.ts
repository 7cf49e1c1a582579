import type { Feature } from '../../platform/feature.ts';
import { routes } from './usage.routes.ts';

export { UsageLedger } from './ledger.ts';
export { meterHear, meterSpeak, meterThink } from './meter.ts';
export { TurnWatch } from './turn-watch.ts';

/** What sessions cost, and how long their learners waited. */
export const usage: Feature = { name: 'usage', routes };
