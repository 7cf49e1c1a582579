import styles from './Paint.module.css';

type Paint = 'wall' | 'glow' | 'glass' | 'frame' | 'side' | 'shelf' | 'paper' | 'leaf' | 'pot' | 'sheen';

/** A room says which paint goes where; which colour that is, its own style sheet says, once for each theme. */
export const Area = ({ d, paint }: { readonly d: string; readonly paint: Paint }) => <path d={d} className={styles[paint]} />;

type DiscProps = { readonly paint: Paint; readonly cx: string; readonly cy: string; readonly r: string };

export const Disc = ({ paint, cx, cy, r }: DiscProps) => <circle cx={cx} cy={cy} r={r} className={styles[paint]} />;

/** The whole of the picture, behind everything else. */
export const Wall = () => <Area paint="wall" d="M0 0H1020V660H0Z" />;
