import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { ApiProblem } from '../../kit/api-problem.ts';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Progress } from '../../ui/Progress.tsx';
import words from '../../ui/words.module.css';
import { useRecording } from '../../kit/recording.ts';
import { useSessionId } from '../../kit/use-session.ts';
import { Debrief } from './Debrief.tsx';
import styles from './DebriefPage.module.css';
import { useReport } from './use-report.ts';

export function DebriefPage() {
  const id = useSessionId();
  return <div className={classNames(words.wrap, styles.page)}>{id ? <Reading key={id} id={id} /> : <NoDebrief />}</div>;
}

function Reading({ id }: { readonly id: SessionId }) {
  const { data: report, error, refetch } = useReport(id);
  // Both are asked for at once and shown together: nothing moves when the second one comes. Without it the debrief is read all the same.
  const recording = useRecording(id);
  if (report && !recording.isPending) return <Debrief report={report} recording={recording.data} />;
  if (error instanceof ApiProblem && error.code === 'report.not_found') return <NotYet id={id} />;
  if (error instanceof ApiProblem && error.status === 404) return <NoDebrief />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Writing />;
}

function Writing() {
  const { t } = useTranslation('report');
  return (
    <div className={styles.writing}>
      <PageTitle title={t('writing.title')} />
      <h1>{t('writing.title')}</h1>
      <output>{t('writing.text')}</output>
      <Progress share={null} label={t('writing.title')} />
    </div>
  );
}

/** The conversation goes on: there is nothing to read before its end. */
function NotYet({ id }: { readonly id: SessionId }) {
  const { t } = useTranslation('report');
  return (
    <EmptyState
      title={t('notYet.title')}
      action={
        <Button asChild variant="primary" icon="play">
          <Link to={`/sessions/${id}`}>{t('notYet.resume')}</Link>
        </Button>
      }
    >
      {t('notYet.text')}
    </EmptyState>
  );
}

function NoDebrief() {
  const { t } = useTranslation('report');
  return (
    <EmptyState
      title={t('none.title')}
      action={
        <Button asChild>
          <Link to="/sessions">{t('none.back')}</Link>
        </Button>
      }
    >
      {t('none.text')}
    </EmptyState>
  );
}
