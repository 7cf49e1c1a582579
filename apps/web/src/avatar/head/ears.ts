import type { Look, Person } from './look.ts';
import { bell, clamp, mix, mixRgb, ramp, rgb, type V3 } from './maths.ts';
import type { PartBuilder } from './part.ts';

/** Outline of an ear seen from the side, as a distance from its middle for an angle: 0 towards the back of the head, π/2 up. */
function outline(angle: number): number {
  const up = Math.sin(angle);
  const back = Math.cos(angle);
  return 0.155 + 0.075 * Math.max(0, up) ** 1.5 + 0.03 * Math.max(0, back) + 0.06 * Math.max(0, -up) ** 2 - 0.035 * Math.max(0, -back);
}

/** Rim, inner ridge, bowl, lobe and the small flap before the canal. */
function relief(angle: number, share: number): number {
  const front = ramp(-0.2, -0.9, Math.cos(angle));
  const lobe = ramp(-0.55, -0.95, Math.sin(angle));
  const rim = 0.05 * bell(share - 0.88, 0.1) * (1 - 0.8 * lobe) * (1 - front);
  const groove = -0.022 * bell(share - 0.72, 0.08) * (1 - lobe) * (1 - front);
  const ridge = 0.03 * bell(share - 0.54, 0.11) * (1 - lobe) * (1 - 0.7 * front);
  const bowl = -0.06 * bell(share - 0.16, 0.26) * (1 - 0.6 * lobe);
  const flap = 0.045 * bell(share - 0.62, 0.2) * bell(Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle))) - Math.PI, 0.42);
  return rim + groove + ridge + bowl + flap + 0.02 * lobe;
}

const EAR = { x: 0.815, y: -0.1, z: -0.16 };

/** From the ear's own plane (backwards, up, outwards) to the side of the head. */
export function atEar(side: number, [back, up, out]: V3): V3 {
  const flare = 0.42;
  const [b, o] = [back * Math.cos(flare) - out * Math.sin(flare), out * Math.cos(flare) + back * Math.sin(flare)];
  const slant = 0.16;
  return [side * (EAR.x + o - 0.03 * up), EAR.y + up * Math.cos(slant) - b * Math.sin(slant) * 0.4, EAR.z - b - up * Math.sin(slant)];
}

export function addEars(part: PartBuilder, look: Look, person: Person): void {
  const base = rgb(person.skin.base);
  const deep = rgb(person.skin.deep);
  const warm = mixRgb(base, rgb('#D2604A'), 0.36);
  const [rows, columns] = [16, 45];
  for (const side of [-1, 1]) {
    part.grid(
      rows,
      columns,
      (r, c) => {
        const angle = (c / (columns - 1)) * Math.PI * 2;
        // The last rows fold the rim over and run behind the ear to the head.
        const share = Math.min(1, r / (rows - 4));
        const behind = Math.max(0, r - (rows - 4)) / 3;
        const reach = outline(angle) * share * (1 - 0.35 * behind);
        const out = relief(angle, share) + 0.045 - 0.11 * behind;
        const at = atEar(side, [Math.cos(angle) * reach, Math.sin(angle) * reach, out]);
        const sunk = clamp(-relief(angle, share) * 16);
        const color = mixRgb(mixRgb(base, warm, 0.4 + 0.6 * ramp(0.6, 1, share)), deep, 0.5 * sunk + 0.3 * behind);
        return { at: at, color, open: mix(0.9, 0.35, Math.max(sunk, behind)), traits: [0, look.age * 0.5, 0, 0], ride: -1 };
      },
      side > 0,
    );
  }
}
