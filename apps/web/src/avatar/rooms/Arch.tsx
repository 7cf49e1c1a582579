import { Area, Disc, Wall } from './Paint.tsx';
import styles from './Arch.module.css';

/** An interview room under an arch, with a standing lamp and a low plant. */
export const Arch = () => (
  <g className={styles.room}>
    <Wall />
    <Area paint="side" d="M250 660V330A260 260 0 0 1 770 330V660Z" />
    <Area paint="glow" d="M296 660V336A214 214 0 0 1 724 336V660Z" />
    <Area paint="frame" d="M0 560H250V574H0ZM770 560H1020V574H770Z" />
    <Area paint="shelf" d="M128 214h8v346h-8ZM100 552h64v8h-64Z" />
    <Area paint="paper" d="M92 214L108 132H156L172 214Z" />
    <Disc paint="sheen" cx="132" cy="196" r="120" />
    <Area
      paint="leaf"
      d="M884 470C850 440 846 390 862 356C884 380 896 424 892 470ZM892 470C886 410 902 352 932 322C944 370 930 430 900 470ZM900 470C910 430 940 400 972 392C968 430 940 462 906 474Z"
    />
    <Area paint="pot" d="M856 470H936L926 560H866Z" />
    <Area paint="glass" d="M842 92h104v134h-104Z" />
    <Area paint="shelf" d="M858 108h72v102h-72Z" />
    <Area paint="paper" d="M858 210L894 150L930 210Z" />
  </g>
);
