import type { Locale } from '@coachvisio/contract/locale.ts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveSocket } from '../../kit/live-socket.ts';
import type { Preferences } from '../../kit/preferences.ts';
import type { Speaker } from './speaker.ts';
import { type EarsNow, StageEars } from './stage-ears.ts';

interface Wish {
  readonly by: Preferences['ear'];
  readonly speaker: Speaker | null;
  readonly locale: Locale;
  /** The conversation runs: only then does anything listen. */
  readonly running: boolean;
  readonly settings: Pick<Preferences, 'microphone' | 'noisyRoom' | 'pushToTalk'>;
}

/** The learner's ears on this stage, and what they hear. */
export function useEars(line: LiveSocket, { by, speaker, locale, running, settings }: Wish): readonly [StageEars, EarsNow] {
  const [ears] = useState(() => new StageEars());
  const { microphone, noisyRoom, pushToTalk } = settings;
  useEffect(() => {
    if (by === 'none' || !running) return;
    return ears.open({ line, by, speaker, locale, settings: { microphone, noisyRoom, pushToTalk } });
  }, [ears, line, by, speaker, locale, running, microphone, noisyRoom, pushToTalk]);
  return [ears, useSyncExternalStore(ears.subscribe, ears.state)];
}
