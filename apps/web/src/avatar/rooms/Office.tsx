import { Area, Disc, Wall } from './Paint.tsx';
import styles from './Office.module.css';

/** An office on a corner: tall windows on one side, shelves on the other. */
export const Office = () => (
  <g className={styles.room}>
    <Wall />
    <Area paint="glow" d="M0 0H330V660H0Z" />
    <Area paint="glass" d="M40 0H150V660H40ZM190 0H300V660H190Z" />
    <Area paint="frame" d="M0 318H330V332H0ZM330 0H346V660H330Z" />
    <Area paint="side" d="M690 0H1020V660H690Z" />
    <Area paint="shelf" d="M760 130H960V144H760ZM760 300H960V314H760ZM776 58h22v72h-22ZM802 74h16v56h-16ZM822 46h26v84h-26ZM904 92h44v38h-44Z" />
    <Area paint="paper" d="M790 214h60v86h-60Z" />
    <Disc paint="leaf" cx="912" cy="276" r="24" />
    <Area paint="pot" d="M900 278h24v22h-24Z" />
    <Area paint="sheen" d="M40 0L330 290V470L40 180Z" />
  </g>
);
