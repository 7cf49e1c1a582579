import { classNames } from './class-names.ts';
import styles from './Skeleton.module.css';

type SkeletonProps = {
  /** Takes the room of what will come, so that nothing moves when it does. */
  readonly shape?: 'line' | 'title' | 'block' | 'round';
  readonly className?: string | undefined;
};

export function Skeleton({ shape = 'line', className }: SkeletonProps) {
  return <span className={classNames(styles.skeleton, styles[shape], className)} aria-hidden="true" />;
}
