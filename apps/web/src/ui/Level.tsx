import { classNames } from './class-names.ts';
import styles from './Level.module.css';

type LevelProps = {
  /** 1 to 5, or null where there was not enough to tell: it is not a zero. */
  readonly level: number | null;
  /** The same in words: «3 sur 5», «Pas assez d'éléments». */
  readonly label: string;
  /** Keeps the words for screen readers, where a column already writes them. */
  readonly labelHidden?: boolean;
};

const BARS = [1, 2, 3, 4, 5] as const;

export function Level({ level, label, labelHidden = false }: LevelProps) {
  return (
    <span className={styles.level}>
      <span className={classNames(styles.bars, level === null && styles.unknown)} aria-hidden="true">
        {BARS.map((bar) => (
          <span key={bar} className={classNames(styles.bar, level !== null && bar <= level && styles.reached)} />
        ))}
      </span>
      <span className={labelHidden ? styles.hidden : styles.label}>{label}</span>
    </span>
  );
}
