import { add, along, clamp, cross, dot, length, mix, mix3, mixRgb, noise, ramp, type Rgb, scale, sub, unit, type V3 } from './maths.ts';
import type { PartBuilder } from './part.ts';
import { normalOf, type Sdf } from './sdf.ts';

/** A strand's line: where it goes, and what is outside of it. */
export type Path = { readonly at: readonly V3[]; readonly out: readonly V3[] };

export type LockShape = {
  /** Half its width in the middle. */
  readonly width: number;
  readonly thick: number;
  /** Share of the width it starts with and ends with. */
  readonly root: number;
  readonly tip: number;
  readonly color: Rgb;
  readonly tipColor?: Rgb;
  readonly id: number;
  /** How much sky the root sees: low where other locks lie over it. */
  readonly open?: number;
  /** No shine towards the tip: short hairs have none. */
  readonly dull?: boolean;
  readonly follow?: (p: V3) => number;
  readonly ride?: (p: V3) => number;
};

/** A lock: a flat bar, rounded on top, that tapers. */
export function addLock(part: PartBuilder, path: Path, shape: LockShape, across = 5): void {
  const count = path.at.length;
  if (count < 3) return;
  const first = part.size();
  for (let i = 0; i < count; i++) {
    const p = path.at[i] ?? [0, 0, 0];
    const share = i / (count - 1);
    const tangent = unit(sub(path.at[Math.min(count - 1, i + 1)] ?? p, path.at[Math.max(0, i - 1)] ?? p));
    const out = path.out[i] ?? [0, 1, 0];
    const sideways = unit(cross(tangent, out));
    const up = cross(sideways, tangent);
    const taper = mix(shape.root, 1, ramp(0, 0.3, share)) * mix(1, shape.tip, ramp(0.45, 1, share) ** 1.2);
    const color = mixRgb(mixRgb(shape.color, [0, 0, 0], 0.22 * ramp(0.35, 0, share)), shape.tipColor ?? shape.color, ramp(0.2, 1, share));
    for (let k = 0; k < across; k++) {
      const u = (k / (across - 1)) * 2 - 1;
      const bow = Math.sqrt(Math.max(0, 1 - u * u));
      const at = add(p, add(scale(sideways, u * shape.width * taper), scale(up, (bow - 0.3) * shape.thick * taper)));
      const normal = unit(add(scale(sideways, u * 0.75), scale(up, 0.35 + bow)));
      part.vertex({
        at,
        normal,
        color,
        open: mix(shape.open ?? 0.62, shape.dull ? (shape.open ?? 0.3) : 1, ramp(0, 0.45, share)) * mix(0.78, 1, bow),
        traits: [tangent[0], tangent[1], tangent[2], (shape.id % 97) * 4 + 1 + u],
        follow: shape.follow?.(at) ?? 1,
        ride: shape.ride?.(p) ?? -1,
      });
    }
  }
  for (let i = 0; i < count - 1; i++) {
    for (let k = 0; k < across - 1; k++) {
      const a = first + i * across + k;
      part.triangle(a, a + across, a + 1);
      part.triangle(a + 1, a + across, a + across + 1);
    }
  }
}

export type Flow = {
  readonly sdf: Sdf;
  /** Which way hair goes at a point; need not be along the surface. */
  readonly way: (p: V3, share: number, out: V3) => V3;
  /** Height over the skin along the strand. */
  readonly lift: (share: number) => number;
  /** 1 keeps to the surface, 0 falls free of it. */
  readonly hug: (share: number, p: V3) => number;
  readonly length: number;
  readonly steps: number;
  readonly waver?: number;
  /** Where it is cut. */
  readonly end?: (p: V3) => boolean;
};

/** Grows a strand from its root, step by step, over whatever is in its way. */
export function grow(root: V3, flow: Flow, seed: number): Path {
  const at: V3[] = [];
  const outs: V3[] = [];
  const step = flow.length / flow.steps;
  let p = along(root, normalOf(flow.sdf, root), flow.lift(0));
  let heading: V3 | undefined;
  for (let i = 0; i <= flow.steps; i++) {
    const share = i / flow.steps;
    const out = normalOf(flow.sdf, p, 0.02);
    if (i > 2 && flow.end?.(p)) break;
    at.push(p);
    outs.push(out);
    const hug = flow.hug(share, p);
    let way = unit(flow.way(p, share, out));
    way = unit(sub(way, scale(out, dot(way, out) * clamp(hug))));
    if (flow.waver)
      way = unit(add(way, scale([noise([seed * 3.7, share * 3, 1]), noise([seed * 3.7, share * 3, 5]), noise([seed * 3.7, share * 3, 9])], flow.waver)));
    // Hair bends, it has no corners.
    heading = heading ? unit(add(scale(heading, 0.45), scale(way, 0.55))) : way;
    p = along(p, heading, step);
    const away = flow.lift(share) - flow.sdf(p[0], p[1], p[2]);
    const n = normalOf(flow.sdf, p, 0.02);
    if (away > 0) p = along(p, n, away);
    else if (hug > 0) p = along(p, n, away * hug * 0.7);
  }
  return { at, out: outs };
}

/** Winds a path round its own middle line: a curl. */
export function curl(path: Path, radius: (share: number) => number, turns: number, phase: number, detail: number): Path {
  const at: V3[] = [];
  const outs: V3[] = [];
  const count = path.at.length;
  for (let i = 0; i < detail; i++) {
    const share = i / (detail - 1);
    const place = share * (count - 1);
    const k = Math.min(count - 2, Math.floor(place));
    const a: V3 = path.at[k] ?? [0, 0, 0];
    const b: V3 = path.at[k + 1] ?? a;
    const middle = mix3(a, b, place - k);
    const tangent = unit(sub(b, a));
    const out: V3 = path.out[k] ?? [0, 0, 1];
    const side = unit(cross(tangent, out));
    const up = length(side) > 0 ? cross(side, tangent) : out;
    const angle = phase + share * turns * Math.PI * 2;
    const radial: V3 = add(scale(side, Math.cos(angle)), scale(up, Math.sin(angle)));
    at.push(along(middle, radial, radius(share)));
    outs.push(radial);
  }
  return { at, out: outs };
}
