import { Area, Disc, Wall } from './Paint.tsx';
import styles from './View.module.css';

/** A corner of a high floor: windows over a harbour town, a low cabinet, a screen with a rising line. */
export const View = () => (
  <g className={styles.room}>
    <Wall />
    <Area paint="glow" d="M0 0H452V440H0Z" />
    <Area paint="glass" d="M24 0H220V420H24ZM246 0H432V420H246Z" />
    <Disc paint="paper" cx="128" cy="120" r="46" />
    <Area paint="side" d="M24 420V300H62V236H104V330H128V262H178V350H220V420ZM246 420V330H280V206H296V186H304V206H320V330H346V280H392V350H432V420Z" />
    <Area
      paint="frame"
      d="M74 256h8v12h-8ZM88 256h8v12h-8ZM74 284h8v12h-8ZM142 286h8v12h-8ZM158 286h8v12h-8ZM142 314h8v12h-8ZM358 302h8v12h-8ZM374 302h8v12h-8ZM296 236h8v12h-8ZM296 262h8v12h-8Z"
    />
    <Area paint="frame" d="M0 420H452V438H0ZM452 0H466V438H452Z" />
    <Area paint="frame" d="M724 88H980V256H724Z" />
    <Area paint="glass" d="M734 98H970V246H734Z" />
    <Area paint="frame" d="M758 206h22v26h-22ZM792 190h22v42h-22ZM826 196h22v36h-22ZM860 168h22v64h-22ZM894 150h22v82h-22ZM928 124h22v108h-22Z" />
    <Area paint="pot" d="M756 186L800 160L838 168L904 124L902 120L912 118L910 130L908 128L839 174L801 166L759 191Z" />
    <Area paint="side" d="M690 440H1020V600H690Z" />
    <Area paint="shelf" d="M690 432H1020V444H690ZM850 444H856V600H850ZM816 510H836V516H816ZM870 510H890V516H870Z" />
    <Area paint="paper" d="M738 404H812V418H738ZM746 390H804V404H746ZM742 418H808V432H742Z" />
    <Area
      paint="leaf"
      d="M926 388C898 350 894 306 910 276C932 306 940 350 934 388ZM934 388C932 336 950 292 978 272C986 314 974 356 942 388ZM942 390C954 354 980 332 1006 328C1002 362 976 386 946 394Z"
    />
    <Area paint="pot" d="M910 388H966L958 432H918Z" />
    <Area paint="frame" d="M0 600H1020V612H0Z" />
  </g>
);
