import { classNames } from './class-names.ts';
import styles from './Spinner.module.css';

type SpinnerProps = {
  /** Says what is awaited; left out where the text beside it does. */
  readonly label?: string;
  readonly size?: 's' | 'm';
};

export function Spinner({ label, size = 'm' }: SpinnerProps) {
  return (
    <span className={classNames(styles.spinner, styles[size])} {...(label ? { role: 'status', 'aria-label': label } : { 'aria-hidden': true })}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle className={styles.track} cx="12" cy="12" r="9" />
        <circle className={styles.arc} cx="12" cy="12" r="9" pathLength={100} strokeDasharray="28 100" />
      </svg>
    </span>
  );
}
