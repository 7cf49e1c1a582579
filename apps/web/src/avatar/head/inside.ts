import { EYE, MOUTH_Y } from './form.ts';
import type { Person } from './look.ts';
import { add, mix, mixRgb, ramp, rgb, scale, sub, type V3 } from './maths.ts';
import type { MoveTableBuilder } from './moves.ts';
import { addBall, createPart, type Part } from './part.ts';
import { jawTurn } from './mouth-fields.ts';
import type { Skin } from './skin.ts';

/** Both balls of the eyes; the iris is drawn by the shader, around the axis that looks at the viewer. */
export function makeEyes(): { parts: Part[]; pivots: V3[] } {
  const pivots: V3[] = [
    [-EYE.x, EYE.y, EYE.z],
    [EYE.x, EYE.y, EYE.z],
  ];
  const parts = pivots.map((middle) => {
    const part = createPart('eye');
    const detail = 28;
    const iris = 0.43;
    part.grid(detail + 1, detail * 2 + 1, (r, c) => {
      const theta = (r / detail) * 1.5;
      const phi = (c / detail) * Math.PI;
      const n: V3 = [Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)];
      // The cornea bulges a little.
      const bulge = 1 + 0.035 * ramp(0.5, 0, theta);
      return { at: add(middle, scale(n, EYE.radius * bulge)), color: [255, 255, 255], traits: [(n[0] / iris) * 0.4, (n[1] / iris) * 0.4, 0, 0] };
    });
    return part.done();
  });
  return { parts, pivots };
}

const TOOTH: readonly number[] = [0.06, 0.048, 0.05, 0.046, 0.044];

/** How far forward the row of teeth is. */
const arch = (x: number, depth: number): number => 0.742 - 1.5 * x * x - depth;

/** Teeth, gums, tongue and the dark behind them. */
export function makeMouth(skin: Skin, person: Person, moves: MoveTableBuilder): Part {
  const part = createPart('mouth');
  const jawEntry = (at: V3) => moves.add({ jaw: sub(jawTurn(at, 1), at), tuck: [0, 0, 0] });
  const half = skin.lips.width * 0.98;
  const y = MOUTH_Y;

  // The dark: a bowl whose lower half goes down with the jaw.
  const dark = rgb('#260A0C');
  part.grid(12, 20, (r, c) => {
    const theta = (r / 11) * Math.PI;
    const phi = mix(-Math.PI / 2, Math.PI / 2, c / 19);
    const at: V3 = [Math.sin(phi) * Math.sin(theta) * half * 1.05, y - 0.03 + 0.17 * Math.cos(theta), 0.62 - Math.cos(phi) * Math.sin(theta) * 0.36];
    return { at, color: dark, open: 0.5, ride: r > 5 ? jawEntry(at) : -1 };
  });

  for (const side of [1, -1] as const) {
    const gum = mixRgb(rgb(person.lips.lower), rgb('#C05A58'), 0.5);
    const height = side > 0 ? 0.105 : 0.08;
    // The lower row bites behind the upper one.
    const depth = side > 0 ? 0 : 0.035;
    const edge = y + (side > 0 ? -0.036 : -0.043);
    for (const left of [1, -1] as const) {
      let x = 0.002;
      for (const [index, width] of TOOTH.entries()) {
        const own = width * (side > 0 ? 1 : 0.78);
        const [from, to] = [x, x + own * 0.97];
        x += own;
        const tall = height * (index === 1 ? 0.92 : index === 2 ? 1.02 : 1 - 0.03 * index);
        part.grid(7, 6, (r, c) => {
          const across = mix(from, to, c / 5);
          const v = r / 6;
          const round = 0.014 * (1 - Math.abs(c / 2.5 - 1) ** 3) * (1 - 0.5 * v);
          const tip = v === 0 ? 0.012 : 0;
          const rise = v * tall + (v < 0.2 ? 0.006 * Math.abs(c / 2.5 - 1) ** 2 : 0);
          const at: V3 = [left * across, edge + side * rise, arch(across, depth) + round - tip - (side > 0 ? 0.012 * v : 0)];
          const hide = ramp(0.27, 0.13, across);
          return {
            at,
            color: mixRgb(mixRgb([240, 233, 220], [214, 194, 168], v * 0.6), gum, ramp(0.8, 1, v)),
            open: mix(0.3, 0.98, hide),
            traits: [1, 0, 0, 0],
            ride: side < 0 ? jawEntry(at) : -1,
          };
        });
      }
    }
    part.grid(5, 24, (r, c) => {
      const across = mix(-0.25, 0.25, c / 23);
      const v = r / 4;
      const at: V3 = [across, edge + side * (height * 0.86 + 0.1 * v), arch(Math.abs(across), depth) + 0.012 * Math.sin(Math.PI * v) - 0.03 * v];
      return { at, color: gum, open: 0.55, traits: [0.6, 0, 0, 0], ride: side < 0 ? jawEntry(at) : -1 };
    });
  }
  addTongue(part, moves, y);
  return part.done();
}

function addTongue(part: ReturnType<typeof createPart>, moves: MoveTableBuilder, y: number): void {
  const color = rgb('#CC6A68');
  part.grid(16, 15, (r, c) => {
    const back = r / 15;
    const angle = mix(-Math.PI * 0.5, Math.PI * 0.5, c / 14);
    const tip = Math.sqrt(Math.min(1, back * 3.2));
    const at: V3 = [
      Math.sin(angle) * 0.14 * tip,
      y - 0.125 + Math.cos(angle) * (0.05 * tip) - 0.012 * Math.cos(angle * 4) * tip + 0.05 * Math.sin(back * Math.PI),
      0.66 - back * 0.42,
    ];
    const lifted = jawTurn(at, 1);
    const forward = (1 - back) ** 1.3;
    const ride = moves.add({ jaw: sub(lifted, at), tongue: [0, 0.11 * forward, 0.3 * forward] });
    return { at, color: mixRgb(color, rgb('#8C3A3C'), back), open: mix(0.92, 0.45, back), traits: [1, 0, 0, 0], ride };
  });
}

/** The small pink corner beside the nose, and the wet line along the lower lid. */
export function addCorners(part: ReturnType<typeof createPart>, person: Person): void {
  for (const side of [-1, 1]) {
    addBall(
      part,
      [side * (EYE.x - 0.178), EYE.y - 0.03, EYE.z + 0.128],
      [0.024, 0.02, 0.02],
      { color: mixRgb(rgb(person.skin.base), rgb('#B4564E'), 0.6), traits: [0.7, 0, 0, 0] },
      8,
    );
  }
}
