import { useCallback, useEffect, useRef, useState } from 'react';
import { advance } from './reveal.ts';
import type { SoundNow } from './speaker.ts';

export interface Line {
  readonly seq: number;
  readonly text: string;
  /** All its words have arrived. */
  readonly whole: boolean;
}

interface Wish {
  /** Words show at once. */
  readonly atOnce: boolean;
  /** The session is paused: speech waits. */
  readonly held: boolean;
  /** The words are said aloud: they follow the sound, and whoever plays it says when they were heard. */
  readonly sound?: Pick<SoundNow, 'seq' | 'at' | 'ended' | 'silent'> | null;
  /** Called once for each line, when its last word was shown. */
  readonly onHeard: (seq: number) => void;
}

/** Says a line at the pace of speech. Returns how many characters were said, whether that is all, and a way to jump to the end. */
export function useReveal(line: Line | null, settled: number, { atOnce, held, sound = null, onHeard }: Wish) {
  const [shown, setShown] = useState({ seq: settled, at: 0 });
  const pace = useRef({ seq: settled, at: 0, rest: 0 });
  const heard = useRef(0);
  const seq = line?.seq ?? 0;
  const text = line?.text ?? '';
  const whole = line?.whole ?? false;
  const soundless = useSoundless(seq, sound !== null && text !== '' && sound.seq !== seq && seq > settled);
  const bySound = sound !== null && seq > settled && sound.silent !== seq && !soundless;
  const still = atOnce || seq <= settled;
  const paced = shown.seq === seq ? shown.at : 0;
  const spoken = sound === null || sound.ended === seq ? text.length : sound.seq === seq ? sound.at : 0;
  const at = still ? text.length : bySound ? Math.max(spoken, paced) : paced;
  const done = line === null || (whole && at >= text.length && (!bySound || sound.ended === seq));

  const skip = useCallback(() => {
    pace.current = { seq, at: text.length, rest: 0 };
    setShown({ seq, at: text.length });
  }, [seq, text]);

  useEffect(() => {
    if (!done || line === null || heard.current === seq) return;
    heard.current = seq;
    if (!bySound) onHeard(seq);
  }, [done, line, seq, bySound, onHeard]);

  useEffect(() => {
    if (still || held || done || bySound) return;
    if (pace.current.seq !== seq) pace.current = { seq, at: 0, rest: 0 };
    let last = performance.now();
    let request = requestAnimationFrame(function frame(now) {
      const next = advance(pace.current, text, Math.min(0.1, Math.max(0, now - last) / 1000));
      last = now;
      pace.current = { seq, ...next };
      const reached = Math.floor(next.at);
      setShown((before) => (before.seq === seq && before.at === reached ? before : { seq, at: reached }));
      if (reached < text.length) request = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(request);
  }, [seq, text, still, held, done, bySound]);

  return { at, done, skip };
}

/** Longest wait for the sound of words that have come: after it they show at the pace of speech. */
const patienceMs = 2000;

/** Whether the sound of this line has kept the listener waiting too long. */
function useSoundless(seq: number, waiting: boolean): boolean {
  const [without, setWithout] = useState(0);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setWithout(seq), patienceMs);
    return () => clearTimeout(timer);
  }, [seq, waiting]);
  return without === seq;
}
