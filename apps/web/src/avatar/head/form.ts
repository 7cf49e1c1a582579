import type { V3 } from './maths.ts';
import { carve, ellipsoid, far, limb, melt, type Sdf } from './sdf.ts';

/**
 * The bones of one head. Units: 1 is 100 pixels of the drawn portrait, the origin lies between the eyes, y up,
 * z towards the viewer. Every number is a factor or an addition to an average head, so 1 or 0 is average.
 */
export type Form = {
  readonly jaw: number;
  readonly chin: number;
  readonly chinWidth: number;
  readonly cheeks: number;
  readonly noseWidth: number;
  readonly noseLength: number;
  readonly bridge: number;
  readonly browRidge: number;
  readonly neck: number;
  /** How much the face narrows from the cheeks to the chin. */
  readonly taper: number;
  /** Full cheeks (1) or hollow ones (−1). */
  readonly flesh: number;
};

export const AVERAGE: Form = { jaw: 1, chin: 0, chinWidth: 1, cheeks: 1, noseWidth: 1, noseLength: 1, bridge: 1, browRidge: 1, neck: 1, taper: 0.04, flesh: 0 };

export const EYE = { x: 0.355, y: 0, z: 0.585, radius: 0.23, lid: 0.02 };
export const MOUTH_Y = -0.75;
/** The middle from which the skin is seen all around, chin, underside of the nose and neck included. */
export const MIDDLE = [0, -0.52, -0.2] as const;

const THROAT_TOP: V3 = [0, -0.75, -0.26];
const THROAT_END: V3 = [0, -2.1, -0.34];
const CORD_END: V3 = [0.15, -2.0, -0.12];
const BROW_INNER: V3 = [0.08, 0.2, 0.76];
const BROW_OUTER: V3 = [0.5, 0.2, 0.52];

export function headSdf(form: Form): Sdf {
  const { jaw, chin, chinWidth, cheeks, noseWidth, noseLength, bridge, browRidge, neck, taper, flesh } = form;
  const tip = 1.06 + (noseLength - 1) * 0.5;
  // Made once: this function is asked millions of times.
  const jawEnd: V3 = [0.44 * jaw, -0.62, -0.06];
  const chinEnd: V3 = [0.15 * chinWidth, -1.0 - chin, 0.55];
  const cordTop: V3 = [0.46 * neck, -0.72, -0.34];
  const noseTip: V3 = [0, -0.33, tip - 0.075];
  const noseRoot: V3 = [0, 0.14, 0.75 + 0.03 * bridge];
  return (px, y, z) => {
    const ax = Math.abs(px);
    const down = Math.min(1, Math.max(0, (-0.3 - y) / 0.85));
    const x = ax / (1 - taper * down * down * (3 - 2 * down));
    // The far side of the skull needs none of the features.
    const skull = ellipsoid(x, y - 0.4, z + 0.2, 0.79, 0.83, 0.97);
    let d = melt(skull, ellipsoid(x, y + 0.2, z - 0.05, 0.75 * (0.35 + 0.65 * jaw), 0.96, 0.78), 0.26);
    d = melt(d, limb(x, y, z, jawEnd, chinEnd, 0.17, 0.15), 0.34);
    d = melt(d, ellipsoid(x, y + 1.03 + chin, z - 0.65, 0.23 * chinWidth, 0.17, 0.19), 0.2);
    // Without the floor of the mouth the jaw would hang over a hollow.
    d = melt(d, ellipsoid(x, y + 0.95 + chin * 0.9, z - 0.16, 0.31 * jaw, 0.17, 0.38), 0.24);
    const throat = limb(ax, y, z, THROAT_TOP, THROAT_END, 0.42 * neck, 0.44 * neck);
    const cord = limb(ax, y, z, cordTop, CORD_END, 0.07, 0.07);
    d = melt(d, melt(throat, cord, 0.26), 0.3);
    if (z < 0.1) return d;
    d = melt(d, ellipsoid(x - 0.43 * cheeks, y + 0.27, z - 0.46, 0.2, 0.17, 0.22), 0.32);
    if (flesh !== 0) {
      const pad = ellipsoid(x - 0.44, y + 0.58, z - 0.42, 0.22, 0.26, 0.2);
      d = flesh > 0 ? melt(d, pad - 0.05 * flesh, 0.3) : carve(d, ellipsoid(x - 0.66, y + 0.62, z - 0.66, 0.14, 0.3, 0.2) + 0.1 * (1 + flesh), 0.35);
    }
    d = melt(d, limb(x, y, z, BROW_INNER, BROW_OUTER, 0.085 * browRidge, 0.08 * browRidge), 0.26);
    d = carve(d, ellipsoid(x - 0.34, y + 0.005, z - 0.99, 0.25, 0.15, 0.25), 0.2);
    d = melt(d, ellipsoid(x, y - MOUTH_Y, z - 0.6, 0.34, 0.27, 0.25), 0.26);
    d = nose(d, x, y, z, noseWidth, tip, bridge, noseRoot, noseTip);
    // The dip between lower lip and chin, and the groove under the nose.
    d = carve(d, ellipsoid(x, y + 0.925 + chin * 0.4, z - 0.96, 0.2, 0.045, 0.1), 0.12);
    d = carve(d, ellipsoid(x, y + 0.6, z - 0.965, 0.028, 0.07, 0.07), 0.05);
    // Closed lids lie over the ball of the eye.
    return melt(d, far(x - EYE.x, y - EYE.y, z - EYE.z) - EYE.radius - EYE.lid, 0.05);
  };
}

function nose(face: number, x: number, y: number, z: number, width: number, tip: number, bridge: number, root: V3, end: V3): number {
  let d = melt(face, limb(x, y, z, root, end, 0.066 * bridge, 0.088 * width), 0.19);
  d = melt(d, ellipsoid(x, y + 0.415, z - tip + 0.008, 0.098 * width, 0.1, 0.1), 0.12);
  d = melt(d, ellipsoid(x - 0.12 * width, y + 0.425, z - 0.885, 0.06 * width, 0.066, 0.11), 0.085);
  return carve(d, ellipsoid(x - 0.072 * width, y + 0.527, z - tip + 0.09, 0.036 * width, 0.028, 0.055), 0.04);
}
