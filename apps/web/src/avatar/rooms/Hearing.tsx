import { Area, Disc, Wall } from './Paint.tsx';
import styles from './Hearing.module.css';

/** A hearing room: panelling, a long table with files in a row, and a clock. */
export const Hearing = () => (
  <g className={styles.room}>
    <Wall />
    <Area paint="glow" d="M0 0H1020V96H0Z" />
    <Area paint="side" d="M0 96H250V520H0ZM770 96H1020V520H770Z" />
    <Area paint="glass" d="M24 124H112V300H24ZM136 124H224V300H136ZM796 124H884V300H796ZM908 124H996V300H908Z" />
    <Area paint="paper" d="M24 324H112V496H24ZM136 324H224V496H136ZM796 324H884V496H796ZM908 324H996V496H908Z" />
    <Area paint="frame" d="M0 90H1020V102H0ZM250 96H262V520H250ZM758 96H770V520H758ZM0 312H250V318H0ZM770 312H1020V318H770Z" />
    <Disc paint="frame" cx="354" cy="206" r="52" />
    <Disc paint="glass" cx="354" cy="206" r="44" />
    <Area paint="shelf" d="M351 176H357V206H351ZM353 203L376 216L373 221L350 209Z" />
    <Area paint="leaf" d="M676 520C640 480 634 430 650 392C678 424 688 474 684 520ZM684 520C682 462 700 416 732 394C740 440 726 488 694 522Z" />
    <Area paint="pot" d="M650 520H722L712 600H660Z" />
    <Area paint="side" d="M0 600H1020V660H0Z" />
    <Area paint="shelf" d="M0 590H1020V604H0Z" />
    <Area paint="paper" d="M84 566H196V590H84ZM92 556H188V566H92ZM850 572H948V590H850Z" />
    <Area paint="frame" d="M236 540H242V590H236ZM222 584H256V590H222Z" />
    <Disc paint="shelf" cx="239" cy="534" r="9" />
  </g>
);
