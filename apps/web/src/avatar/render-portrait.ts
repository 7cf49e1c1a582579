import { drawNobody, prepareFigure, STILL } from './figure.ts';
import { faceOf, tintOf } from './personas.ts';
import { type Pose, REST } from './pose.ts';
import { type Shape, toMarkup } from './shape.ts';

/** The part of the 480 × 560 box that is shown. None cuts the top of the hair. */
export const CROPS = {
  full: '0 0 480 560',
  card: '40 10 400 500',
  square: '70 30 340 340',
  round: '96 52 288 320',
} as const;

export type Crop = keyof typeof CROPS;

export function drawScene(slug: string): readonly Shape[] {
  return faceOf(slug)?.scene ?? [{ tag: 'rect', attrs: { width: 480, height: 560, fill: tintOf(slug).base } }];
}

export function drawPerson(slug: string, pose: Pose, ids: string): readonly Shape[] {
  const face = faceOf(slug);
  return face ? prepareFigure(face, ids)(pose, STILL) : drawNobody();
}

/** A whole SVG as text, without styles or scripts, for documents made outside a browser. */
export function renderPortrait(slug: string, pose: Pose = REST, crop: Crop = 'square', scene = true): string {
  const shapes = [...(scene ? drawScene(slug) : []), ...drawPerson(slug, pose, slug)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${CROPS[crop]}" preserveAspectRatio="xMidYMid slice">${toMarkup(shapes)}</svg>`;
}
