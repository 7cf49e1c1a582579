import { useCallback, useEffect, useRef, useState } from 'react';
import { advance } from './reveal.ts';

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
  /** Called once for each line, when its last word was shown. */
  readonly onHeard: (seq: number) => void;
}

/** Says a line at the pace of speech. Returns how many characters were said, whether that is all, and a way to jump to the end. */
export function useReveal(line: Line | null, settled: number, { atOnce, held, onHeard }: Wish) {
  const [shown, setShown] = useState({ seq: settled, at: 0 });
  const pace = useRef({ seq: settled, at: 0, rest: 0 });
  const heard = useRef(0);
  const seq = line?.seq ?? 0;
  const text = line?.text ?? '';
  const whole = line?.whole ?? false;
  const still = atOnce || seq <= settled;
  const at = still ? text.length : shown.seq === seq ? shown.at : 0;
  const done = line === null || (whole && at >= text.length);

  const skip = useCallback(() => {
    pace.current = { seq, at: text.length, rest: 0 };
    setShown({ seq, at: text.length });
  }, [seq, text]);

  useEffect(() => {
    if (!done || line === null || heard.current === seq) return;
    heard.current = seq;
    onHeard(seq);
  }, [done, line, seq, onHeard]);

  useEffect(() => {
    if (still || held || done) return;
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
  }, [seq, text, still, held, done]);

  return { at, done, skip };
}
