import { drawBrow, drawEye } from './eyes.ts';
import type { Face } from './face.ts';
import { drawMouth } from './mouth.ts';
import { leanOf, ownShare, type Pose } from './pose.ts';
import { circle, fill, group, round, type Shape, stroke } from './shape.ts';

/** How the body carries itself: what breathing and nodding change. */
export type Carriage = {
  /** Pixels the chest rises with a breath. */
  readonly breath: number;
  /** Degrees the head leans, added to the persona's own tilt. */
  readonly lean: number;
  /** Turn of the head, added to the persona's own. */
  readonly turn: number;
  /** 0 level … 1 at the bottom of a nod. */
  readonly nod: number;
};

export const STILL: Carriage = { breath: 0, lean: 0, turn: 0, nod: 0 };

/**
 * Prepares a person and gives back the drawing of any instant, back to front. What never moves by itself is
 * drawn once and keeps its identity, so that patching skips it.
 */
export function prepareFigure(face: Face, ids: string): (pose: Pose, carriage: Carriage) => readonly Shape[] {
  const { skin } = face;
  const body = [
    fill('M200 300L200 378C198 388 194 394 188 400L292 400C286 394 282 388 280 378L280 300Z', skin.base),
    ...face.body,
    fill('M199.5 318L199.5 338C212 372 236 388 258 386C270 384 278 376 280.5 366L280.5 318Z', skin.shade, 0.95),
  ];
  const head = [...face.headBack, ...(face.earsHidden ? [] : drawEars(face)), ...drawSkin(face, ids), ...face.beard];
  return (pose, carriage) => {
    const lean = leanOf(face.tilt, pose) + carriage.lean;
    const rise = (share: number) => `translate(0 ${round(-carriage.breath * share)})`;
    const person = [
      group(face.behind, { transform: `${rise(0.6)} rotate(${round(lean * 4) / 10} 240 360)` }),
      group(body, { transform: rise(1) }),
      group([...head, drawFeatures(face, pose, carriage, ids), ...face.hair], {
        transform: `translate(0 ${round(3 * carriage.nod + 2.5 * pose.bow - 0.8 * carriage.breath)}) rotate(${round(lean * 10) / 10} 240 350)`,
      }),
    ];
    return [group(person, face.mirrored ? { transform: 'translate(480 0) scale(-1 1)' } : {})];
  };
}

/** One light, upper left: base, a flat shade on the far side, deep under the hair; the cheek is the only gradient. */
function drawSkin(face: Face, ids: string): Shape[] {
  const { skin, lips, outline } = face;
  const shift = face.turn * 7;
  const cheek = (cx: number, rx: number, ry: number): Shape => ({ tag: 'ellipse', attrs: { cx: cx + shift, cy: 262, rx, ry, fill: `url(#${ids}-cheek)` } });
  return [
    {
      tag: 'radialGradient',
      attrs: { id: `${ids}-cheek` },
      children: [
        { tag: 'stop', attrs: { stopColor: lips.lower, stopOpacity: 0.26 } },
        { tag: 'stop', attrs: { offset: 1, stopColor: lips.lower, stopOpacity: 0 } },
      ],
    },
    { tag: 'clipPath', attrs: { id: `${ids}-face` }, children: [{ tag: 'path', attrs: { d: outline } }] },
    fill(outline, skin.base),
    group(
      [
        group([fill('M292 96C306 150 304 214 296 250C290 284 270 322 236 352L360 360L360 96Z', skin.shade, 0.62)], {
          transform: `translate(${round(shift)} 0)`,
        }),
        cheek(194, 38, 28),
        cheek(284, 32, 26),
        ...face.onSkin,
        fill('M150 100H330V176C306 150 276 144 240 148C204 150 180 166 166 214L150 214Z', skin.deep, 0.2),
      ],
      { clipPath: `url(#${ids}-face)` },
    ),
  ];
}

function drawEars({ skin }: Face): Shape[] {
  const ear = (x: number, side: -1 | 1): Shape[] => [
    fill(
      `M${x} 214C${x + side * 13} 205 ${x + side * 18} 222 ${x + side * 13} 240C${x + side * 10} 254 ${x + side * 3} 260 ${x - side * 2} 256Z`,
      side > 0 ? skin.shade : skin.base,
    ),
    stroke(`M${x + side * 3} 222C${x + side * 11} 217 ${x + side * 11} 232 ${x + side * 4} 238`, skin.deep, 2.2, 0.6),
  ];
  return [...ear(162, -1), ...ear(318, 1)];
}

/** A turned head moves its features across the face, the nose most, and narrows the eye that goes away. */
function drawFeatures(face: Face, pose: Pose, carriage: Carriage, ids: string): Shape {
  const turn = face.turn + carriage.turn;
  const narrow = (cx: number, side: -1 | 1, shapes: readonly Shape[]): Shape => {
    const width = 1 - Math.max(0, turn * side) * 0.12;
    return group(shapes, { transform: `translate(${round(cx * (1 - width))} 0) scale(${Math.round(width * 1000) / 1000} 1)` });
  };
  return group(
    [
      narrow(204, -1, [...drawEye(face, pose, 204, -1, ids), drawBrow(face, pose, 204, -1)]),
      narrow(275, 1, [...drawEye(face, pose, 275, 1, ids), drawBrow(face, pose, 275, 1)]),
      drawFrown(face, pose),
      group(drawNose(face), { transform: `translate(${round(turn * 4)} 0)` }),
      group(drawMouth(face, pose), { transform: `translate(${round(turn * 1.5)} 0)` }),
      group(face.marks, {}),
    ],
    { transform: `translate(${round(-1 + turn * 9)} ${round(carriage.nod * 5 + pose.bow * 4)})` },
  );
}

/** The two folds between brows that are drawn together. */
const drawFrown = ({ skin, brows }: Face, pose: Pose): Shape =>
  stroke(
    'M233 194Q235 201 233 208M245 195Q243 201 245 207',
    skin.deep,
    2.2,
    round(0.6 * Math.min(1, Math.max(0, pose.brow + brows.frown * 0.4 * ownShare(pose.brow) - 0.35) * 1.8)),
  );

function drawNose({ nose, skin }: Face): Shape[] {
  const wing = round(nose * 0.6);
  return [
    fill(
      `M246 218C247 240 ${253 + nose} 254 ${256 + nose} 264C${257 + nose} 272 249 275 240 275C247 270 248 262 246 250C244 238 244 228 246 218Z`,
      skin.deep,
      0.42,
    ),
    stroke(`M${226 - wing} 268C${224 - wing} 274 229 276 233 274C236 278 244 278 247 274C251 276 ${256 + wing} 274 ${255 + wing} 268`, skin.deep, 2.3, 0.8),
    stroke('M236 226C235 240 235 250 236 260', '#FFFFFF', 4, 0.16),
  ];
}

/** For whoever has no portrait: a head and shoulders, no features to mistake for someone's. */
export function drawNobody(): readonly Shape[] {
  return [circle(240, 216, 104, '#B9B5C6'), fill('M50 560C54 470 96 420 160 402C200 392 280 392 320 402C384 420 426 470 430 560Z', '#A5A1B6')];
}
