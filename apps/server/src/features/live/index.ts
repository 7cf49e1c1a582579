import { sessionRoutes } from '@coachvisio/contract/session.ts';
import { SessionId } from '@coachvisio/contract/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { watchEvents } from '../../platform/events.ts';
import { type Feature, handle } from '../../platform/feature.ts';
import { LiveRegistry } from './live-registry.ts';
import { type LiveProviders, voiceOffer } from './live-providers.ts';
import { mountLiveSocket } from './live-socket.ts';
import { openLive } from './open-live.ts';
import type { SoundKeeper } from './turn-sound.ts';

export { type LiveProviders, voiceOffer };

/** Conversations as they happen. `keeper` is handed the sound of the turns that it wants. */
export function live(platform: Platform, providers: LiveProviders, keeper: SoundKeeper): Feature {
  return {
    name: 'live',
    start: () => Promise.resolve(providers.close),
    routes: [handle(sessionRoutes.openLive, (ctx, { params }) => openLive(platform, ctx, params.id))],
    socket(app) {
      const registry = new LiveRegistry(platform, providers, keeper);
      mountLiveSocket(app, platform, registry);
      platform.onDrain(() => registry.drain());
      app.addHook('onReady', async () => {
        await registry.openPlaces();
        const stop = await watchEvents(platform.db, ({ name, payload }) => {
          const id = SessionId.safeParse(payload['session']);
          if (id.success) void registry.hear(name, id.data, payload);
        });
        platform.onDrain(stop);
      });
    },
  };
}
