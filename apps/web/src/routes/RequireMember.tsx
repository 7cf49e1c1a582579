import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { FailureNotice } from '../kit/FailureNotice.tsx';
import { speak } from '../kit/i18n.ts';
import { classNames } from '../ui/class-names.ts';
import words from '../ui/words.module.css';
import styles from './RequireMember.module.css';
import { withNext } from '../kit/next-place.ts';
import { useMe } from '../kit/use-me.ts';

/** Lets a member through; takes a visitor to the door and remembers where they were going. */
export function RequireMember() {
  const { t } = useTranslation();
  const { data: me, error, refetch, isPending } = useMe();
  const { pathname } = useLocation();
  const locale = me?.locale;

  // The account's language follows its owner to another device.
  useEffect(() => {
    if (locale) void speak(locale);
  }, [locale]);

  if (isPending) return <p className={styles.waiting}>{t('loading')}</p>;
  // A member who was read once stays one while the server cannot be reached.
  if (error && me === undefined) {
    return (
      <div className={classNames(words.wrap, styles.failed)}>
        <FailureNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!me) return <Navigate replace to={withNext('/sign-in', pathname)} />;
  return <Outlet />;
}
