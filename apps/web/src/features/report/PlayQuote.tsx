import type { Quote } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../kit/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import words from '../../ui/words.module.css';
import styles from './PlayQuote.module.css';
import { placeWords, startOf } from './place-words.ts';
import { usePlayableTurn, usePlayer, usePlayerValue } from './use-player.ts';

/** Plays what is quoted, from its first word where it is known when that was said, else from the start of its turn. */
export function PlayQuote({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation('recording');
  const player = usePlayer();
  const turn = usePlayableTurn(quote.seq);
  const playing = usePlayerValue(player, (state) => state.playing && state.seq === quote.seq, false);
  if (!player?.tracks.some((track) => track.seq === quote.seq)) return null;
  const from = turn?.sound?.words ? startOf(placeWords(turn.text, turn.sound.words), quote.start) : 0;
  return (
    <button type="button" className={`${words.cite} ${styles.play}`} onClick={() => player.toggleTurn(quote.seq, from)}>
      <Icon name={playing ? 'pause' : 'play'} size="s" />
      {/* Both names share one cell, so that the button is as wide in both states. */}
      <span className={styles.names}>
        <span data-shown={!playing} aria-hidden={playing || undefined}>
          {t('turn.quote')}
        </span>
        <span data-shown={playing} aria-hidden={!playing || undefined}>
          {t('player.pause')}
        </span>
      </span>{' '}
      <VisuallyHidden>{t('turn.quoteAt', { time: minutesAndSeconds(quote.atMs) })}</VisuallyHidden>
    </button>
  );
}
