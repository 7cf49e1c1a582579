import { useState } from 'react';
import type { Session } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Portrait } from '../../avatar/Portrait.tsx';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import words from '../../ui/words.module.css';
import { DeleteSessionDialog } from '../../kit/DeleteSessionDialog.tsx';
import styles from './HistoryPage.module.css';
import { SessionRow } from './SessionRow.tsx';
import { useSessions } from '../../kit/use-sessions.ts';

export function HistoryPage() {
  const { t } = useTranslation('session');
  const sessions = useSessions(20);
  const all = sessions.data?.pages.flatMap((page) => page.sessions);
  return (
    <div className={classNames(words.wrap, styles.page)}>
      <PageTitle title={t('history.title')} />
      <h1>{t('history.title')}</h1>
      <p className={styles.lede}>{t('history.lede')}</p>
      {sessions.error && <FailureNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {!all && !sessions.error && <Waiting />}
      {all?.length === 0 && <Empty />}
      {all && all.length > 0 && (
        <ul className={styles.rows}>
          {all.map((session) => (
            <Row key={session.id} session={session} />
          ))}
        </ul>
      )}
      {sessions.hasNextPage && (
        <p className={styles.more}>
          <Button busy={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>
            {t('history.more')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Row({ session }: { readonly session: Session }) {
  const { t } = useTranslation('session');
  const set = useTypeset(session.locale);
  const [asking, setAsking] = useState(false);
  return (
    <SessionRow session={session}>
      <Button
        variant="text"
        round
        size="s"
        icon="trash"
        aria-label={t('history.delete', { title: set(session.scenarioTitle) })}
        onClick={() => setAsking(true)}
      />
      <DeleteSessionDialog id={session.id} open={asking} onOpenChange={setAsking} onDone={() => setAsking(false)} />
    </SessionRow>
  );
}

function Empty() {
  const { t } = useTranslation('session');
  return (
    <div className={styles.empty}>
      <EmptyState
        picture={<Portrait slug="philippe-garnier" crop="round" expression="attentive" alt="" className={styles.face} />}
        title={t('history.empty')}
        action={
          <Button asChild variant="primary">
            <Link to="/home">{t('history.choose')}</Link>
          </Button>
        }
      >
        {t('history.emptyText')}
      </EmptyState>
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting} aria-busy="true">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} shape="block" />
      ))}
    </div>
  );
}
