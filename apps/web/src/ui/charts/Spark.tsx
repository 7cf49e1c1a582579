import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import styles from './Spark.module.css';

/** The gist of a line of 0 … 100. Decoration beside its value in words. */
export function Spark({ values }: { readonly values: readonly number[] }) {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [4, 116]);
  const y = scaleLinear([0, 100], [32, 4]).clamp(true);
  const path = line<number>()
    .x((_, index) => x(index))
    .y((value) => y(value))
    .curve(curveMonotoneX)
    .digits(1)([...values]);
  return (
    <svg className={styles.spark} viewBox="0 0 120 36" aria-hidden="true" focusable="false">
      <path className={styles.line} d={path ?? ''} />
    </svg>
  );
}
