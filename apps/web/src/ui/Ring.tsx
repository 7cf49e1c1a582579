import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Ring.module.css';

type RingProps = {
  /** What is left or done, 0 … 1. */
  readonly share: number;
  readonly size?: 's' | 'm' | 'l';
  /** Words or a figure in the middle; the ring itself says nothing to a screen reader. */
  readonly children?: ReactNode;
};

export function Ring({ share, size = 'm', children }: RingProps) {
  const filled = Math.max(0, Math.min(1, share)) * 100;
  return (
    <span className={classNames(styles.ring, styles[size])}>
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle className={styles.track} cx="24" cy="24" r="20" />
        {filled > 0 && (
          <circle className={styles.filled} cx="24" cy="24" r="20" pathLength={100} strokeDasharray={`${filled} 100`} transform="rotate(-90 24 24)" />
        )}
      </svg>
      {children && <span className={styles.middle}>{children}</span>}
    </span>
  );
}
