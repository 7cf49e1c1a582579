import { useSyncExternalStore } from 'react';

/** How this device shows things. Nothing here is worth an account setting, and nothing breaks when it is lost. */
export interface Preferences {
  readonly theme: 'light' | 'dark' | 'system';
  readonly timerShown: boolean;
  /** Captions follow the pace of speech; otherwise a reply shows at once. */
  readonly captionsPaced: boolean;
  readonly portraitStill: boolean;
  /** Shortcuts of a single letter can be turned off (WCAG 2.1.4): speech input types letters by accident. */
  readonly letterKeys: boolean;
  readonly aiBannerSeen: boolean;
  /** Who says the persona's words: the server's voice, one of the browser's, or nobody. */
  readonly speaker: (typeof speakers)[number];
  /** Name of the browser's voice; empty takes the first one for the language. */
  readonly browserVoice: string;
  /** Who understands the learner: the server, the recogniser of the browser, or nobody (typed only). */
  readonly ear: (typeof ears)[number];
  /** Empty takes the system's microphone. */
  readonly microphone: string;
  readonly noisyRoom: boolean;
  /** The microphone hears only while a key is held. */
  readonly pushToTalk: boolean;
}

export const speakers = ['server', 'browser', 'none'] as const;
export const ears = ['server', 'browser', 'none'] as const;

const key = 'coachvisio.preferences';
const usual: Preferences = {
  theme: 'system',
  timerShown: true,
  captionsPaced: true,
  portraitStill: false,
  letterKeys: true,
  aiBannerSeen: false,
  speaker: 'server',
  browserVoice: '',
  // Nothing listens before somebody chose that it should.
  ear: 'none',
  microphone: '',
  noisyRoom: false,
  pushToTalk: false,
};
const listeners = new Set<() => void>();
let current = read();

/** Checked by hand: this runs on the first page, which has no other need of a schema library. */
function read(): Preferences {
  const stored = new Map<string, unknown>(Object.entries(storedObject()));
  const flag = (name: keyof Preferences, otherwise: boolean) => {
    const value = stored.get(name);
    return typeof value === 'boolean' ? value : otherwise;
  };
  const words = (name: keyof Preferences) => {
    const value = stored.get(name);
    return typeof value === 'string' ? value.slice(0, 300) : '';
  };
  const oneOf = <V extends string>(values: readonly V[], name: keyof Preferences, otherwise: V) =>
    values.find((value) => value === stored.get(name)) ?? otherwise;
  const theme = stored.get('theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : usual.theme,
    timerShown: flag('timerShown', usual.timerShown),
    captionsPaced: flag('captionsPaced', usual.captionsPaced),
    portraitStill: flag('portraitStill', usual.portraitStill),
    letterKeys: flag('letterKeys', usual.letterKeys),
    aiBannerSeen: flag('aiBannerSeen', usual.aiBannerSeen),
    speaker: oneOf(speakers, 'speaker', usual.speaker),
    browserVoice: words('browserVoice'),
    ear: oneOf(ears, 'ear', usual.ear),
    microphone: words('microphone'),
    noisyRoom: flag('noisyRoom', usual.noisyRoom),
    pushToTalk: flag('pushToTalk', usual.pushToTalk),
  };
}

function storedObject(): object {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // A full or forbidden storage only means that the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const onStorage = () => {
    current = read();
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);
