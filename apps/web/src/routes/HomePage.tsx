import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { People } from '../features/content/People.tsx';
import { PlanStrip } from '../features/progress/PlanStrip.tsx';
import { RecentSessions } from '../features/session/RecentSessions.tsx';
import { useMe } from '../kit/use-me.ts';
import { classNames } from '../ui/class-names.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import words from '../ui/words.module.css';
import styles from './HomePage.module.css';

/** First with whom, then what is left open, then what was learnt. */
export function HomePage() {
  const { t } = useTranslation('content');
  const { data: me } = useMe();
  const firstName = me && !me.demo ? me.name.split(' ')[0] : undefined;
  return (
    <div className={classNames(words.wrap, styles.page)}>
      <PageTitle title={t('home.tab')} />
      <p className={styles.hello}>{firstName ? t('home.hello', { name: firstName }) : t('home.helloDemo')}</p>
      <header className={styles.head}>
        <h1>{t('home.title')}</h1>
        <Link className={words.cite} to="/library">
          {t('home.library')}
        </Link>
      </header>
      <People />
      <PlanStrip />
      <RecentSessions />
    </div>
  );
}
