import type { Locale } from '@coachvisio/contract/locale.ts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveSocket } from '../../kit/live-socket.ts';
import type { Preferences } from '../../kit/preferences.ts';
import { BrowserSpeaker } from './browser-speaker.ts';
import { quiet, type SoundNow, type Speaker } from './speaker.ts';
import { StageVoice } from './stage-voice.ts';

const nobody = () => () => undefined;
const nothing = () => quiet;

/** Who says the persona's words on this stage, and what is being said; null shows words only. */
export function useSpeaker(line: LiveSocket, by: Preferences['speaker'], locale: Locale, browserVoice: string): readonly [Speaker | null, SoundNow] {
  const [speaker, setSpeaker] = useState<Speaker | null>(null);
  useEffect(() => {
    if (by === 'none') return;
    const opened = by === 'server' ? new StageVoice(line) : new BrowserSpeaker(line, locale, browserVoice);
    setSpeaker(opened);
    return () => {
      setSpeaker(null);
      opened.close();
    };
  }, [line, by, locale, browserVoice]);
  return [speaker, useSyncExternalStore(speaker?.subscribe ?? nobody, speaker?.state ?? nothing)];
}
