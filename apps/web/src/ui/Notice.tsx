import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './Notice.module.css';

type NoticeProps = {
  readonly tone?: 'neutral' | 'accent' | 'good' | 'watch' | 'live';
  readonly icon?: IconName | undefined;
  /** What happened, in one sentence. */
  readonly title?: ReactNode;
  /** What was kept and what to do. */
  readonly children?: ReactNode;
  /** One action, usually a small quiet button. */
  readonly action?: ReactNode;
  /** `status` speaks when the reader pauses, `alert` at once; without it the notice is plain text of the page. */
  readonly announce?: 'status' | 'alert' | undefined;
  readonly className?: string | undefined;
};

const ICONS = { neutral: 'info', accent: 'info', good: 'check', watch: 'warning', live: 'warning' } as const satisfies Record<string, IconName>;

export function Notice({ tone = 'neutral', icon, title, children, action, announce, className }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[tone], className)} role={announce}>
      <Icon name={icon ?? ICONS[tone]} className={styles.icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.text}>{children}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
