import { bell, clamp, mix, ramp, type V3 } from './maths.ts';
import { MOUTH_Y } from './form.ts';
import { lipHeights, type Lips } from './skin-grid.ts';

/** Which side of the face a point is on. */
const out = (p: V3) => Math.sign(p[0]);

/** The ends of a brow, where it moves apart from its middle. */
const inner = (p: V3) => bell((Math.abs(p[0]) - 0.16) / 0.16, 1);
const outer = (p: V3) => bell((Math.abs(p[0]) - 0.52) / 0.2, 1);

/** A movement of the skin at full strength: where a point at rest goes. `side` 1 is over the mouth line, −1 under it. */
export type Field = (p: V3, side: 1 | -1) => V3;

const JAW_HINGE = { y: -0.22, z: -0.2 };
const JAW_ANGLE = 0.235;

/** How much of the jaw a point of the skin follows. */
function jawShare([x, y, z]: V3, side: 1 | -1, { width }: Lips): number {
  const cheek = ramp(-0.4, -1.0, y);
  const inMouth = 1 - clamp(Math.abs(x) / width) ** 2;
  const own = side > 0 ? 0 : 1;
  const share = mix(cheek, own, inMouth ** 0.75 * (side > 0 ? ramp(-0.3, -0.7, y) : 1));
  // Under the chin the throat stays where it is.
  return share * ramp(-0.5, 0.15, z) * ramp(-1.9, -1.15, y);
}

export const jawTurn = (p: V3, share: number): V3 => {
  const angle = JAW_ANGLE * share;
  const [dy, dz] = [p[1] - JAW_HINGE.y, p[2] - JAW_HINGE.z];
  return [p[0], JAW_HINGE.y + dy * Math.cos(angle) - dz * Math.sin(angle), JAW_HINGE.z + dz * Math.cos(angle) + dy * Math.sin(angle)];
};

export function mouthFields(
  lips: Lips,
): Readonly<Record<'jaw' | 'wide' | 'narrow' | 'protrude' | 'smile' | 'sad' | 'upper' | 'lower' | 'tuck' | 'press' | 'skew', Field>> {
  const hw = lips.width;
  const near = (p: V3, rx: number, ry: number, y = MOUTH_Y) =>
    bell(Math.max(0, Math.abs(p[0]) - hw * 0.2) / rx, 1) * bell((p[1] - y) / ry, 1) * (p[2] > 0.2 ? 1 : 0);
  /** 1 between the corners, fading over the lip's own height. */
  const onLip = (p: V3, reach: number) => (1 - clamp(Math.abs(p[0]) / hw) ** 2) * bell((p[1] - MOUTH_Y) / reach, 1) * (p[2] > 0.4 ? 1 : 0);
  const corner = (p: V3, rx: number, ry: number) => bell((Math.abs(p[0]) - hw) / rx, 1) * bell((p[1] - MOUTH_Y) / ry, 1) * (p[2] > 0.1 ? 1 : 0);
  /** Grows from the middle to the corners and fades beyond them. */
  const stretch = (p: V3) =>
    clamp(Math.abs(p[0]) / hw) * bell(Math.max(0, Math.abs(p[0]) - hw) / 0.2, 1) * bell((p[1] - MOUTH_Y) / 0.22, 1) * (p[2] > 0.1 ? 1 : 0);
  return {
    jaw: (p, side) => jawTurn(p, jawShare(p, side, lips)),
    wide: (p) => [p[0] + out(p) * 0.05 * stretch(p), p[1], p[2] - 0.03 * stretch(p)],
    narrow: (p) => [p[0] - out(p) * 0.125 * stretch(p), p[1], p[2] + 0.035 * stretch(p)],
    protrude: (p, side) => {
      const k = near(p, hw * 0.75, 0.13);
      return [p[0], p[1] + side * 0.022 * onLip(p, 0.1), p[2] + 0.085 * k];
    },
    smile: (p) => {
      const k = corner(p, 0.15, 0.16);
      const apple = bell((Math.abs(p[0]) - 0.43) / 0.17, 1) * bell((p[1] + 0.38) / 0.16, 1) * (p[2] > 0.1 ? 1 : 0);
      const lift = k * 0.075 + apple * 0.045;
      const middle = -0.012 * onLip(p, 0.2);
      return [p[0] + out(p) * (0.055 * k + 0.012 * apple), p[1] + lift + middle, p[2] - 0.035 * k + 0.04 * apple];
    },
    sad: (p) => {
      const k = corner(p, 0.13, 0.13);
      const boss = bell(p[0] / 0.2, 1) * bell((p[1] + 0.93) / 0.12, 1);
      return [p[0] + out(p) * 0.004 * k, p[1] - 0.062 * k + 0.018 * onLip(p, 0.09) + 0.02 * boss, p[2] + 0.012 * boss];
    },
    upper: (p, side) => {
      const k = side > 0 ? onLip(p, 0.17) : 0;
      return [p[0], p[1] + 0.046 * k, p[2] + 0.012 * k];
    },
    lower: (p, side) => {
      const k = side < 0 ? onLip(p, 0.16) : 0;
      return [p[0], p[1] - 0.085 * k, p[2] + 0.012 * k];
    },
    tuck: (p, side) => {
      if (side > 0) return p;
      // The edge slips behind the teeth, what is under it rolls up after it.
      const k = (1 - clamp(Math.abs(p[0]) / hw) ** 2) ** 0.9 * (p[2] > 0.4 ? 1 : 0);
      const below = MOUTH_Y - p[1];
      return [p[0], p[1] + 0.034 * k * bell((below - 0.05) / 0.1, 1), p[2] - 0.185 * k * bell(below / 0.085, 1)];
    },
    // The whole mouth goes to one side and rises there.
    skew: (p) => {
      const k = near(p, hw * 0.9, 0.17);
      const far = clamp(p[0] / hw, -1.2, 1.2) * bell((p[1] - MOUTH_Y) / 0.17, 1) * (p[2] > 0.2 ? 1 : 0) * bell(Math.max(0, Math.abs(p[0]) - hw) / 0.16, 1);
      return [p[0] + 0.042 * k, p[1] + 0.03 * far, p[2]];
    },
    press: (p, side) => {
      const s = p[0] / hw;
      const { line, above, below } = lipHeights(s, lips);
      const height = side > 0 ? above : below;
      const t = clamp(((p[1] - line) * side) / (height * 2.2));
      const k = (1 - clamp(Math.abs(s)) ** 4) * (p[2] > 0.4 ? 1 : 0) * (1 - t) ** 1.5;
      const gathered = corner(p, 0.1, 0.1);
      return [p[0] - out(p) * 0.012 * gathered, p[1] - side * Math.min(1, t * 2.4) * height * 0.45 * k, p[2] - 0.034 * k - 0.012 * gathered];
    },
  };
}

/** Brows move the skin of the forehead they grow on. */
export function browFields(browY: number, mirrored: boolean): Readonly<Record<'frown' | 'worry' | 'raise' | 'cock', Field>> {
  const zone = (p: V3, above: number) => (p[2] > 0.1 ? bell(Math.max(0, p[1] - browY) / above, 1) * ramp(0.1, browY - 0.02, p[1]) : 0);
  return {
    frown: (p) => {
      const k = zone(p, 0.2);
      return [p[0] - Math.sign(p[0]) * 0.038 * k * inner(p), p[1] - k * (0.075 * inner(p) - 0.012 * outer(p)), p[2] + 0.02 * k * inner(p)];
    },
    worry: (p) => {
      const k = zone(p, 0.26);
      return [p[0] - Math.sign(p[0]) * 0.018 * k * inner(p), p[1] + k * (0.105 * inner(p) - 0.03 * outer(p)), p[2] + 0.008 * k * inner(p)];
    },
    raise: (p) => {
      const k = zone(p, 0.3);
      return [p[0], p[1] + k * (0.068 + 0.04 * bell((Math.abs(p[0]) - 0.42) / 0.2, 1)), p[2] + 0.005 * k];
    },
    // One brow, the way doubt does it: the one the portrait lifts.
    cock: (p) => {
      const k = zone(p, 0.3) * ramp(0.02, 0.2, mirrored ? -p[0] : p[0]);
      return [p[0], p[1] + k * (0.05 + 0.06 * bell((Math.abs(p[0]) - 0.42) / 0.2, 1)), p[2] + 0.005 * k];
    },
  };
}
