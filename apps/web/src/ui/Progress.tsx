import { Progress as Primitive } from 'radix-ui';
import styles from './Progress.module.css';

type ProgressProps = {
  /** 0 … 1, or null while nobody knows how long it takes. */
  readonly share: number | null;
  readonly label: string;
};

export function Progress({ share, label }: ProgressProps) {
  const filled = share === null ? 34 : Math.max(0, Math.min(1, share)) * 100;
  return (
    <Primitive.Root className={styles.progress} value={share === null ? null : Math.round(filled)} aria-label={label}>
      <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={share === null ? styles.unknown : styles.filled} width={filled} height="8" />
      </svg>
    </Primitive.Root>
  );
}
