import { Area, Disc, Wall } from './Paint.tsx';
import styles from './Files.module.css';

/** A meeting room lined with files: two long shelves and a wide window between them. */
export const Files = () => (
  <g className={styles.room}>
    <Wall />
    <Area paint="glow" d="M330 0H700V420H330Z" />
    <Area paint="glass" d="M350 0H504V400H350ZM524 0H680V400H524Z" />
    <Area paint="frame" d="M330 420H700V436H330ZM0 176H290V190H0ZM0 372H290V386H0ZM740 176H1020V190H740ZM740 372H1020V386H740Z" />
    <Area
      paint="shelf"
      d="M40 84h30v92H40ZM74 102h22v74H74ZM100 74h34v102h-34ZM196 96h24v80h-24ZM224 96h24v80h-24ZM70 286h34v86H70ZM108 300h22v72h-22ZM200 276h30v96h-30ZM784 92h28v84h-28ZM816 76h34v100h-34ZM938 96h24v80h-24ZM966 84h30v92h-30ZM770 280h34v92h-34ZM950 290h24v82h-24Z"
    />
    <Area paint="paper" d="M150 306h38v66h-38ZM874 110h48v66h-48Z" />
    <Disc paint="leaf" cx="872" cy="334" r="26" />
    <Area paint="pot" d="M858 338h28v34h-28Z" />
    <Area paint="side" d="M0 590H1020V660H0Z" />
    <Area paint="sheen" d="M350 60L680 320V400H610L350 200Z" />
  </g>
);
