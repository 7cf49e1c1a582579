import { carve, ellipsoid, limb, melt, type Sdf } from './sdf.ts';

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
  /** Full cheeks (1) or hollow ones (−1). */
  readonly flesh: number;
};

export const AVERAGE: Form = { jaw: 1, chin: 0, chinWidth: 1, cheeks: 1, noseWidth: 1, noseLength: 1, bridge: 1, browRidge: 1, neck: 1, flesh: 0 };

export const EYE = { x: 0.355, y: 0, z: 0.585, radius: 0.23, lid: 0.02 };
export const MOUTH_Y = -0.75;
/** The middle from which the skin is seen all around, chin, underside of the nose and neck included. */
export const MIDDLE = [0, -0.38, -0.12] as const;

export function headSdf(form: Form): Sdf {
  const { jaw, chin, chinWidth, cheeks, noseWidth, noseLength, bridge, browRidge, neck, flesh } = form;
  const tip = 1.06 + (noseLength - 1) * 0.5;
  return (px, y, z) => {
    const x = Math.abs(px);
    // The far side of the skull needs none of the features.
    const skull = ellipsoid(x, y - 0.4, z + 0.2, 0.79, 0.83, 0.97);
    let d = melt(skull, ellipsoid(x, y + 0.2, z - 0.05, 0.75 * (0.6 + 0.4 * jaw), 0.97, 0.78), 0.26);
    d = melt(d, limb(x, y, z, [0.44 * jaw, -0.62, -0.06], [0.15 * chinWidth, -1.0 - chin, 0.52], 0.17, 0.15), 0.34);
    d = melt(d, ellipsoid(x, y + 1.03 + chin, z - 0.6, 0.23 * chinWidth, 0.17, 0.19), 0.2);
    const throat = limb(x, y, z, [0, -0.75, -0.26], [0, -2.1, -0.34], 0.42 * neck, 0.44 * neck);
    const cord = limb(x, y, z, [0.46 * neck, -0.72, -0.34], [0.15, -2.0, -0.12], 0.07, 0.07);
    d = melt(d, melt(throat, cord, 0.16), 0.13);
    if (z < 0.1) return d;
    d = melt(d, ellipsoid(x - 0.44 * cheeks, y + 0.26, z - 0.48, 0.21, 0.16, 0.24), 0.26);
    if (flesh !== 0) {
      const pad = ellipsoid(x - 0.44, y + 0.58, z - 0.42, 0.22, 0.26, 0.2);
      d = flesh > 0 ? melt(d, pad - 0.05 * flesh, 0.3) : carve(d, ellipsoid(x - 0.66, y + 0.62, z - 0.66, 0.14, 0.3, 0.2) + 0.1 * (1 + flesh), 0.35);
    }
    d = melt(d, limb(x, y, z, [0.08, 0.2, 0.76], [0.5, 0.2, 0.52], 0.085 * browRidge, 0.08 * browRidge), 0.26);
    d = carve(d, ellipsoid(x - 0.34, y + 0.005, z - 0.99, 0.25, 0.15, 0.25), 0.2);
    d = melt(d, ellipsoid(x, y - MOUTH_Y, z - 0.6, 0.34, 0.27, 0.25), 0.26);
    d = nose(d, x, y, z, noseWidth, tip, bridge);
    // The dip between lower lip and chin, and the groove under the nose.
    d = carve(d, ellipsoid(x, y + 0.925 + chin * 0.4, z - 0.96, 0.2, 0.045, 0.1), 0.12);
    d = carve(d, ellipsoid(x, y + 0.6, z - 0.965, 0.028, 0.07, 0.07), 0.05);
    // Closed lids lie over the ball of the eye.
    return melt(d, Math.hypot(x - EYE.x, y - EYE.y, z - EYE.z) - EYE.radius - EYE.lid, 0.05);
  };
}

function nose(face: number, x: number, y: number, z: number, width: number, tip: number, bridge: number): number {
  let d = melt(face, limb(x, y, z, [0, 0.14, 0.75 + 0.03 * bridge], [0, -0.33, tip - 0.075], 0.066 * bridge, 0.088 * width), 0.19);
  d = melt(d, ellipsoid(x, y + 0.4, z - tip + 0.012, 0.105 * width, 0.098, 0.1), 0.12);
  d = melt(d, ellipsoid(x - 0.118 * width, y + 0.43, z - 0.9, 0.062 * width, 0.068, 0.11), 0.1);
  return carve(d, ellipsoid(x - 0.075 * width, y + 0.53, z - tip + 0.085, 0.045 * width, 0.03, 0.06), 0.06);
}
