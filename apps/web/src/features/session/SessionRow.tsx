import type { Session } from '@coachvisio/contract/session.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Portrait } from '../../avatar/Portrait.tsx';
import { dayAndTime } from '../../kit/format.ts';
import { useLocale, useTypeset } from '../../kit/i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Spark } from '../../ui/charts/Spark.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { OutcomeBadge } from '../../kit/OutcomeBadge.tsx';
import styles from './SessionRow.module.css';
import { isOpen } from '../../kit/use-sessions.ts';

/** One session in a list: opens the stage while it is open, its debrief once it is over. */
export function SessionRow({ session, children }: { readonly session: Session; readonly children?: ReactNode }) {
  const { t } = useTranslation('session');
  const locale = useLocale();
  const set = useTypeset(session.locale);
  const open = isOpen(session);
  const first = session.trust[0];
  const last = session.trust.at(-1);
  return (
    <li className={styles.row}>
      <Link className={styles.link} to={open ? `/sessions/${session.id}` : `/sessions/${session.id}/debrief`}>
        <Portrait slug={session.persona} crop="round" alt="" className={styles.face} />
        <span className={styles.title}>
          <b lang={session.locale}>{set(session.scenarioTitle)}</b>
          <span>
            {session.personaName} · <time dateTime={session.createdAt}>{dayAndTime(session.createdAt, locale)}</time>
            {session.replayOf && <> · {t('row.replay')}</>}
          </span>
        </span>
        <span className={styles.trust}>
          {session.trust.length > 1 && first !== undefined && last !== undefined && (
            <>
              <Spark values={session.trust} />
              <VisuallyHidden>{t('row.trust', { first: Math.round(first), last: Math.round(last) })}</VisuallyHidden>
            </>
          )}
        </span>
        <span className={styles.badge}>
          {open ? (
            <Badge tone="accent" icon="play">
              {session.status === 'paused' ? t('row.paused') : t('row.open')}
            </Badge>
          ) : (
            session.outcome && <OutcomeBadge outcome={session.outcome} />
          )}
        </span>
        <span className={styles.go}>
          {open ? t('row.resume') : t('row.read')}
          <Icon name="arrow-right" size="s" />
        </span>
      </Link>
      {children}
    </li>
  );
}
