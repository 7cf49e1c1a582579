import { useEffect, useState } from 'react';
import { beats } from './demo-beats.ts';

/** About the pace of speech; then the words stay long enough to be read twice. */
const wordMs = 340;
const restWords = 11;

/** Plays the three turns in a circle, a word at a time, until it is held. */
export function useBeats(wordsOf: (beat: number) => number, held: boolean) {
  const [at, setAt] = useState({ beat: 1, word: wordsOf(1) });
  useEffect(() => {
    if (held) return;
    const timer = setInterval(
      () => setAt(({ beat, word }) => (word < wordsOf(beat) + restWords ? { beat, word: word + 1 } : { beat: (beat + 1) % beats.length, word: 0 })),
      wordMs,
    );
    return () => clearInterval(timer);
  }, [held, wordsOf]);
  return at;
}
