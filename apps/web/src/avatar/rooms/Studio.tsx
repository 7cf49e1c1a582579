import { Area, Wall } from './Paint.tsx';
import styles from './Studio.module.css';

/** A shared studio: a board with notes, pendant lamps, light falling in quarter rounds. */
export const Studio = () => (
  <g className={styles.room}>
    <Wall />
    <Area paint="side" d="M1020 0V560A520 520 0 0 1 560 0Z" />
    <Area paint="glow" d="M0 660V300A360 360 0 0 1 360 660Z" />
    <Area paint="frame" d="M70 96H330V280H70Z" />
    <Area paint="glass" d="M80 106H320V270H80Z" />
    <Area paint="shelf" d="M100 128h40v40h-40ZM152 128h40v40h-40ZM100 180h40v40h-40ZM222 134h76v8h-76ZM222 154h60v8h-60ZM222 174h70v8h-70Z" />
    <Area paint="pot" d="M152 180h40v40h-40Z" />
    <Area paint="frame" d="M776 0h6v120h-6ZM896 0h6v190h-6Z" />
    <Area paint="paper" d="M738 160C738 132 756 118 779 118C802 118 820 132 820 160ZM858 230C858 202 876 188 899 188C922 188 940 202 940 230Z" />
    <Area paint="leaf" d="M896 520C866 480 864 430 884 396C908 430 914 480 908 520ZM908 520C910 460 934 420 968 402C974 450 950 500 918 522Z" />
    <Area paint="pot" d="M872 520H946L936 600H882Z" />
    <Area paint="shelf" d="M760 600H1020V614H760Z" />
  </g>
);
