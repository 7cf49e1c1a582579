import type { Face } from './face.ts';
import { ownShare, type Pose } from './pose.ts';
import { fill, round, type Shape, stroke } from './shape.ts';

const MIDDLE = 239;
const Y = 299;

const shown = (shape: Shape, visible: boolean): Shape => ({ ...shape, attrs: { ...shape.attrs, visibility: visible ? 'inherit' : 'hidden' } });

/** Always the same ten shapes in the same order; what a closed mouth hides is made invisible, not left out. */
export function drawMouth(face: Face, pose: Pose): Shape[] {
  const { lips, skin } = face;
  const free = 1 - pose.press;
  const open = Math.max(0, pose.open) * free;
  const own = lips.smile * ownShare(pose.smile);
  const smile = pose.smile + own;
  const glad = Math.max(0, pose.smile);
  const X = round(MIDDLE + 5 * pose.skew);
  const half = lips.width * pose.w * (1 - 0.06 * pose.press) * (1 + 0.1 * glad);
  const corner = round(Y - 5 * own - 7.5 * pose.smile + 1.5 * open);
  // A mouth drawn to one side rises there.
  const [cornerLeft, cornerRight] = [round(corner + 2.5 * pose.skew), round(corner - 3.5 * pose.skew)];
  const pushed = 1 + 0.25 * pose.protrude;
  const upperLip = (lips.full ? 8.5 : 6) * pushed * (1 - 0.45 * pose.press);
  const lowerLip = (lips.full ? 12 : 9.5) * pushed * (1 - 0.45 * pose.press) * (1 - 0.72 * pose.tuck);
  const top = round(Y - (1.5 * open + 4.5 * pose.upper * free));
  const bottom = round(Y + 2 + 18 * open + 6 * pose.lower * free - 1.5 * pose.tuck);
  const left = round(X - half);
  const right = round(X + half);
  // A rounded mouth is an oval, not a smaller leaf.
  const shoulder = round(half * Math.max(0.12, 0.46 - 0.7 * Math.max(0, 1 - pose.w)));
  const base = round(half * Math.max(0.05, 0.3 - 0.5 * Math.max(0, 1 - pose.w)));
  const teeth = round(half * 0.28);
  const bite = round(half * (0.6 - 0.2 * Math.max(0, 1 - pose.w)));
  const gap = bottom - top - 2;
  const parted = gap > 1;
  const cheekY = round(-3 * Math.max(0, smile));
  const dimple = round(2 - 2 * smile);
  const fold = round(4 + 4 * glad);
  // Rounded lips hide the teeth they are pushed away from.
  const bared = pose.tongue < 0.9 && (pose.protrude < 0.5 || pose.upper > 0.4);
  // The lower teeth come into view only where the lip is drawn from them and the jaw is nearly shut.
  const biting = pose.lower > 0.3 && open < 0.3;
  const tongueY = round(bottom - 2 - Math.max(0, gap - 4) * 0.8 * Math.max(0, pose.tongue - 0.35));
  const edge = round(top + 3 + Math.min(3, gap * 0.5) + 2 * pose.tuck);
  const peak = round(Y - upperLip - (Y - top) * 0.8);
  return [
    shown(
      fill(
        `M${left} ${cornerLeft}C${left + shoulder} ${top - 1} ${right - shoulder} ${top - 1} ${right} ${cornerRight}C${right - base} ${bottom + 2} ${left + base} ${bottom + 2} ${left} ${cornerLeft}Z`,
        '#4A1719',
      ),
      parted,
    ),
    shown(
      fill(
        `M${round(X - half * 0.55)} ${bottom + 1}C${round(X - half * 0.3)} ${bottom - 4} ${round(X + half * 0.3)} ${bottom - 4} ${round(X + half * 0.55)} ${bottom + 1}Z`,
        '#EFE6DA',
      ),
      parted && biting,
    ),
    shown(
      {
        tag: 'ellipse',
        attrs: { cx: X, cy: tongueY, rx: round(half * 0.5), ry: round(Math.max(2.2, 4 * open + 2 * pose.tongue)), fill: '#CF7672' },
      },
      parted && (open > 0.45 || pose.tongue > 0.5),
    ),
    shown(
      fill(
        `M${left + teeth} ${corner}C${left + bite} ${top - 1} ${right - bite} ${top - 1} ${right - teeth} ${corner}C${right - bite} ${edge} ${left + bite} ${edge} ${left + teeth} ${corner}Z`,
        '#FBF7EF',
      ),
      parted && bared,
    ),
    fill(
      `M${left} ${cornerLeft}C${round(X - 15 * pose.w)} ${peak + 2} ${X - 7} ${peak} ${X - 4} ${peak}Q${X} ${peak + 3} ${X + 4} ${peak}C${X + 7} ${peak} ${round(X + 15 * pose.w)} ${peak + 2} ${right} ${cornerRight}C${right - shoulder} ${round(top + 1.4)} ${left + shoulder} ${round(top + 1.4)} ${left} ${cornerLeft}Z`,
      lips.upper,
    ),
    fill(
      `M${left} ${cornerLeft}C${left + base} ${bottom} ${right - base} ${bottom} ${right} ${cornerRight}C${round(X + 15 * pose.w)} ${round(bottom + lowerLip)} ${round(X - 15 * pose.w)} ${round(bottom + lowerLip)} ${left} ${cornerLeft}Z`,
      lips.lower,
    ),
    shown(
      stroke(
        `M${left - 1} ${cornerLeft}C${left + 12} ${round(Y + 1.8 + glad)} ${right - 12} ${round(Y + 1.8 + glad)} ${right + 1} ${cornerRight}`,
        lips.line,
        2,
      ),
      !parted,
    ),
    stroke(`M${left - 3} ${round(cornerLeft + cheekY)}q${round(-3 - 2 * glad)} ${dimple} -2 ${fold}`, skin.deep, 1.8, 0.5),
    stroke(`M${right + 3} ${round(cornerRight + cheekY)}q${round(3 + 2 * glad)} ${dimple} 2 ${fold}`, skin.deep, 1.8, 0.5),
    stroke(`M${X - 10} ${round(bottom + lowerLip + 3)}q10 4 20 0`, skin.deep, 2.4, 0.35),
  ];
}
