import { type CriterionProgress, observationsNeeded } from '@coachvisio/contract/progress.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { day } from '../../kit/format.ts';
import { useLocale, useTypeset } from '../../kit/i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CardGrid, WaitingCards } from '../../ui/CardGrid.tsx';
import { LevelLine } from '../../ui/charts/LevelLine.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PlanStrip } from './PlanStrip.tsx';
import styles from './ProgressPage.module.css';
import { useProgress } from './use-progress.ts';

/** Level by level, session after session; a direction only from the third observation on. */
export function ProgressPage() {
  const { t } = useTranslation('progress');
  const { data: progress, error, refetch } = useProgress();
  return (
    <Page tab={t('tab')} title={t('title')} lede={t('lede', { count: observationsNeeded })}>
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {!error && !progress && <WaitingCards count={3} className={styles.criteria} cardClassName={styles.waiting} />}
      {progress && progress.criteria.length === 0 && (
        <EmptyState
          title={t('none')}
          action={
            <Button asChild variant="primary">
              <Link to="/library">{t('choose')}</Link>
            </Button>
          }
        >
          {t('noneText', { count: observationsNeeded })}
        </EmptyState>
      )}
      {progress && progress.criteria.length > 0 && (
        <CardGrid className={styles.criteria}>
          {progress.criteria.map((criterion) => (
            <Criterion key={criterion.competency} criterion={criterion} />
          ))}
        </CardGrid>
      )}
      <PlanStrip />
      <p className={styles.provenance}>{t('provenance')}</p>
    </Page>
  );
}

const tones = { up: 'good', steady: 'neutral', down: 'watch' } as const;

function Criterion({ criterion: { name, observations, trend } }: { readonly criterion: CriterionProgress }) {
  const { t } = useTranslation('progress');
  const set = useTypeset();
  const locale = useLocale();
  return (
    <li className={styles.card}>
      <h2>{set(name)}</h2>
      <p className={styles.trend}>
        {trend ? <Badge tone={tones[trend]}>{t(`trend.${trend}`)}</Badge> : <span>{t('more', { count: observationsNeeded - observations.length })}</span>}
      </p>
      <LevelLine levels={observations.map(({ level }) => level)} joined={trend !== null} />
      <details className={styles.values}>
        <summary>{t('values', { count: observations.length })}</summary>
        <ol>
          {observations.map(({ session, at, level }) => (
            <li key={session}>
              <Link to={`/sessions/${session}/debrief`}>{day(at, locale)}</Link> {t('level', { level })}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
