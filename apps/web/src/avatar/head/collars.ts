import type { Wear } from './look.ts';
import { add, curveThrough, mix, mix3, mixRgb, noise, ramp, rgb, scale, type V3 } from './maths.ts';
import type { Tailor } from './tailor.ts';
import { inFront } from './torso.ts';

export function shirtCollar({ cloth, body, look }: Tailor, { color, open, tip, rise }: Extract<Wear, { kind: 'shirt-collar' }>): void {
  const own = rgb(color);
  const n = look.form.neck;
  for (const side of [1, -1] as const) {
    const front = inFront(body, open, -1.98 - open * 0.6, 0.03);
    const low = curveThrough([
      [side * open, front[1], front[2]],
      [side * 0.4 * n, -1.86, -0.02],
      [side * 0.53 * n, -1.76, -0.36],
      [side * 0.34 * n, -1.66, -0.8],
      [0, -1.64, -0.92],
    ]);
    const high = curveThrough([
      [side * (open + 0.03), front[1] + rise * 0.62, front[2] - 0.0],
      [side * 0.44 * n, -1.82 + rise, 0.0],
      [side * 0.54 * n, -1.7 + rise, -0.36],
      [side * 0.35 * n, -1.6 + rise, -0.82],
      [0, -1.58 + rise, -0.94],
    ]);
    const end = inFront(body, tip[0], tip[1], 0.075);
    const out = curveThrough([
      [side * tip[0], tip[1], end[2]],
      [side * 0.62 * n, -2.02, 0.1],
      [side * 0.69 * n, -1.86, -0.38],
      [side * 0.43 * n, -1.72, -0.98],
      [0, -1.7, -1.08],
    ]);
    cloth.grid(
      40,
      17,
      (r, c) => {
        const s = r / 39;
        const [a, b, d] = [low(s), high(s), out(s)];
        const v = c / 16;
        const at =
          v < 0.42
            ? mix3(a, b, v / 0.42)
            : v < 0.93
              ? add(
                  mix3(b, d, ramp(0.42, 0.93, v) * 0.3 + ((v - 0.42) / 0.51) * 0.7),
                  scale([side * 0.3, 0.5, 0.8], 0.045 * Math.sin((Math.PI * (v - 0.42)) / 0.51)),
                )
              : add(d, [0, -0.004, -0.045 * ((v - 0.93) / 0.07)]);
        return {
          at,
          color: v < 0.42 ? mixRgb(own, scale(own, 0.7), 0.5) : v > 0.94 ? scale(own, 0.72) : own,
          open: v < 0.42 ? mix(0.5, 0.8, v) : 1,
          traits: [s * 20, v * 6, 0, 0],
          follow: 0.02,
        };
      },
      side > 0,
    );
  }
}

export function rollCollar({ cloth, look }: Tailor, { color, height, dark }: Extract<Wear, { kind: 'roll-collar' }>): void {
  const own = rgb(color);
  const deep = rgb(dark);
  const n = look.form.neck;
  cloth.grid(
    26,
    121,
    (r, c) => {
      const angle = (c / 120) * Math.PI * 2;
      const v = r / 25;
      // Up the inside is hidden; the outside bulges and folds over at the top.
      const foot = 1 - v;
      const up = -1.92 + height * Math.sin(Math.PI * Math.min(1, 0.08 + v * 0.6)) - 0.2 * ramp(0.3, 0, v);
      const ring = (0.57 + 0.05 * Math.sin(Math.PI * v) + 0.2 * foot ** 2 + (v > 0.85 ? -0.12 * ramp(0.85, 1, v) : 0)) * n + 0.045;
      const at: V3 = [
        Math.sin(angle) * ring * 1.06,
        // The shoulder is higher beside the neck than the chest is before it.
        up + 0.12 * Math.sin(angle) ** 2 - 0.05 * Math.cos(angle) - (v > 0.85 ? 0.06 * ramp(0.85, 1, v) : 0) + 0.012 * noise([angle * 2, v * 3, 1]),
        -0.32 + Math.cos(angle) * ring * 1.02 + 0.05 * (1 - v),
      ];
      return {
        at,
        color: mixRgb(own, deep, 0.4 * ramp(0.9, 1, v) + 0.3 * ramp(0.2, 0, v)),
        open: mix(0.6, 1, ramp(0, 0.3, v)),
        traits: [(angle / (Math.PI * 2)) * 46, v * 8, 1, 0],
        follow: 0.12 * ramp(0.3, 1, v),
      };
    },
    true,
  );
}

export function tie({ cloth, body }: Tailor, { color, dark }: Extract<Wear, { kind: 'tie' }>): void {
  const own = rgb(color);
  const half = curveThrough([
    [0.1, -1.95, 0],
    [0.13, -2.16, 0],
    [0.082, -2.42, 0],
    [0.11, -2.68, 0],
    [0.16, -3.1, 0],
    [0.2, -3.6, 0],
  ]);
  cloth.grid(34, 11, (r, c) => {
    const s = r / 33;
    const u = (c / 10) * 2 - 1;
    const [w, y] = half(s);
    const knot = ramp(0.42, 0.36, s);
    const p = inFront(body, u * w, y, 0.075 + 0.075 * knot * Math.sin(Math.PI * Math.min(1, s / 0.42)) + (0.035 + 0.05 * knot) * (1 - u * u));
    return {
      at: p,
      color: mixRgb(own, rgb(dark), 0.55 * ramp(0.34, 0.42, s) * ramp(0.52, 0.44, s) + 0.25 * Math.abs(u) ** 3),
      open: mix(0.75, 1, 1 - Math.abs(u)),
      traits: [u * 3, s * 12, 0, 0],
      follow: 0,
    };
  });
}

export function placket({ cloth, body }: Tailor, { color, from }: Extract<Wear, { kind: 'placket' }>): void {
  const own = rgb(color);
  cloth.grid(24, 7, (r, c) => {
    const y = mix(from, -3.6, r / 23);
    const u = (c / 6) * 2 - 1;
    return {
      at: inFront(body, 0.03 + u * 0.13, y, 0.045 + 0.025 * (1 - Math.abs(u) ** 6)),
      color: mixRgb(own, scale(own, 0.8), Math.abs(u) > 0.9 ? 0.6 : 0),
      open: 1,
      traits: [0, 0, 0, 0],
      follow: 0,
    };
  });
}

export function patch({ cloth, body }: Tailor, { color, corners, lift, trim }: Extract<Wear, { kind: 'patch' }>): void {
  const own = rgb(color);
  const [a, b, c, d] = corners.map(([x, y]): V3 => [x, y, 0]);
  if (!a || !b || !c || !d) return;
  cloth.grid(9, 9, (r, k) => {
    const [u, v] = [k / 8, r / 8];
    const flat = mix3(mix3(a, b, u), mix3(d, c, u), v);
    const edge = Math.min(u, 1 - u, v, 1 - v);
    return {
      at: inFront(body, flat[0], flat[1], lift + (edge > 0 ? 0.02 : -0.02)),
      color: trim && v > 0.2 && v < 0.8 && (r === 3 || r === 5) && u > 0.15 && u < 0.85 ? rgb(trim) : own,
      open: edge > 0 ? 1 : 0.6,
      traits: [0, 0, 0, 0],
      follow: 0,
    };
  });
}
