import { useEffect, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { LiveSocket } from './live-socket.ts';
import type { LiveState } from './live-state.ts';
import { forgetTab, readTab, writeTab } from './tab-store.ts';

const Outbox = z.array(z.object({ clientTurnId: z.string(), text: z.string() }));

/** The live line of a session for as long as a screen shows it. Words on their way survive a reload of the tab. */
export function useLiveSession(session: `ses_${string}`): readonly [LiveState, LiveSocket] {
  const [line] = useState(() => {
    const key = `coachvisio.outbox.${session}`;
    return new LiveSocket(session, readTab(key, Outbox, []), (outbox) => (outbox.length > 0 ? writeTab(key, outbox) : forgetTab(key)));
  });
  useEffect(() => line.start(), [line]);
  return [useSyncExternalStore(line.subscribe, line.state), line];
}
