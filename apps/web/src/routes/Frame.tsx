import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useNavigation } from 'react-router';
import { LanguageLinks } from '../kit/LanguageLinks.tsx';
import { useChooseLocale, useMe } from '../kit/use-me.ts';
import { Mark } from '../ui/Brand.tsx';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/Icon.tsx';
import words from '../ui/words.module.css';
import styles from './Frame.module.css';

/** A phone's tabs hold the first four; help stands at the foot of every screen. */
const places = [
  { to: '/home', icon: 'home', name: 'nav.home' },
  { to: '/library', icon: 'book', name: 'nav.library' },
  { to: '/sessions', icon: 'document', name: 'nav.sessions' },
  { to: '/progress', icon: 'progress', name: 'nav.progress' },
  { to: '/help', icon: 'info', name: 'nav.help' },
] as const;

/** The bar, the tabs of a phone and the foot around every screen but the landing page and the stage. */
export function Frame() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const chooseLocale = useChooseLocale();
  const { state } = useNavigation();
  return (
    <div className={classNames(styles.frame, me && styles.withTabs)}>
      <header className={styles.bar}>
        <div className={classNames(words.wrap, styles.inside)}>
          <Link className={styles.brand} to={me ? '/home' : '/'}>
            <Mark />
            CoachVisio
          </Link>
          {me ? (
            <>
              <nav className={styles.nav} aria-label={t('nav.main')}>
                {places.map((place) => (
                  <NavLink key={place.to} to={place.to}>
                    {t(place.name)}
                  </NavLink>
                ))}
              </nav>
              {me.demo && <span className={styles.demo}>{t('nav.demo')}</span>}
              <Link className={styles.account} to="/account" aria-label={t('nav.account')}>
                {me.demo ? <Icon name="user" /> : initialsOf(me.name)}
              </Link>
            </>
          ) : (
            <nav className={styles.visitor} aria-label={t('nav.main')}>
              <Link className={classNames(styles.plain, styles.aside)} to="/library">
                {t('nav.library')}
              </Link>
              <Link className={classNames(styles.plain, styles.aside)} to="/help">
                {t('nav.help')}
              </Link>
              <Button asChild size="s">
                <Link to="/sign-in">{t('nav.signIn')}</Link>
              </Button>
            </nav>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main} aria-busy={state === 'loading' || undefined}>
        <Outlet />
      </main>
      <footer className={styles.foot}>
        <div className={classNames(words.wrap, styles.footInside)}>
          <span className={styles.claim}>{t('foot.claim')}</span>
          <Link to="/library">{t('nav.library')}</Link>
          <Link to="/help">{t('nav.help')}</Link>
          <a href="/v1/reference">{t('foot.api')}</a>
          <LanguageLinks onChoose={chooseLocale} />
        </div>
      </footer>
      {me && (
        <nav className={styles.tabs} aria-label={t('nav.mainPhone')}>
          {places.slice(0, 4).map((place) => (
            <NavLink key={place.to} to={place.to}>
              <Icon name={place.icon} />
              {t(place.name)}
            </NavLink>
          ))}
        </nav>
      )}
    </div>
  );
}

function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
