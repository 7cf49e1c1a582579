import { atEar } from './ears.ts';
import type { GlassesLook, Jewel } from './look.ts';
import { curveThrough, rgb, type V3 } from './maths.ts';
import { addBall, addTube, type PartBuilder } from './part.ts';

const LENS_Y = -0.02;
const LENS_X = 0.36;

/** The rim of one glass, at an angle; a squarer shape has a greater power. */
function rim(side: number, { kind, half }: GlassesLook, angle: number, grow = 0): V3 {
  const power = kind === 'square' ? 0.55 : kind === 'oval' ? 0.86 : 1;
  const ease = (v: number) => Math.sign(v) * Math.abs(v) ** power;
  const x = side * LENS_X + ease(Math.cos(angle)) * (half[0] + grow);
  const y = LENS_Y + ease(Math.sin(angle)) * (half[1] + grow);
  return [x, y, 1.02 - 0.2 * (Math.abs(x) / 0.66) ** 2.2];
}

export function addGlasses(frame: PartBuilder, glass: PartBuilder, look: GlassesLook): void {
  const surface = { color: rgb(look.color), traits: [0.8, 0, 0, 0] } as const;
  for (const side of [-1, 1]) {
    const ring = Array.from({ length: 57 }, (_, i) => rim(side, look, (i / 56) * Math.PI * 2));
    addTube(frame, ring, look.bar, surface, 8);
    glass.grid(9, 33, (r, c) => {
      const angle = (c / 32) * Math.PI * 2;
      const [x, y, z] = rim(side, look, angle);
      const share = r / 8;
      const [mx, my] = [side * LENS_X, LENS_Y];
      const at: V3 = [mx + (x - mx) * share, my + (y - my) * share, z + 0.03 * (1 - share * share)];
      return { at, color: [255, 255, 255], traits: [(at[0] - mx) / (look.half[0] * 2) + 0.5, (at[1] - my) / (look.half[1] * 2) + 0.5, 0, 0] };
    });
    const hinge = rim(side, look, side > 0 ? 0.35 : Math.PI - 0.35);
    const arm = curveThrough([hinge, [side * 0.74, 0.07, 0.5], [side * 0.8, 0.09, 0.0], [side * 0.8, 0.06, -0.24], [side * 0.78, -0.12, -0.42]]);
    addTube(
      frame,
      Array.from({ length: 20 }, (_, i) => arm(i / 19)),
      look.bar * 0.95,
      surface,
      8,
    );
  }
  const inner = rim(1, look, Math.PI - 0.35);
  const bridge = curveThrough([[-inner[0], inner[1], inner[2]], [-0.05, inner[1] + 0.05, 1.0], [0.05, inner[1] + 0.05, 1.0], inner]);
  addTube(
    frame,
    Array.from({ length: 16 }, (_, i) => bridge(i / 15)),
    look.bar,
    surface,
    8,
  );
}

export function addJewels(part: PartBuilder, { kind, color }: Jewel): void {
  for (const side of [-1, 1]) {
    const lobe = atEar(side, [-0.03, -0.19, 0.08]);
    const surface = { color: rgb(color), traits: [1, kind === 'pearl' ? 0.2 : 1, 0, 0] } as const;
    if (kind === 'hoop') {
      const ring = Array.from({ length: 33 }, (_, i): V3 => {
        const angle = (i / 32) * Math.PI * 2;
        return [lobe[0] + side * 0.02 + Math.sin(angle) * 0.045 * side, lobe[1] - 0.1 + Math.cos(angle) * 0.12, lobe[2] + 0.03 + Math.sin(angle) * 0.07];
      });
      addTube(part, ring, 0.015, surface, 8);
    } else {
      const r = kind === 'pearl' ? 0.055 : 0.04;
      addBall(part, lobe, [r, r, r], surface, 14);
    }
  }
}
