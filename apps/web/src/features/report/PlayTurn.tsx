import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../kit/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './PlayTurn.module.css';
import { usePlayer, usePlayerValue } from './use-player.ts';

/** Plays one turn of the transcript. Nothing where its sound is not kept. */
export function PlayTurn({ seq, atMs }: { readonly seq: number; readonly atMs: number }) {
  const { t } = useTranslation('recording');
  const player = usePlayer();
  const playing = usePlayerValue(player, (state) => state.playing && state.seq === seq, false);
  if (!player?.tracks.some((track) => track.seq === seq)) return null;
  return (
    <button
      type="button"
      className={styles.play}
      data-playing={playing || undefined}
      aria-label={t(playing ? 'turn.pause' : 'turn.play', { time: minutesAndSeconds(atMs) })}
      onClick={() => player.toggleTurn(seq)}
    >
      <Icon name={playing ? 'pause' : 'play'} size="s" />
    </button>
  );
}
