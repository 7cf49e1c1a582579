import { clamp, curveThrough, mix, ramp, type V3 } from './maths.ts';
import { ellipsoid, limb, melt, reachOf, type Sdf } from './sdf.ts';

/** The middle from which chest, shoulders and neck are seen all around. */
const CHEST = [0, -3.5, -0.32] as const;

/** Neck, shoulders, chest and the beginning of the arms, under the clothes. */
export function torsoSdf(shoulders: number, neck: number): Sdf {
  const neckSide: V3 = [0.12, -2.02, -0.36];
  const shoulder: V3 = [1.38 * shoulders, -2.46, -0.32];
  const arm: V3 = [1.46 * shoulders, -2.6, -0.3];
  const elbow: V3 = [1.7 * shoulders, -4.3, -0.1];
  const neckTop: V3 = [0, -1.2, -0.3];
  const neckEnd: V3 = [0, -2.2, -0.36];
  const muscleTop: V3 = [0.22, -1.45, -0.46];
  const muscleEnd: V3 = [0.85 * shoulders, -2.28, -0.42];
  return (px, y, z) => {
    const x = Math.abs(px);
    let d = ellipsoid(x, y + 3.45, z + 0.2, 1.28 * shoulders, 1.45, 0.78);
    // From the neck the shoulder falls to the arm.
    d = melt(d, limb(x, y, z, neckSide, shoulder, 0.3, 0.4), 0.4);
    d = melt(d, limb(x, y, z, arm, elbow, 0.4, 0.42), 0.3);
    d = melt(d, limb(x, y, z, neckTop, neckEnd, 0.43 * neck, 0.45 * neck), 0.36);
    // The muscle from the neck to the shoulder.
    d = melt(d, limb(x, y, z, muscleTop, muscleEnd, 0.18, 0.2), 0.4);
    return melt(d, ellipsoid(x - 0.48, y + 3.05, z - 0.22, 0.5, 0.5, 0.34), 0.3);
  };
}

export type Place = { readonly azimuth: number; readonly elevation: number };

const directionOf = ({ azimuth, elevation }: Place): V3 => [
  Math.cos(elevation) * Math.sin(azimuth),
  Math.sin(elevation),
  Math.cos(elevation) * Math.cos(azimuth),
];

export function placeOn(sdf: Sdf, place: Place, height: number): V3 {
  const direction = directionOf(place);
  const reach = reachOf(sdf, CHEST, direction, 3.2) + height;
  return [CHEST[0] + direction[0] * reach, CHEST[1] + direction[1] * reach, CHEST[2] + direction[2] * reach];
}

/** The point of the front of the body that the picture shows at x, y. */
export function inFront(sdf: Sdf, x: number, y: number, height = 0): V3 {
  let z = 1.6;
  for (let step = 0; step < 50; step++) {
    const d = sdf(x, y, z);
    if (d < 0.001) break;
    z -= d * 0.8;
    if (z < -0.6) break;
  }
  return [x, y, z + height];
}

/** The same point as seen from the middle of the chest. */
function placeOf([x, y, z]: V3): Place {
  const [dx, dy, dz] = [x - CHEST[0], y - CHEST[1], z - CHEST[2]];
  return { azimuth: Math.atan2(dx, dz), elevation: Math.atan2(dy, Math.hypot(dx, dz)) };
}

/**
 * The upper border of a garment on one side, from the middle of the front to the middle of the back: drawn points
 * of the front, then round the neck. Given as places, so that rows of cloth can run down from it.
 */
export function border(sdf: Sdf, front: readonly (readonly [number, number])[], napeY: number, side: 1 | -1): (share: number) => Place {
  const points = front.map(([x, y]) => inFront(sdf, Math.abs(x), y));
  const last = points.at(-1) ?? [0.45, -1.8, 0];
  const nape: V3 = [0, napeY, -0.86];
  const beside: V3 = [Math.max(0.42, last[0] * 0.9), mix(last[1], napeY, 0.75) + 0.02, -0.42];
  const along = curveThrough([...points, beside, [0.26, napeY + 0.01, -0.78], nape]);
  return (share) => {
    const p = along(share);
    const place = placeOf(p);
    return { azimuth: side * clamp(place.azimuth, 0, Math.PI), elevation: place.elevation };
  };
}

/** Rows of cloth spread out below a border: where it is `down` 0 … 1 under the border point `share`. */
export function below(top: Place, share: number, down: number, side: 1 | -1, opening: number): Place {
  const bottom = mix(opening, Math.PI, share ** 0.85);
  const fall = ramp(0, 1, down) * 0.35 + down * 0.65;
  return {
    azimuth: side * mix(Math.abs(top.azimuth), bottom, Math.sin((Math.PI / 2) * Math.min(1, down * 1.3)) * 0.999),
    elevation: mix(top.elevation, -0.16, fall),
  };
}
