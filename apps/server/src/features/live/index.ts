import { sessionRoutes } from '@coachvisio/contract/session.ts';
import { SessionId } from '@coachvisio/contract/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { watchEvents } from '../../platform/events.ts';
import { type Feature, handle } from '../../platform/feature.ts';
import { LiveRegistry } from './live-registry.ts';
import type { SoundParts } from './live-session.ts';
import { mountLiveSocket } from './live-socket.ts';
import { openLive } from './open-live.ts';
import type { Voice } from './voice-directive.ts';

export type { SoundParts, Voice };

/** Conversations as they happen. `voice` is the model that words the persona; null leaves it to the bank. `sound`: who speaks and hears. */
export function live(voice: Voice | null, sound: SoundParts): Feature {
  return {
    name: 'live',
    routes: [handle(sessionRoutes.openLive, (ctx, { params }) => openLive(ctx, params.id))],
    socket(app, platform: Platform) {
      const registry = new LiveRegistry(platform, voice, sound);
      mountLiveSocket(app, platform, registry);
      platform.onDrain(() => registry.drain());
      app.addHook('onReady', async () => {
        const stop = await watchEvents(platform.db, ({ name, payload }) => {
          const id = SessionId.safeParse(payload['session']);
          if (id.success) void registry.hear(name, id.data);
        });
        platform.onDrain(stop);
      });
    },
  };
}
