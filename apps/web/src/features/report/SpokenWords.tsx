import type { Turn } from '@coachvisio/contract/conversation.ts';
import { useMemo } from 'react';
import styles from './SpokenWords.module.css';
import { placeWords } from './place-words.ts';
import { usePlayer, usePlayerValue } from './use-player.ts';

type SpokenWordsProps = {
  readonly turn: Turn;
  /** The turn's text as it is set on the screen. */
  readonly text: string;
};

/** The words of a turn; while it is played, the one that is heard is marked, where it is known when each was said. */
export function SpokenWords({ turn, text }: SpokenWordsProps) {
  const player = usePlayer();
  const timed = turn.sound?.words;
  const words = useMemo(() => (timed ? placeWords(text, timed) : []), [text, timed]);
  const startMs = player?.tracks.find(({ seq }) => seq === turn.seq)?.startMs ?? 0;
  const current = usePlayerValue(
    words.length > 0 ? player : null,
    (state) => (state.playing && state.seq === turn.seq ? words.findLastIndex(({ at }) => at <= state.atMs - startMs) : -1),
    -1,
  );
  const word = words[current];
  if (!word) return text;
  return (
    <>
      {text.slice(0, word.from)}
      <mark className={styles.heard}>{text.slice(word.from, word.to)}</mark>
      {text.slice(word.to)}
    </>
  );
}
