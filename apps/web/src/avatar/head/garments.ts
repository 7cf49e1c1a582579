import type { Look, Wear } from './look.ts';
import { along, mix, mix3, mixRgb, noise, ramp, type Rgb, rgb, scale, unit, type V3 } from './maths.ts';
import { addBall, addTube, createPart, type Part } from './part.ts';
import { normalOf, opennessOf, type Sdf, settle } from './sdf.ts';
import { patch, placket, rollCollar, shirtCollar, tie } from './collars.ts';
import { drape, type Tailor } from './tailor.ts';
import { below, border, inFront, placeOn } from './torso.ts';

const PATTERNS = { plain: 0, ribs: 1, knit: 2 } as const;

export function dress(look: Look, body: Sdf, scene: Sdf): Part[] {
  const cloth = createPart('cloth');
  const plain = createPart('plain');
  const tailor: Tailor = { cloth, plain, body, scene, look };
  for (const wear of look.wear) sew(tailor, wear);
  return [cloth.done(), plain.done()];
}

function sew(tailor: Tailor, wear: Wear): void {
  switch (wear.kind) {
    case 'top':
      return layer(tailor, {
        neck: wear.neck,
        nape: wear.nape ?? -1.735,
        color: rgb(wear.color),
        height: wear.over ?? 0.03,
        pattern: PATTERNS[wear.pattern ?? 'plain'],
        trim: wear.trim ? rgb(wear.trim) : undefined,
        opening: 0,
      });
    case 'jacket': {
      layer(tailor, { neck: wear.edge, nape: -1.7625, color: rgb(wear.color), height: 0.085, pattern: 0, opening: wear.edge[0]?.[0] ? 0.12 : 0 });
      for (const side of [-1, 1])
        addTube(
          tailor.cloth,
          drape(
            tailor,
            [
              [side * 1.3, -2.62],
              [side * 1.22, -2.95],
              [side * 1.18, -3.6],
            ],
            0.084,
          ),
          0.011,
          { color: rgb(wear.seam), follow: 0, open: 0.7 },
          6,
        );
      if (wear.lapel !== 'none') lapels(tailor, wear);
      return;
    }
    case 'shirt-collar':
      return shirtCollar(tailor, wear);
    case 'roll-collar':
      return rollCollar(tailor, wear);
    case 'tie':
      return tie(tailor, wear);
    case 'placket':
      for (const side of [-1, 1]) {
        addTube(
          tailor.cloth,
          drape(
            tailor,
            [
              [side * 1.34, -2.5],
              [side * 1.26, -2.86],
              [side * 1.2, -3.6],
            ],
            0.03,
          ),
          0.009,
          { color: rgb(wear.seam), follow: 0, open: 0.8 },
          6,
        );
        addTube(
          tailor.cloth,
          drape(
            tailor,
            [
              [side * 0.6, -2.16],
              [side * 0.95, -2.3],
              [side * 1.3, -2.42],
            ],
            0.03,
          ),
          0.008,
          { color: rgb(wear.seam), follow: 0, open: 0.8 },
          6,
        );
      }
      return placket(tailor, wear);
    case 'patch':
      return patch(tailor, wear);
    case 'chain': {
      const path = drape(tailor, wear.points, wear.lift ?? 0.03);
      addTube(tailor.plain, path, wear.radius ?? 0.012, { color: rgb(wear.color), traits: [1, 1, 0, 0], follow: 0 }, 6);
      const low = path.reduce((lowest, p) => (p[1] < lowest[1] ? p : lowest));
      if (wear.pendant)
        addBall(tailor.plain, [low[0], low[1] - 0.03, low[2] + 0.015], [0.042, 0.042, 0.03], { color: rgb(wear.color), traits: [1, 1, 0, 0], follow: 0 });
      return;
    }
    case 'tube':
      return addTube(tailor.plain, drape(tailor, wear.path, wear.lift), wear.radius, { color: rgb(wear.color), traits: [0.6, 0, 0, 0], follow: 0 }, 10);
    case 'button': {
      const r = wear.radius ?? 0.04;
      return addBall(
        tailor.plain,
        inFront(tailor.body, wear.at[0], wear.at[1], wear.lift ?? 0.1),
        [r, r, r * 0.45],
        { color: rgb(wear.color), traits: [0.6, 0, 0, 0], follow: 0 },
        12,
      );
    }
  }
}

type Layer = {
  readonly neck: readonly (readonly [number, number])[];
  readonly nape: number;
  readonly color: Rgb;
  readonly height: number;
  readonly pattern: number;
  readonly trim?: Rgb | undefined;
  readonly opening: number;
};

/** A garment's cloth: from its border down, on both sides, with a rolled hem. */
function layer({ cloth, body, scene }: Tailor, { neck, nape, color, height, pattern, trim, opening }: Layer): void {
  const [rows, columns] = [46, 66];
  for (const side of [1, -1] as const) {
    const top = border(body, neck, nape, side);
    cloth.grid(
      rows,
      columns,
      (r, c) => {
        const share = c / (columns - 1);
        const hem = r < 3 ? ([0.0, 0.7, 1][r] ?? 1) : 1;
        const down = Math.max(0, r - 2) / (rows - 3);
        const place = below(top(share), share, down, side, opening);
        const flat = placeOn(body, place, 0);
        const n = normalOf(body, flat, 0.03);
        const folds = 0.014 * noise(scale(flat, 2.2)) * ramp(0, 0.2, down);
        const at = along(flat, n, mix(-0.03, height, hem) + folds);
        const open = opennessOf(scene, along(at, n, 0.03), n);
        const own = trim ? mixRgb(trim, color, ramp(0.035, 0.05, down)) : color;
        return {
          at,
          color: mixRgb(own, scale(own, 0.72), r < 2 ? 0.5 : 0),
          open: mix(0.35, 1, open),
          traits: [place.azimuth * 13, place.elevation * 14, pattern, 0],
          follow: 0,
        };
      },
      side < 0,
    );
  }
}

type Ribbon = {
  readonly inner: (share: number) => V3;
  readonly outer: (share: number) => V3;
  readonly color: Rgb;
  readonly bulge: number;
  readonly rows: number;
  readonly flip: boolean;
};

/** Cloth folded over: it rises from its inner line, lies outwards, and ends in an edge with thickness. */
function ribbon({ cloth, body }: Tailor, { inner, outer, color, bulge, rows, flip }: Ribbon): void {
  const columns = 13;
  cloth.grid(
    rows,
    columns,
    (r, c) => {
      const share = r / (rows - 1);
      const over = Math.min(1, c / (columns - 3));
      const under = Math.max(0, c - (columns - 3)) / 2;
      const p = mix3(inner(share), outer(share), over * (1 - 0.04 * under));
      const n = normalOf(body, p, 0.05);
      const high = bulge * Math.sin(Math.PI * Math.min(1, 0.12 + over * 0.72)) + 0.022 - 0.07 * under;
      return {
        at: along(p, n, high),
        color: mixRgb(color, scale(color, 0.6), under * 0.8),
        open: mix(mix(0.55, 1, ramp(0, 0.25, over)), 0.45, under),
        traits: [share * 10, over * 3, 0, 0],
        follow: 0,
      };
    },
    flip,
  );
}

function lapels(tailor: Tailor, wear: Extract<Wear, { kind: 'jacket' }>): void {
  const { body, cloth } = tailor;
  const color = rgb(wear.collar);
  const lift = 0.1;
  for (const side of [1, -1] as const) {
    const edge = border(body, wear.edge, -1.7, side);
    const on = (place: ReturnType<typeof edge>, height: number): V3 => placeOn(body, place, height);
    const inner = (share: number) => on(edge(share), lift);
    const wide = wear.lapel === 'wide' ? 0.4 : wear.lapel === 'soft' ? 0.3 : 0.36;
    const notch = 0.33;
    const outward = (share: number, width: number, down: number): V3 => {
      const p = inner(share);
      // In front it lies to the side of the opening, behind it lies around the neck.
      const round = unit([p[0], 0, p[2] + 0.36]);
      const away = unit(mix3([side, 0, 0], [round[0], -0.35, round[2]], ramp(0.15, -0.35, p[2])));
      return settle(body, along([p[0], p[1] - down, p[2]], away, width), lift);
    };
    if (wear.lapel === 'soft' || wear.lapel === 'wide') {
      ribbon(tailor, {
        inner,
        outer: (share) => outward(share, wide * ramp(-0.02, 0.3, share) * mix(1, 0.62, ramp(0.5, 1, share)), 0.02),
        color,
        bulge: 0.05,
        rows: 46,
        flip: side > 0,
      });
      continue;
    }
    // The lapel, and over it the collar; between them the notch.
    ribbon(tailor, {
      inner: (s) => inner(s * notch),
      outer: (s) =>
        outward(
          s * notch,
          wide * ramp(-0.08, 0.86, s) * (1 + 0.2 * ramp(0.8, 0.9, s)) * mix(1, 0.5, ramp(0.92, 1, s)),
          -0.05 * ramp(0.7, 0.92, s) + 0.13 * ramp(0.88, 1, s),
        ),
      color,
      bulge: 0.045,
      rows: 30,
      flip: side > 0,
    });
    ribbon(tailor, {
      inner: (s) => inner(mix(notch - 0.01, 1, s)),
      outer: (s) => outward(mix(notch - 0.01, 1, s), mix(0.24, 0.2, ramp(0, 0.5, s)), mix(-0.05, 0, ramp(0, 0.3, s))),
      color: mixRgb(color, [255, 255, 255], 0.05),
      bulge: 0.06,
      rows: 30,
      flip: side > 0,
    });
    const [from, to] = [inner(notch - 0.01), outward(notch - 0.01, 0.3, 0.03)];
    const seam = Array.from({ length: 12 }, (_, i) => {
      const p = mix3(from, to, 0.25 + (0.75 * i) / 11);
      return along(p, normalOf(body, p, 0.05), 0.075 - 0.05 * (i / 11) ** 2);
    });
    addTube(cloth, seam, 0.012, { color: rgb(wear.seam), follow: 0, open: 0.6 }, 6);
  }
}
