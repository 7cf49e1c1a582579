import { useRef } from 'react';
import styles from './Radar.module.css';
import { layRadar, type RadarAxis } from './radar-geometry.ts';
import { useWidth } from './use-width.ts';

type RadarProps = {
  readonly axes: readonly RadarAxis[];
  /** The level one expects, drawn dotted. */
  readonly expected?: number;
  /** Says where the same values are as a table. */
  readonly label: string;
};

/** Room for a label of 13 px beside the outermost ring. */
const NAME_ROOM = 96;

export function Radar({ axes, expected = 3, label }: RadarProps) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 360);
  const radius = Math.max(64, Math.min(110, width / 2 - NAME_ROOM));
  const height = Math.round(radius * 2.4 + 28);
  const drawing = layRadar(axes, expected, { x: width / 2, y: height / 2 }, radius);
  return (
    <div ref={host} className={styles.host}>
      <svg className={styles.radar} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        {drawing.rings.map((ring) => (
          <path key={ring} className={styles.axis} d={ring} />
        ))}
        {drawing.axes.map((axis) => (
          <path key={axis.id} className={styles.axis} d={axis.spoke} strokeDasharray={axis.level === null ? '3 4' : undefined} />
        ))}
        <path className={styles.expected} d={drawing.expected} />
        <path className={styles.outline} d={drawing.outline} />
        {drawing.axes.map((axis) => (
          <g key={axis.id}>
            <circle className={axis.level === null ? styles.unknown : styles.level} cx={axis.at.x} cy={axis.at.y} r={axis.level === null ? 5 : 4} />
            <text className={styles.name} x={axis.name.x} y={axis.name.y} textAnchor={axis.name.anchor}>
              {axis.label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
