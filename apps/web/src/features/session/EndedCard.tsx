import { useEffect, useRef } from 'react';
import type { Session } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LiveState } from '../../kit/live-state.ts';
import { useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { OutcomeBadge } from '../../kit/OutcomeBadge.tsx';
import styles from './StageCards.module.css';

type EndedCardProps = {
  readonly session: Session;
  readonly live: LiveState;
  readonly firstName: string;
  readonly lastWords: string | undefined;
};

/** The conversation is over: how it ended, and the one next step. */
export function EndedCard({ session, live, firstName, lastWords }: EndedCardProps) {
  const { t } = useTranslation('session');
  const set = useTypeset(session.locale);
  const heading = useRef<HTMLHeadingElement>(null);
  const outcome = live.outcome ?? session.outcome;
  const distress = outcome?.reason === 'distress';
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className={styles.card} aria-labelledby="ended-title">
      <div>
        {outcome && <OutcomeBadge outcome={outcome} />}
        <h2 id="ended-title" ref={heading} tabIndex={-1} className={styles.outcome}>
          {distress ? t('ended.distress') : outcome?.title ? set(outcome.title) : t('ended.title')}
        </h2>
        <p className={styles.soft}>{distress ? t('ended.distressText') : t('ended.text')}</p>
        {lastWords && (
          <p className={styles.last}>
            {t('pause.last', { name: firstName })}
            <b lang={session.locale}>{lastWords}</b>
          </p>
        )}
      </div>
      <div className={styles.acts}>
        <Button asChild variant="primary" icon="document">
          <Link to={`/sessions/${session.id}/debrief`}>{distress ? t('ended.reread') : t('ended.read')}</Link>
        </Button>
        <Button asChild variant="text">
          <Link to="/home">{t('stage.home')}</Link>
        </Button>
      </div>
    </section>
  );
}
