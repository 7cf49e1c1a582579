import { useEffect, useState } from 'react';
import { browserVoices, whenVoicesChange } from './browser-voice.ts';

/** Voices of this browser for a language, as it comes to know them. */
export function useBrowserVoices(language: string): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>(() => browserVoices(language));
  useEffect(() => {
    const look = (): void => setVoices(browserVoices(language));
    look();
    return whenVoicesChange(look);
  }, [language]);
  return voices;
}
