import type { Face } from './face.ts';
import { ownShare, type Pose } from './pose.ts';
import { fill, group, round, type Shape, stroke } from './shape.ts';

const EYE_LINE = 224;
const BROW_LINE = 203;

/** `side` −1 is the eye on the left of the picture. Always the same shapes in the same order, whatever the pose. */
export function drawEye(face: Face, pose: Pose, cx: number, side: -1 | 1, ids: string): Shape[] {
  const y = EYE_LINE;
  const open = Math.max(0.02, face.eyes.lid * pose.lid);
  const x = (outward: number) => round(cx + side * outward);
  // A smile pushes the cheek up under the eye.
  const cheek = Math.max(0, pose.smile) * 3.6 + Math.max(0, pose.brow - 0.4) * 3;
  const inner = `${x(-17)} ${y + 3}`;
  const upper = `C${x(13)} ${round(y - 10 * open)} ${x(-7)} ${round(y - 13 * open)} ${inner}`;
  const lower = `C${x(-8)} ${round(y + 7 - cheek)} ${x(10)} ${round(y + 8 - cheek)} ${x(18)} ${y}`;
  const corner = `M${x(18)} ${y}`;
  const fold = open < 0.3 ? 3 : 7;
  const lookX = round(cx + pose.gx * 5);
  const lookY = round(y - 1.6 + pose.gy * 3);
  const clip = `${ids}-eye${side}`;
  const crease = `M${x(21)} ${y - 3}C${x(13)} ${round(y - 11 * open - fold)} ${x(-7)} ${round(y - 13 * open - fold)} ${x(-17)} ${y - 1}L${inner}C${x(-7)} ${round(y - 13 * open)} ${x(13)} ${round(y - 10 * open)} ${x(18)} ${y}Z`;
  const shapes: Shape[] = [
    fill(crease, face.skin.deep, 0.34),
    { tag: 'clipPath', attrs: { id: clip }, children: [{ tag: 'path', attrs: { d: `${corner}${upper}${lower}Z` } }] },
    group(
      [
        { tag: 'rect', attrs: { x: cx - 22, y: y - 16, width: 44, height: 30, fill: '#F6F1E8' } },
        { tag: 'circle', attrs: { cx: lookX, cy: lookY, r: 8.8, fill: face.eyes.iris } },
        { tag: 'circle', attrs: { cx: lookX, cy: lookY, r: 4, fill: '#17110F' } },
        { tag: 'path', attrs: { d: `M${cx - 22} ${y - 16}h44v${round(10 - 1.5 * open)}q-22 -6 -44 0Z`, fill: '#3A2A26', opacity: 0.22 } },
        { tag: 'circle', attrs: { cx: round(cx - 3 + pose.gx * 5), cy: y - 5, r: 2.1, fill: '#FFFFFF' } },
      ],
      { clipPath: `url(#${clip})`, visibility: open > 0.2 ? 'inherit' : 'hidden' },
    ),
    stroke(`${corner}${upper}`, face.eyes.lash, face.eyes.lined ? 3.3 : 2.5),
    stroke(`M${x(-11)} ${round(y + 7.2 - cheek)}Q${cx} ${round(y + 9.5 - cheek)} ${x(13)} ${round(y + 5 - cheek)}`, face.skin.deep, 1.6, 0.55),
  ];
  if (face.eyes.lined) shapes.push(stroke(`M${x(17.5)} ${y + 0.2}q${side * 3} -1 ${side * 5.5} -4.2`, face.eyes.lash, 2.3));
  if (face.eyes.tired) shapes.push(stroke(`M${x(-13)} ${y + 13}Q${x(2)} ${y + 19} ${x(15)} ${y + 12}`, face.skin.deep, 2.4, 0.36));
  return shapes;
}

export function drawBrow(face: Face, pose: Pose, cx: number, side: -1 | 1): Shape {
  const { color, thickness, frown } = face.brows;
  // Further than this the arch would break.
  const bend = Math.max(-1.1, pose.brow + frown * ownShare(pose.brow) + (side === -1 ? pose.cock * 0.45 : pose.cock * -0.2));
  const inward = Math.max(0, bend) * 3 - 18;
  // Both brows never rise quite together; the difference is what keeps an arch from looking drawn on.
  const lift = pose.raise * (side === 1 ? 8 : 6.6) + (side === 1 ? pose.cock * 9 : pose.cock * -1.5);
  const x = (outward: number) => round(cx + side * outward);
  const headY = BROW_LINE + 1 + bend * 7.5 - lift * 0.55;
  const peakY = BROW_LINE - 7 - lift + Math.max(0, bend) * 2;
  const tailY = BROW_LINE + 2 - bend * 2.6 - lift * 0.35;
  const head = `${x(inward)} ${round(headY)}`;
  const d =
    `M${head}C${x(-9)} ${round(headY - 7 + 6 * Math.max(0, -bend))} ${x(1)} ${round(peakY)} ${x(7)} ${round(peakY)}` +
    `C${x(15)} ${round(peakY + 1)} ${x(20)} ${round(tailY - 3)} ${x(24)} ${round(tailY)}` +
    `C${x(16)} ${round(tailY - 1)} ${x(10)} ${round(peakY + thickness * 0.72)} ${x(6)} ${round(peakY + thickness * 0.85)}` +
    `C${x(-3)} ${round(peakY + thickness)} ${x(-9)} ${round(headY + thickness * 0.3)} ${x(inward + 1)} ${round(headY + thickness)}` +
    `C${x(inward - 2)} ${round(headY + thickness * 0.6)} ${x(inward - 1.5)} ${round(headY + 1)} ${head}Z`;
  return fill(d, color, 0.92);
}
