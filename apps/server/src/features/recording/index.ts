import type { Feature } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import { forgetOutside } from './forget-outside.ts';
import { purgeRecordings } from './purge-recordings.ts';
import { routesOf } from './recording.routes.ts';
import type { TurnKeeper } from './turn-keeper.ts';

export { TurnKeeper } from './turn-keeper.ts';

/** Sound of sessions whose learner agreed to have it kept. `keeper` is what live sessions hand their turns to. */
export function recording(platform: Platform, keeper: TurnKeeper): Feature {
  platform.onErase((ctx, what) => forgetOutside(platform, ctx, what));
  return {
    name: 'recording',
    routes: routesOf(platform),
    schedules: [{ name: 'recording.purge', cron: '41 * * * *', run: purgeRecordings }],
    start: () => Promise.resolve(() => keeper.settled()),
  };
}
