import type { Look, Person } from './look.ts';
import { addLock, grow } from './locks.ts';
import { along, clamp, mix, mixRgb, noise, ramp, rgb, scale, seeded, unit, type V3 } from './maths.ts';
import { createPart, type Part, type PartBuilder } from './part.ts';
import { normalOf, reachOf } from './sdf.ts';
import type { Skin } from './skin.ts';
import { beardMask, browArch } from './skin-paint.ts';

/** Brows, lashes, beard: hair that goes where the skin under it goes. */
export function growStrands(skin: Skin, look: Look, person: Person): Part {
  const part = createPart('hair');
  const ride = nearestOf(skin);
  growBrows(part, skin, look, person, ride);
  addLashes(part, skin, person);
  if (look.beard) growBeard(part, skin, look, ride);
  return part.done();
}

/** The point of the skin that is closest to another point. */
function nearestOf(skin: Skin): (p: V3) => number {
  const cell = 0.07;
  const key = (x: number, y: number, z: number) => Math.round(x / cell) * 73856093 + Math.round(y / cell) * 19349663 + Math.round(z / cell) * 83492791;
  const cells = new Map<number, number[]>();
  for (const [id, [x, y, z]] of skin.rest.entries()) {
    // Hems and the mouth's inside move in ways the skin outside does not.
    if ((skin.rows[id] ?? -1) < 0) continue;
    const place = key(x, y, z);
    const there = cells.get(place);
    if (there) there.push(id);
    else cells.set(place, [id]);
  }
  return (p) => {
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < 27; i++) {
      const [dx, dy, dz] = [(i % 3) - 1, (Math.floor(i / 3) % 3) - 1, Math.floor(i / 9) - 1];
      for (const id of cells.get(key(p[0] + dx * cell, p[1] + dy * cell, p[2] + dz * cell)) ?? []) {
        const q = skin.rest[id];
        if (!q) continue;
        const away = (q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2 + (q[2] - p[2]) ** 2;
        if (away < least) [best, least] = [id, away];
      }
    }
    return best;
  };
}

const onFace = (skin: Skin, x: number, y: number): V3 => [x, y, reachOf(skin.sdf, [x, y, 0], [0, 0, 1], 1.7)];

function growBrows(part: PartBuilder, skin: Skin, look: Look, person: Person, ride: (p: V3) => number): void {
  const chance = seeded(look.seed + 5);
  const color = rgb(person.brows.color);
  const light = mixRgb(color, rgb(look.hair.colors.grey ?? look.hair.colors.light), look.age > 0.5 ? 0.3 : 0);
  const thick = person.brows.thickness * 0.0062;
  for (const side of [-1, 1]) {
    for (let id = 0; id < 120; id++) {
      const share = (id + chance() * 0.8) / 120;
      const [x, middle] = browArch(share);
      const height = thick * mix(1, 0.42, share ** 1.4) * ramp(-0.22, 0.26, share);
      const y = middle + (chance() - 0.5) * 2 * height * 0.62;
      const root = onFace(skin, side * x, y);
      // At the nose hairs stand up, then they lie along the arch.
      const up = mix(0.75, -0.25, ramp(0, 0.42, share)) + (middle - y) * 9;
      const way = unit([side * mix(0.45, 1, ramp(0, 0.25, share)), up * 0.62, -0.1]);
      const path = grow(
        root,
        {
          sdf: skin.sdf,
          way: () => way,
          lift: (s) => 0.002 + 0.014 * Math.sin(Math.PI * Math.min(1, 0.2 + 0.7 * s)),
          hug: () => 0.9,
          length: mix(0.085, 0.11, chance()) * mix(1, 0.75, share) * mix(0.72, 1, ramp(0, 0.2, share)),
          steps: 4,
          waver: 0.12,
        },
        id,
      );
      addLock(
        part,
        path,
        {
          width: 0.0068 + 0.0035 * chance(),
          thick: 0.006,
          root: 0.6,
          tip: 0.1,
          color: mixRgb(color, light, chance()),
          id,
          open: 0.42,
          dull: true,
          ride: () => ride(root),
        },
        3,
      );
    }
  }
}

function addLashes(part: PartBuilder, skin: Skin, person: Person): void {
  const color = rgb(person.eyes.lash);
  for (const { of, side, ids } of skin.hems) {
    if (of !== 'lash') continue;
    const soft = side > 0 ? color : mixRgb(color, rgb(person.skin.deep), person.eyes.lined ? 0.3 : 0.75);
    const first = part.size();
    for (const id of ids) part.vertex({ at: skin.rest[id] ?? [0, 0, 0], normal: [0, 0.3, 1], color: soft, open: 0, traits: [1, 0, 0, 5], ride: id });
    for (let i = 0; i + 3 < ids.length; i += 2) {
      part.triangle(first + i, first + i + 1, first + i + 2);
      part.triangle(first + i + 2, first + i + 1, first + i + 3);
    }
  }
}

function growBeard(part: PartBuilder, skin: Skin, look: Look, ride: (p: V3) => number): void {
  const beard = look.beard;
  if (!beard || beard.kind !== 'full') return;
  const chance = seeded(look.seed + 9);
  const color = rgb(beard.color);
  const light = rgb(beard.light);
  let id = 0;
  for (let i = 0; i < 8200; i++) {
    // The lip is a small place that is looked at closely.
    const lipped = i % 5 === 0;
    const x = (chance() - 0.5) * (lipped ? 0.75 : 1.7);
    const y = lipped ? mix(-0.72, -0.58, chance()) : mix(-1.36, 0.08, chance());
    const reach = reachOf(skin.sdf, [0, y, -0.12], unit([x, 0, Math.sqrt(Math.max(0.02, 0.85 - x * x))]), 1.9);
    const direction = unit([x, 0, Math.sqrt(Math.max(0.02, 0.85 - x * x))]);
    const root: V3 = [direction[0] * reach, y, -0.12 + direction[2] * reach];
    const mask = beardMask(root, skin.lips.width);
    if (mask < 0.06 + 0.5 * chance()) continue;
    const n = normalOf(skin.sdf, root);
    const ax = Math.abs(root[0]);
    // Over the lip hair parts to both sides; on the cheeks it goes down, on the chin down and together.
    const lip = ramp(-0.72, -0.64, y) * ramp(0.36, 0.26, ax);
    const way = unit([Math.sign(root[0]) * mix(-0.12, 0.95, lip) + 0.2 * noise(scale(root, 7)), -0.75, mix(0.1, 0.2, lip)]);
    const long = (0.095 + 0.05 * chance()) * mix(0.55, 1, clamp(mask)) * (1 + 0.55 * ramp(-0.9, -1.15, y)) * mix(1, 0.9, lip);
    const end = along(along(root, way, long), n, 0.006 + 0.02 * chance() * ramp(-0.8, -1.1, y));
    const middle = along(along(root, way, long * 0.5), n, 0.011 + 0.006 * chance());
    const path = { at: [along(root, n, -0.004), middle, end], out: [n, n, n] };
    if (ax < skin.lips.width * 1.02 && Math.abs(end[1] + 0.745) < 0.06) continue;
    addLock(
      part,
      path,
      {
        width: 0.0085 + 0.005 * chance(),
        thick: 0.005,
        root: 0.7,
        tip: 0.08,
        color: mixRgb(color, light, chance() ** 2 * 0.75),
        id: id++,
        open: 0.6,
        dull: true,
        ride: () => ride(root),
      },
      3,
    );
  }
}
