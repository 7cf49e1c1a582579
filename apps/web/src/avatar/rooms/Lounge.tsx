import { Area, Disc, Wall } from './Paint.tsx';
import styles from './Lounge.module.css';

/** A corner to breathe in: a round window, a sofa and a plant. */
export const Lounge = () => (
  <g className={styles.room}>
    <Wall />
    <Disc paint="side" cx="510" cy="270" r="236" />
    <Disc paint="glow" cx="510" cy="270" r="208" />
    <Area paint="frame" d="M0 520H1020V532H0Z" />
    <Area paint="shelf" d="M-20 470C-20 430 20 410 60 410H230C270 410 290 436 290 470V600H-20Z" />
    <Area paint="paper" d="M-20 500H120C134 500 140 510 140 520V600H-20ZM146 500H270C284 500 290 510 290 520V600H140V520C140 510 142 500 146 500Z" />
    <Area
      paint="leaf"
      d="M890 480C844 430 840 360 866 306C898 350 910 420 902 480ZM902 480C892 390 914 310 956 270C976 340 954 430 912 480ZM912 482C926 424 966 384 1008 374C1004 428 966 470 920 486Z"
    />
    <Area paint="pot" d="M862 480H954L942 590H874Z" />
    <Area paint="glass" d="M94 120h150v180H94Z" />
    <Area paint="shelf" d="M112 138h114v144H112Z" />
    <Disc paint="paper" cx="169" cy="196" r="34" />
  </g>
);
