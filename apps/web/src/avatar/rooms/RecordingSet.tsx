import { Area, Disc, Wall } from './Paint.tsx';
import styles from './RecordingSet.module.css';

/** A small recording set: a lamp and its beam, a camera, two screens and a lit floor line. */
export const RecordingSet = () => (
  <g className={styles.room}>
    <Wall />
    <Area paint="side" d="M690 0H1020V560H690Z" />
    <Area paint="glow" d="M166 210L760 0H1020V40L620 660H330Z" />
    <Area paint="frame" d="M0 560H1020V574H0ZM150 236H162V560H150ZM118 552H194V560H118Z" />
    <Area paint="shelf" d="M70 132L176 90L232 224L126 266Z" />
    <Area paint="paper" d="M176 90L194 83L250 217L232 224Z" />
    <Area paint="side" d="M96 154L104 151L140 238L132 241ZM118 145L126 142L162 229L154 232Z" />
    <Area paint="frame" d="M772 84H972V228H772ZM772 252H972V356H772Z" />
    <Area paint="glass" d="M782 94H962V218H782ZM782 262H962V346H782Z" />
    <Area
      paint="frame"
      d="M802 176h18v26h-18ZM830 158h18v44h-18ZM858 168h18v34h-18ZM886 140h18v62h-18ZM914 120h18v82h-18ZM800 284h96v10h-96ZM800 306h132v10h-132Z"
    />
    <Area paint="pot" d="M914 284h18v10h-18Z" />
    <Area paint="shelf" d="M800 420H884V478H800ZM800 434L774 422V476L800 464ZM836 478H848V500H836Z" />
    <Area paint="frame" d="M838 496L796 640H808L842 528L876 640H888L846 496Z" />
    <Area paint="paper" d="M834 434H872V464H834Z" />
    <Disc paint="pot" cx="818" cy="440" r="6" />
    <Area paint="leaf" d="M40 500C6 462 2 418 18 384C42 410 54 458 50 500ZM50 500C46 446 62 400 92 376C100 420 90 466 60 502Z" />
    <Area paint="pot" d="M18 500H84L76 560H26Z" />
    <Area paint="sheen" d="M0 574H1020V590H0Z" />
  </g>
);
