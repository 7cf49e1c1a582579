import type { Face } from './face.ts';
import type { Pose } from './pose.ts';
import { fill, round, type Shape, stroke } from './shape.ts';

const X = 239;
const Y = 299;

const shown = (shape: Shape, visibility: string): Shape => ({ ...shape, attrs: { ...shape.attrs, visibility } });

/** Always the same nine shapes in the same order; what a closed mouth hides is made invisible, not left out. */
export function drawMouth(face: Face, pose: Pose): Shape[] {
  const { lips, skin } = face;
  const open = Math.max(0, pose.open);
  const smile = pose.smile + lips.smile;
  const half = lips.width * pose.w;
  const corner = round(Y - 5 * smile);
  const upperLip = lips.full ? 8.5 : 6;
  const lowerLip = lips.full ? 12 : 9.5;
  const top = round(Y - 1.5 * open);
  const bottom = round(Y + 2 + 15 * open);
  const left = round(X - half);
  const right = round(X + half);
  const parted = open > 0.06 ? 'inherit' : 'hidden';
  const closed = open > 0.06 ? 'hidden' : 'inherit';
  const cheekY = round(corner - 3 * Math.max(0, smile));
  const dimple = round(2 - 2 * smile);
  return [
    shown(
      fill(
        `M${left} ${corner}C${left + 12} ${top - 1} ${right - 12} ${top - 1} ${right} ${corner}C${right - 8} ${bottom + 2} ${left + 8} ${bottom + 2} ${left} ${corner}Z`,
        '#4A1719',
      ),
      parted,
    ),
    shown(
      fill(
        `M${left + 7} ${corner}C${left + 15} ${top - 1} ${right - 15} ${top - 1} ${right - 7} ${corner}C${right - 15} ${top + 5} ${left + 15} ${top + 5} ${left + 7} ${corner}Z`,
        '#FBF7EF',
      ),
      parted,
    ),
    {
      tag: 'ellipse',
      attrs: { cx: X, cy: round(bottom - 2), rx: round(half * 0.5), ry: round(4 * open), fill: '#B4595A', visibility: open > 0.45 ? 'inherit' : 'hidden' },
    },
    fill(
      `M${left} ${corner}C${X - 15} ${Y - upperLip + 2} ${X - 7} ${Y - upperLip} ${X - 4} ${Y - upperLip}Q${X} ${Y - upperLip + 3} ${X + 4} ${Y - upperLip}C${X + 7} ${Y - upperLip} ${X + 15} ${Y - upperLip + 2} ${right} ${corner}C${right - 12} ${round(top + 1.4)} ${left + 12} ${round(top + 1.4)} ${left} ${corner}Z`,
      lips.upper,
    ),
    fill(
      `M${left} ${corner}C${left + 9} ${bottom} ${right - 9} ${bottom} ${right} ${corner}C${X + 15} ${round(bottom + lowerLip)} ${X - 15} ${round(bottom + lowerLip)} ${left} ${corner}Z`,
      lips.lower,
    ),
    shown(
      stroke(`M${left - 1} ${corner}C${left + 12} ${round(Y + 1.8 - smile)} ${right - 12} ${round(Y + 1.8 - smile)} ${right + 1} ${corner}`, lips.line, 2),
      closed,
    ),
    stroke(`M${left - 3} ${cheekY}q-3 ${dimple} -2 4`, skin.deep, 1.8, 0.5),
    stroke(`M${right + 3} ${cheekY}q3 ${dimple} 2 4`, skin.deep, 1.8, 0.5),
    stroke(`M${X - 10} ${round(bottom + lowerLip + 3)}q10 4 20 0`, skin.deep, 2.4, 0.35),
  ];
}
