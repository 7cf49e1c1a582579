import styles from './Bullet.module.css';

type BulletProps = {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The published reference; without one the track is dashed and no band is invented. */
  readonly reference: { readonly low: number; readonly high: number } | null;
};

/** A measure against its reference. Decoration: the figure and the reference stand beside it in words. */
export function Bullet({ value, min, max, reference }: BulletProps) {
  const share = (at: number) => Math.max(0, Math.min(100, ((at - min) / (max - min)) * 100));
  if (!reference) {
    return (
      <svg className={styles.bullet} aria-hidden="true" focusable="false">
        <rect className={styles.open} x="1" y="5" height="10" rx="5" />
      </svg>
    );
  }
  // A reference of a single figure must stay visible.
  const width = Math.max(3, share(reference.high) - share(reference.low));
  return (
    <svg className={styles.bullet} aria-hidden="true" focusable="false">
      <rect className={styles.track} x="0" y="5" width="100%" height="10" rx="5" />
      <rect className={styles.reference} x={`${share(reference.low)}%`} y="5" width={`${width}%`} height="10" rx="5" />
      <rect className={styles.value} x={`${share(value)}%`} y="1" width="4" height="18" rx="2" />
    </svg>
  );
}
