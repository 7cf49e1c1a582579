import { useEffect, useState } from 'react';
import type { LiveState } from '../../kit/live-state.ts';

/** What was played so far, between two clock frames of the server. Stands still while the line is down, where it stood. */
export function useElapsed({ clock, link }: Pick<LiveState, 'clock' | 'link'>): number {
  const ticking = clock.running && (link === 'open' || link === 'back');
  const [now, setNow] = useState(clock.heardAt);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [ticking]);
  return clock.elapsedMs + (clock.running ? Math.max(0, now - clock.heardAt) : 0);
}
