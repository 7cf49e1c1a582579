import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isOpen, useSessions } from '../../kit/use-sessions.ts';
import { Button } from '../../ui/Button.tsx';
import words from '../../ui/words.module.css';
import styles from './RecentSessions.module.css';
import { SessionRow } from './SessionRow.tsx';

/** What was left open, then what was learnt last. */
export function RecentSessions() {
  const { t } = useTranslation('session');
  const sessions = useSessions(5);
  const all = sessions.data?.pages.flatMap((page) => page.sessions) ?? [];
  const open = all.filter(isOpen);
  const ended = all.filter((session) => !isOpen(session)).slice(0, 3);
  if (sessions.isPending || sessions.error) return null;
  return (
    <>
      {open.length > 0 && (
        <section className={styles.block} aria-labelledby="home-open">
          <h2 id="home-open">{t('recent.open')}</h2>
          <ul className={styles.rows}>
            {open.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        </section>
      )}
      <section className={styles.block} aria-labelledby="home-debriefs">
        <header>
          <h2 id="home-debriefs">{t('recent.debriefs')}</h2>
          {all.length > 0 && (
            <Link className={words.cite} to="/sessions">
              {t('recent.allSessions')}
            </Link>
          )}
        </header>
        {ended.length > 0 ? (
          <ul className={styles.rows}>
            {ended.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        ) : (
          <div className={styles.teach}>
            <p>{t('recent.noDebrief')}</p>
            <Button asChild size="s" icon="info">
              <Link to="/help">{t('recent.how')}</Link>
            </Button>
          </div>
        )}
      </section>
    </>
  );
}
