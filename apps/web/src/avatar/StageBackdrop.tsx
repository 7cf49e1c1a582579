import type { ReactNode } from 'react';
import styles from './StageBackdrop.module.css';

type Paint = 'wall' | 'glow' | 'glass' | 'frame' | 'side' | 'shelf' | 'paper' | 'leaf' | 'pot' | 'sheen';

const P = ({ d, paint }: { readonly d: string; readonly paint: Paint }) => <path d={d} className={styles[paint]} />;
const wall = <P paint="wall" d="M0 0H1020V660H0Z" />;

/** An office on a corner: tall windows on one side, shelves on the other. */
const office = (
  <>
    {wall}
    <P paint="glow" d="M0 0H330V660H0Z" />
    <P paint="glass" d="M40 0H150V660H40ZM190 0H300V660H190Z" />
    <P paint="frame" d="M0 318H330V332H0ZM330 0H346V660H330Z" />
    <P paint="side" d="M690 0H1020V660H690Z" />
    <P paint="shelf" d="M760 130H960V144H760ZM760 300H960V314H760ZM776 58h22v72h-22ZM802 74h16v56h-16ZM822 46h26v84h-26ZM904 92h44v38h-44Z" />
    <P paint="paper" d="M790 214h60v86h-60Z" />
    <circle cx="912" cy="276" r="24" className={styles.leaf} />
    <P paint="pot" d="M900 278h24v22h-24Z" />
    <P paint="sheen" d="M40 0L330 290V470L40 180Z" />
  </>
);

/** An interview room under an arch, with a standing lamp and a low plant. */
const arch = (
  <>
    {wall}
    <P paint="side" d="M250 660V330A260 260 0 0 1 770 330V660Z" />
    <P paint="glow" d="M296 660V336A214 214 0 0 1 724 336V660Z" />
    <P paint="frame" d="M0 560H250V574H0ZM770 560H1020V574H770Z" />
    <P paint="shelf" d="M128 214h8v346h-8ZM100 552h64v8h-64Z" />
    <P paint="paper" d="M92 214L108 132H156L172 214Z" />
    <circle cx="132" cy="196" r="120" className={styles.sheen} />
    <P
      paint="leaf"
      d="M884 470C850 440 846 390 862 356C884 380 896 424 892 470ZM892 470C886 410 902 352 932 322C944 370 930 430 900 470ZM900 470C910 430 940 400 972 392C968 430 940 462 906 474Z"
    />
    <P paint="pot" d="M856 470H936L926 560H866Z" />
    <P paint="glass" d="M842 92h104v134h-104Z" />
    <P paint="shelf" d="M858 108h72v102h-72Z" />
    <P paint="paper" d="M858 210L894 150L930 210Z" />
  </>
);

/** A meeting room lined with files: two long shelves and a wide window between them. */
const files = (
  <>
    {wall}
    <P paint="glow" d="M330 0H700V420H330Z" />
    <P paint="glass" d="M350 0H504V400H350ZM524 0H680V400H524Z" />
    <P paint="frame" d="M330 420H700V436H330ZM0 176H290V190H0ZM0 372H290V386H0ZM740 176H1020V190H740ZM740 372H1020V386H740Z" />
    <P
      paint="shelf"
      d="M40 84h30v92H40ZM74 102h22v74H74ZM100 74h34v102h-34ZM196 96h24v80h-24ZM224 96h24v80h-24ZM70 286h34v86H70ZM108 300h22v72h-22ZM200 276h30v96h-30ZM784 92h28v84h-28ZM816 76h34v100h-34ZM938 96h24v80h-24ZM966 84h30v92h-30ZM770 280h34v92h-34ZM950 290h24v82h-24Z"
    />
    <P paint="paper" d="M150 306h38v66h-38ZM874 110h48v66h-48Z" />
    <circle cx="872" cy="334" r="26" className={styles.leaf} />
    <P paint="pot" d="M858 338h28v34h-28Z" />
    <P paint="side" d="M0 590H1020V660H0Z" />
    <P paint="sheen" d="M350 60L680 320V400H610L350 200Z" />
  </>
);

/** A corner to breathe in: a round window, a sofa and a plant. */
const lounge = (
  <>
    {wall}
    <circle cx="510" cy="270" r="236" className={styles.side} />
    <circle cx="510" cy="270" r="208" className={styles.glow} />
    <P paint="frame" d="M0 520H1020V532H0Z" />
    <P paint="shelf" d="M-20 470C-20 430 20 410 60 410H230C270 410 290 436 290 470V600H-20Z" />
    <P paint="paper" d="M-20 500H120C134 500 140 510 140 520V600H-20ZM146 500H270C284 500 290 510 290 520V600H140V520C140 510 142 500 146 500Z" />
    <P
      paint="leaf"
      d="M890 480C844 430 840 360 866 306C898 350 910 420 902 480ZM902 480C892 390 914 310 956 270C976 340 954 430 912 480ZM912 482C926 424 966 384 1008 374C1004 428 966 470 920 486Z"
    />
    <P paint="pot" d="M862 480H954L942 590H874Z" />
    <P paint="glass" d="M94 120h150v180H94Z" />
    <P paint="shelf" d="M112 138h114v144H112Z" />
    <circle cx="169" cy="196" r="34" className={styles.paper} />
  </>
);

/** A shared studio: a board with notes, pendant lamps, light falling in quarter rounds. */
const studio = (
  <>
    {wall}
    <P paint="side" d="M1020 0V560A520 520 0 0 1 560 0Z" />
    <P paint="glow" d="M0 660V300A360 360 0 0 1 360 660Z" />
    <P paint="frame" d="M70 96H330V280H70Z" />
    <P paint="glass" d="M80 106H320V270H80Z" />
    <P paint="shelf" d="M100 128h40v40h-40ZM152 128h40v40h-40ZM100 180h40v40h-40ZM222 134h76v8h-76ZM222 154h60v8h-60ZM222 174h70v8h-70Z" />
    <P paint="pot" d="M152 180h40v40h-40Z" />
    <P paint="frame" d="M776 0h6v120h-6ZM896 0h6v190h-6Z" />
    <P paint="paper" d="M738 160C738 132 756 118 779 118C802 118 820 132 820 160ZM858 230C858 202 876 188 899 188C922 188 940 202 940 230Z" />
    <P paint="leaf" d="M896 520C866 480 864 430 884 396C908 430 914 480 908 520ZM908 520C910 460 934 420 968 402C974 450 950 500 918 522Z" />
    <P paint="pot" d="M872 520H946L936 600H882Z" />
    <P paint="shelf" d="M760 600H1020V614H760Z" />
  </>
);

/** A small recording set: a lamp and its beam, a camera, two screens and a lit floor line. */
const set = (
  <>
    {wall}
    <P paint="side" d="M690 0H1020V560H690Z" />
    <P paint="glow" d="M166 210L760 0H1020V40L620 660H330Z" />
    <P paint="frame" d="M0 560H1020V574H0ZM150 236H162V560H150ZM118 552H194V560H118Z" />
    <P paint="shelf" d="M70 132L176 90L232 224L126 266Z" />
    <P paint="paper" d="M176 90L194 83L250 217L232 224Z" />
    <P paint="side" d="M96 154L104 151L140 238L132 241ZM118 145L126 142L162 229L154 232Z" />
    <P paint="frame" d="M772 84H972V228H772ZM772 252H972V356H772Z" />
    <P paint="glass" d="M782 94H962V218H782ZM782 262H962V346H782Z" />
    <P
      paint="frame"
      d="M802 176h18v26h-18ZM830 158h18v44h-18ZM858 168h18v34h-18ZM886 140h18v62h-18ZM914 120h18v82h-18ZM800 284h96v10h-96ZM800 306h132v10h-132Z"
    />
    <P paint="pot" d="M914 284h18v10h-18Z" />
    <P paint="shelf" d="M800 420H884V478H800ZM800 434L774 422V476L800 464ZM836 478H848V500H836Z" />
    <P paint="frame" d="M838 496L796 640H808L842 528L876 640H888L846 496Z" />
    <P paint="paper" d="M834 434H872V464H834Z" />
    <circle cx="818" cy="440" r="6" className={styles.pot} />
    <P paint="leaf" d="M40 500C6 462 2 418 18 384C42 410 54 458 50 500ZM50 500C46 446 62 400 92 376C100 420 90 466 60 502Z" />
    <P paint="pot" d="M18 500H84L76 560H26Z" />
    <P paint="sheen" d="M0 574H1020V590H0Z" />
  </>
);

/** A hearing room: panelling, a long table with files in a row, and a clock. */
const hearing = (
  <>
    {wall}
    <P paint="glow" d="M0 0H1020V96H0Z" />
    <P paint="side" d="M0 96H250V520H0ZM770 96H1020V520H770Z" />
    <P paint="glass" d="M24 124H112V300H24ZM136 124H224V300H136ZM796 124H884V300H796ZM908 124H996V300H908Z" />
    <P paint="paper" d="M24 324H112V496H24ZM136 324H224V496H136ZM796 324H884V496H796ZM908 324H996V496H908Z" />
    <P paint="frame" d="M0 90H1020V102H0ZM250 96H262V520H250ZM758 96H770V520H758ZM0 312H250V318H0ZM770 312H1020V318H770Z" />
    <circle cx="354" cy="206" r="52" className={styles.frame} />
    <circle cx="354" cy="206" r="44" className={styles.glass} />
    <P paint="shelf" d="M351 176H357V206H351ZM353 203L376 216L373 221L350 209Z" />
    <P paint="leaf" d="M676 520C640 480 634 430 650 392C678 424 688 474 684 520ZM684 520C682 462 700 416 732 394C740 440 726 488 694 522Z" />
    <P paint="pot" d="M650 520H722L712 600H660Z" />
    <P paint="side" d="M0 600H1020V660H0Z" />
    <P paint="shelf" d="M0 590H1020V604H0Z" />
    <P paint="paper" d="M84 566H196V590H84ZM92 556H188V566H92ZM850 572H948V590H850Z" />
    <P paint="frame" d="M236 540H242V590H236ZM222 584H256V590H222Z" />
    <circle cx="239" cy="534" r="9" className={styles.shelf} />
  </>
);

/** A hospital corridor running away: doors with a pane, a rail along the wall, strip lights overhead. */
const corridor = (
  <>
    {wall}
    <P paint="side" d="M0 0L330 150V520L0 660ZM1020 0L690 150V520L1020 660Z" />
    <P paint="glow" d="M330 150H690V520H330Z" />
    <P paint="paper" d="M0 660L330 520H690L1020 660Z" />
    <P paint="glass" d="M430 0H590L560 60H460ZM470 84H550L536 118H484ZM490 130H530L524 146H496Z" />
    <P paint="frame" d="M52 116L158 158V594L52 640ZM968 116L862 158V594L968 640ZM206 196L278 222V542L206 574ZM814 196L742 222V542L814 574Z" />
    <P paint="glow" d="M64 136L148 168V590L64 626ZM956 136L872 168V590L956 626ZM214 210L270 230V540L214 564ZM806 210L750 230V540L806 564Z" />
    <P paint="glass" d="M84 190L130 206V330L84 322ZM936 190L890 206V330L936 322ZM224 248L258 258V346L224 342ZM796 248L762 258V346L796 342Z" />
    <P
      paint="shelf"
      d="M0 430L44 420V436L0 448ZM164 394L200 386V400L164 410ZM284 368L330 358V368L284 380ZM1020 430L976 420V436L1020 448ZM856 394L820 386V400L856 410ZM736 368L690 358V368L736 380Z"
    />
    <P paint="frame" d="M420 250H508V520H420ZM512 250H600V520H512Z" />
    <P paint="glass" d="M436 270H492V370H436ZM528 270H584V370H528Z" />
    <P paint="pot" d="M496 392H504V420H496ZM516 392H524V420H516Z" />
    <P paint="leaf" d="M344 186H414V212H344Z" />
    <P paint="glass" d="M356 196H388V190L404 199L388 208V202H356Z" />
    <P paint="sheen" d="M430 660L484 520H536L590 660Z" />
  </>
);

/** A technical room: a wide board with boxes and arrows, a rack with its lights, a desk with two books and a cup. */
const workshop = (
  <>
    {wall}
    <P paint="glow" d="M0 0H690L570 660H0Z" />
    <P paint="frame" d="M40 70H392V354H40Z" />
    <P paint="glass" d="M50 80H382V344H50Z" />
    <P
      paint="frame"
      d="M82 112H166V158H82ZM82 250H166V296H82ZM262 180H346V226H262ZM121 158H127V236H121ZM114 234H134L124 250ZM166 132H262V138H166ZM301 138H307V164H301ZM256 132H307V138H256ZM294 162H314L304 180ZM166 270H304V276H166ZM301 226H307V276H301Z"
    />
    <P paint="pot" d="M94 126H140V132H94ZM94 140H126V146H94ZM274 194H320V200H274ZM274 208H304V214H274ZM94 264H140V270H94Z" />
    <P paint="paper" d="M216 250H246V280H216Z" />
    <P paint="frame" d="M60 354H180V364H60Z" />
    <P paint="side" d="M736 60H968V560H736Z" />
    <P paint="shelf" d="M756 82H948V142H756ZM756 156H948V216H756ZM756 230H948V290H756ZM756 304H948V364H756ZM756 378H948V538H756Z" />
    <P
      paint="frame"
      d="M770 98H856V104H770ZM770 112H856V118H770ZM770 172H856V178H770ZM770 186H856V192H770ZM770 246H856V252H770ZM770 260H856V266H770ZM770 320H856V326H770ZM770 334H856V340H770ZM776 398H928V404H776ZM776 418H928V424H776ZM776 438H928V444H776Z"
    />
    <P paint="leaf" d="M888 104h14v14h-14ZM888 178h14v14h-14ZM888 252h14v14h-14ZM912 326h14v14h-14Z" />
    <P paint="pot" d="M912 104h14v14h-14ZM888 326h14v14h-14Z" />
    <P paint="paper" d="M912 178h14v14h-14ZM912 252h14v14h-14Z" />
    <P paint="frame" d="M0 560H1020V574H0Z" />
    <P paint="shelf" d="M60 520H196V540H60ZM72 540H184V560H72Z" />
    <P paint="paper" d="M72 502H180V520H72Z" />
    <P paint="pot" d="M228 514H272V560H236ZM272 522C290 520 290 544 268 546V538C280 536 280 528 272 530Z" />
  </>
);

/** A corner of a high floor: windows over a harbour town, a low cabinet, a screen with a rising line. */
const view = (
  <>
    {wall}
    <P paint="glow" d="M0 0H452V440H0Z" />
    <P paint="glass" d="M24 0H220V420H24ZM246 0H432V420H246Z" />
    <circle cx="128" cy="120" r="46" className={styles.paper} />
    <P paint="side" d="M24 420V300H62V236H104V330H128V262H178V350H220V420ZM246 420V330H280V206H296V186H304V206H320V330H346V280H392V350H432V420Z" />
    <P
      paint="frame"
      d="M74 256h8v12h-8ZM88 256h8v12h-8ZM74 284h8v12h-8ZM142 286h8v12h-8ZM158 286h8v12h-8ZM142 314h8v12h-8ZM358 302h8v12h-8ZM374 302h8v12h-8ZM296 236h8v12h-8ZM296 262h8v12h-8Z"
    />
    <P paint="frame" d="M0 420H452V438H0ZM452 0H466V438H452Z" />
    <P paint="frame" d="M724 88H980V256H724Z" />
    <P paint="glass" d="M734 98H970V246H734Z" />
    <P paint="frame" d="M758 206h22v26h-22ZM792 190h22v42h-22ZM826 196h22v36h-22ZM860 168h22v64h-22ZM894 150h22v82h-22ZM928 124h22v108h-22Z" />
    <P paint="pot" d="M756 186L800 160L838 168L904 124L902 120L912 118L910 130L908 128L839 174L801 166L759 191Z" />
    <P paint="side" d="M690 440H1020V600H690Z" />
    <P paint="shelf" d="M690 432H1020V444H690ZM850 444H856V600H850ZM816 510H836V516H816ZM870 510H890V516H870Z" />
    <P paint="paper" d="M738 404H812V418H738ZM746 390H804V404H746ZM742 418H808V432H742Z" />
    <P
      paint="leaf"
      d="M926 388C898 350 894 306 910 276C932 306 940 350 934 388ZM934 388C932 336 950 292 978 272C986 314 974 356 942 388ZM942 390C954 354 980 332 1006 328C1002 362 976 386 946 394Z"
    />
    <P paint="pot" d="M910 388H966L958 432H918Z" />
    <P paint="frame" d="M0 600H1020V612H0Z" />
  </>
);

const ROOMS: ReadonlyMap<string, { readonly dress: string | undefined; readonly room: ReactNode }> = new Map([
  ['marc-delattre', { dress: styles.marc, room: office }],
  ['claire-morel', { dress: styles.claire, room: arch }],
  ['philippe-garnier', { dress: styles.philippe, room: files }],
  ['julie-ferrand', { dress: styles.julie, room: lounge }],
  ['thomas-lemaire', { dress: styles.thomas, room: studio }],
  ['ines-laurent', { dress: styles.ines, room: set }],
  ['nadia-benkirane', { dress: styles.nadia, room: workshop }],
  ['karen-whitfield', { dress: styles.karen, room: view }],
  ['helene-vasseur', { dress: styles.helene, room: hearing }],
  ['dr-kessler', { dress: styles.kessler, room: corridor }],
]);

/** The room around a persona on stage, wide and without anyone in it. */
export function StageBackdrop({ slug, className }: { readonly slug: string; readonly className?: string | undefined }) {
  const { dress, room } = ROOMS.get(slug) ?? { dress: styles.marc, room: office };
  return (
    <svg
      className={[styles.backdrop, dress, className].filter(Boolean).join(' ')}
      viewBox="0 0 1020 660"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {room}
    </svg>
  );
}
