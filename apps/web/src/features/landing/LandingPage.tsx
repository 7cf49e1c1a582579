import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { hasSession } from '../../kit/has-session.ts';
import { speak } from '../../kit/i18n.ts';
import { LanguageLinks } from '../../kit/LanguageLinks.tsx';
import { Mark } from '../../ui/Brand.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import words from '../../ui/words.module.css';
import { Cast } from './Cast.tsx';
import { Hero } from './Hero.tsx';
import styles from './LandingPage.module.css';
import { Path } from './Path.tsx';
import { Proof } from './Proof.tsx';
import { Trust } from './Trust.tsx';
import { useTry } from './use-try.ts';

export function LandingPage() {
  const { t } = useTranslation('landing');
  const navigate = useNavigate();
  const attempt = useTry();

  // The page is drawn before it is known who reads it: a visitor never waits for that answer.
  useEffect(() => {
    void hasSession().then((known) => known && navigate('/home', { replace: true }));
  }, [navigate]);

  return (
    <>
      <PageTitle title={t('tab')} />
      <header className={classNames(words.wrap, styles.top)}>
        <Link className={styles.brand} to="/">
          <Mark />
          CoachVisio
        </Link>
        <nav aria-label={t('nav.main')}>
          <a href="#cast">{t('nav.cast')}</a>
          <a href="#proof">{t('nav.proof')}</a>
          <a href="#trust">{t('nav.trust')}</a>
        </nav>
        <Link className={styles.signIn} to="/sign-in">
          <Icon name="user" />
          <span>{t('nav.signIn')}</span>
        </Link>
        <Button size="s" busy={attempt.busy === 'home'} onClick={() => attempt.go('home', '/home')}>
          {t('nav.try')}
        </Button>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Hero attempt={attempt} />
        <Cast />
        <Proof />
        <Path />
        <Trust />
      </main>
      <footer className={styles.foot}>
        <div className={classNames(words.wrap, styles.footInside)}>
          <Link className={styles.brand} to="/">
            <Mark />
            CoachVisio
          </Link>
          <Link to="/help">{t('foot.help')}</Link>
          <a href="/v1/reference">{t('foot.api')}</a>
          <LanguageLinks onChoose={(locale) => void speak(locale)} />
        </div>
      </footer>
    </>
  );
}
