import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../kit/api-problem.ts';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import words from '../../ui/words.module.css';
import { Stage } from './Stage.tsx';
import styles from './StagePage.module.css';
import { useSession, useSessionId } from '../../kit/use-session.ts';

export function StagePage() {
  const id = useSessionId();
  return id ? <Opening key={id} id={id} /> : <NoSession />;
}

function Opening({ id }: { readonly id: NonNullable<ReturnType<typeof useSessionId>> }) {
  const { t } = useTranslation('session');
  const { data: session, error, refetch } = useSession(id);
  if (session) return <Stage session={session} />;
  if (error instanceof ApiProblem && error.status === 404) return <NoSession />;
  return (
    <main id="main" tabIndex={-1} className={classNames(words.wrap, styles.wait)}>
      {error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Spinner label={t('stage.opening')} />}
    </main>
  );
}

function NoSession() {
  const { t } = useTranslation('session');
  return (
    <main id="main" tabIndex={-1} className={classNames(words.wrap, styles.wait)}>
      <EmptyState
        title={t('stage.unknown')}
        action={
          <Button asChild variant="primary">
            <Link to="/home">{t('stage.home')}</Link>
          </Button>
        }
      >
        {t('stage.unknownText')}
      </EmptyState>
    </main>
  );
}
