import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useTheme } from '../kit/theme.ts';

/** What every screen shares: the theme, the way past the navigation, and where focus goes on a change of screen. */
export function Root() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useTheme();

  // A change of screen moves nothing for a screen reader unless focus follows: to the main region, not to a control.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <Outlet />
      <ScrollRestoration />
    </>
  );
}
