import type { Locale } from '@coachvisio/contract/locale.ts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveSocket } from '../../kit/live-socket.ts';
import type { Preferences } from '../../kit/preferences.ts';
import { BrowserSpeaker } from './browser-speaker.ts';
import { quiet, type SoundNow, type Speaker } from './speaker.ts';
import { StageVoice } from './stage-voice.ts';

interface Seated {
  readonly speaker: Speaker | null;
  readonly sound: SoundNow;
}

/** Whoever speaks on the stage now; somebody else may take the seat while it goes on. */
class SpeakerSeat {
  readonly #listeners = new Set<() => void>();
  #seated: Seated = { speaker: null, sound: quiet };

  readonly state = (): Seated => this.#seated;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Returns what gives the seat up. */
  take(speaker: Speaker): () => void {
    const tell = () => this.#set({ speaker, sound: speaker.state() });
    const stop = speaker.subscribe(tell);
    tell();
    return () => {
      stop();
      speaker.close();
      this.#set({ speaker: null, sound: quiet });
    };
  }

  #set(seated: Seated): void {
    this.#seated = seated;
    for (const listener of this.#listeners) listener();
  }
}

/** Who says the persona's words on this stage, and what is being said; null shows words only. */
export function useSpeaker(line: LiveSocket, by: Preferences['speaker'], locale: Locale, browserVoice: string): Seated {
  const [seat] = useState(() => new SpeakerSeat());
  useEffect(() => {
    if (by === 'none') return;
    return seat.take(by === 'server' ? new StageVoice(line) : new BrowserSpeaker(line, locale, browserVoice));
  }, [seat, line, by, locale, browserVoice]);
  return useSyncExternalStore(seat.subscribe, seat.state);
}
