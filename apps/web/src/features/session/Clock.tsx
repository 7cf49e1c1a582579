import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../kit/format.ts';
import type { LiveState } from '../../kit/live-state.ts';
import { Ring } from '../../ui/Ring.tsx';
import styles from './Clock.module.css';

/** What is left. It never turns red, and it says when it stands still. */
export function Clock({ live, elapsedMs }: { readonly live: LiveState; readonly elapsedMs: number }) {
  const { t } = useTranslation('session');
  const { durationMs } = live.clock;
  if (durationMs === null) return null;
  const stopped = live.status === 'paused' || live.status === 'ended';
  const left = Math.max(0, durationMs - elapsedMs);
  const note = stopped ? t('clock.stopped') : left === 0 ? t('clock.over') : t('clock.left', { count: Math.round(durationMs / 60_000) });
  return (
    <div className={styles.clock} role="timer" aria-label={t('clock.name')}>
      <Ring share={left / durationMs} />
      <span>
        <b className={styles.digits}>{minutesAndSeconds(Math.ceil(left / 1000) * 1000)}</b>
        <small className={styles.note} data-stopped={stopped || undefined}>
          {note}
        </small>
      </span>
    </div>
  );
}
