/** What the browser's voices tell while they speak. */
export interface BrowserSpeech {
  readonly onBegan?: () => void;
  /** Characters of the text that are being said. Some voices never tell. */
  readonly onWord?: (word: { readonly from: number; readonly to: number }) => void;
  /** Said to the end; `false` when it was cancelled or failed. */
  readonly onEnded: (whole: boolean) => void;
}

export interface BrowserVoiceWish {
  readonly text: string;
  /** As in `fr` or `fr-FR`. */
  readonly language: string;
  /** Name of a voice; left out, or gone, the usual one of the language speaks. */
  readonly voice?: string;
  /** 1 is ordinary. */
  readonly rate?: number;
  readonly pitch?: number;
  readonly volume?: number;
}

const engine = (): SpeechSynthesis | null => ('speechSynthesis' in globalThis ? globalThis.speechSynthesis : null);

const matches = ({ lang }: { readonly lang: string }, language: string): boolean =>
  lang.toLowerCase().replace('_', '-').split('-')[0] === language.toLowerCase().split('-')[0];

/** Voices for a language: those of this machine first, then the one that the browser would take, then by name. */
export function voicesFor<V extends { readonly lang: string; readonly localService: boolean; readonly default: boolean; readonly name: string }>(
  all: readonly V[],
  language: string,
): V[] {
  const rank = (voice: V): number => (voice.localService ? 0 : 2) + (voice.default ? 0 : 1);
  return all.filter((voice) => matches(voice, language)).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** The voices that are known by now; many browsers know none before {@link whenVoicesChange}. */
export const browserVoices = (language: string): SpeechSynthesisVoice[] => voicesFor(engine()?.getVoices() ?? [], language);

export function whenVoicesChange(listener: () => void): () => void {
  const synthesis = engine();
  // Safari has the event on the object only as a property, and nothing to add a listener with.
  if (!synthesis || !('addEventListener' in synthesis)) return () => undefined;
  synthesis.addEventListener('voiceschanged', listener);
  return () => synthesis.removeEventListener('voiceschanged', listener);
}

/** Chromium stops a voice of the network after 15 s, unless it is told to go on. */
const nudgeMs = 10_000;
/** A voice that has not begun after this long never will. */
const silentMs = 4000;

/** Says a text by the browser. Returns what cancels it. */
export function speakByBrowser({ text, language, voice: name, rate = 1, pitch = 1, volume = 1 }: BrowserVoiceWish, speech: BrowserSpeech): () => void {
  const synthesis = engine();
  if (!synthesis) {
    speech.onEnded(false);
    return () => undefined;
  }
  const voices = browserVoices(language);
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voices.find((voice) => voice.name === name) ?? voices[0] ?? null;
  utterance.lang = utterance.voice?.lang ?? language;
  utterance.rate = rate;
  utterance.pitch = pitch;
  utterance.volume = volume;
  let over = false;
  const end = (whole: boolean): void => {
    if (over) return;
    over = true;
    clearInterval(nudging);
    clearTimeout(waiting);
    speech.onEnded(whole);
  };
  const nudging = setInterval(() => synthesis.speaking && !synthesis.paused && synthesis.resume(), nudgeMs);
  const waiting = setTimeout(() => {
    synthesis.cancel();
    end(false);
  }, silentMs);
  utterance.addEventListener('start', () => {
    clearTimeout(waiting);
    if (!over) speech.onBegan?.();
  });
  utterance.addEventListener('boundary', (event) => {
    if (!over && event.name === 'word') speech.onWord?.(wordAt(text, event.charIndex, event.charLength));
  });
  utterance.addEventListener('end', () => end(true));
  utterance.addEventListener('error', () => end(false));
  synthesis.speak(utterance);
  return () => {
    if (over) return;
    end(false);
    synthesis.cancel();
  };
}

/** Where a word ends; some browsers tell only where it begins. */
export function wordAt(text: string, from: number, length: number | undefined): { readonly from: number; readonly to: number } {
  if (length !== undefined && length > 0) return { from, to: from + length };
  const rest = text.slice(from).search(/\s/u);
  return { from, to: rest === -1 ? text.length : from + rest };
}
