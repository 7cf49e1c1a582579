import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../kit/format.ts';
import type { Said } from '../../kit/live-state.ts';
import { typeset } from '@coachvisio/engine/typography.ts';
import styles from './TranscriptPanel.module.css';

type TranscriptPanelProps = {
  readonly turns: readonly Turn[];
  readonly outbox: readonly Said[];
  readonly firstName: string;
  readonly locale: Locale;
};

/** All that was said, the newest in view. */
export function TranscriptPanel({ turns, outbox, firstName, locale }: TranscriptPanelProps) {
  const { t } = useTranslation('session');
  const count = turns.length + outbox.length;
  if (count === 0) return <p className={styles.empty}>{t('transcript.empty')}</p>;
  return (
    <ol className={styles.turns} lang={locale}>
      {turns.map((turn) => (
        <li key={turn.seq} data-who={turn.who}>
          <p className={styles.head}>
            <b>{turn.who === 'learner' ? t('transcript.you') : firstName}</b>
            <time>{minutesAndSeconds(turn.atMs)}</time>
          </p>
          <p className={styles.words}>{typeset(turn.text, locale)}</p>
        </li>
      ))}
      {outbox.map((said) => (
        <li key={said.clientTurnId} data-who="learner">
          <p className={styles.head}>
            <b>{t('transcript.you')}</b>
            <span>{t('transcript.sending')}</span>
          </p>
          <p className={styles.words}>{typeset(said.text, locale)}</p>
        </li>
      ))}
      {/* Made anew with each turn, and each time brought into view. */}
      <li key={`end-${count}`} ref={bringIntoView} aria-hidden="true" />
    </ol>
  );
}

function bringIntoView(end: HTMLLIElement | null): void {
  void end?.scrollIntoView({ block: 'nearest' });
}
