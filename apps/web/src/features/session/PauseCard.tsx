import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { minutesAndSeconds } from '../../kit/format.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './StageCards.module.css';

type PauseCardProps = {
  readonly firstName: string;
  readonly elapsedMs: number;
  readonly lastWords: string | undefined;
  readonly onResume: () => void;
  readonly onFinish: () => void;
};

/** In the place of the captions: the face stays, the last words are kept. */
export function PauseCard({ firstName, elapsedMs, lastWords, onResume, onFinish }: PauseCardProps) {
  const { t } = useTranslation('session');
  const resume = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    resume.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className={styles.card} aria-labelledby="pause-title">
      <div>
        <h2 id="pause-title">{t('pause.title')}</h2>
        <p className={styles.soft}>{t('pause.text', { time: minutesAndSeconds(elapsedMs) })}</p>
        {lastWords && (
          <p className={styles.last}>
            {t('pause.last', { name: firstName })}
            <b>{lastWords}</b>
          </p>
        )}
      </div>
      <div className={styles.acts}>
        <Button ref={resume} variant="primary" icon="play" onClick={onResume}>
          {t('pause.resume')}
        </Button>
        <Button onClick={onFinish}>{t('pause.finish')}</Button>
        <Button asChild variant="text">
          <Link to="/home">{t('pause.later')}</Link>
        </Button>
      </div>
    </section>
  );
}
