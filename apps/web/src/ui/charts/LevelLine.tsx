import styles from './LevelLine.module.css';

type LevelLineProps = {
  /** Oldest first, 1 to 5. */
  readonly levels: readonly number[];
  /** Fewer observations than make a direction: dots without a line. */
  readonly joined: boolean;
};

const box = { width: 320, height: 112, left: 22, right: 12, top: 8, bottom: 8 };

/** Levels from session to session. Decoration: the same values stand beside it in words. */
export function LevelLine({ levels, joined }: LevelLineProps) {
  const stepWidth = levels.length > 1 ? (box.width - box.left - box.right) / (levels.length - 1) : 0;
  const at = (level: number, index: number) => ({
    x: levels.length > 1 ? box.left + index * stepWidth : (box.width + box.left) / 2,
    y: yOf(level),
  });
  const dots = levels.map(at);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true" focusable="false">
      {[1, 2, 3, 4, 5].map((level) => (
        <g key={level}>
          <path className={level === 3 ? styles.expected : styles.rule} d={`M${box.left} ${yOf(level)}H${box.width - box.right}`} />
          <text className={styles.scale} x={box.left - 10} y={yOf(level) + 4} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      {joined && <path className={styles.line} d={`M${dots.map(({ x, y }) => `${x} ${y}`).join('L')}`} />}
      {dots.map(({ x, y }) => (
        <circle key={x} className={styles.dot} cx={x} cy={y} r="5" />
      ))}
    </svg>
  );
}

function yOf(level: number): number {
  return box.height - box.bottom - ((level - 1) / 4) * (box.height - box.top - box.bottom);
}
