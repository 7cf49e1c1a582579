import { EYE, MOUTH_Y } from './form.ts';
import type { Look, Person } from './look.ts';
import { bell, clamp, lookUp, mix, mixRgb, noise, ramp, type Rgb, rgb, scale, type V3 } from './maths.ts';
import { createPart, type Part } from './part.ts';
import { opennessOf, type Sdf } from './sdf.ts';
import { BROW_Y, type Skin } from './skin.ts';
import { acrossEye, LIP_ABOVE, LIP_BELOW, lipHeights, ROWS } from './skin-grid.ts';

/** How far a point of the skull is inside the hair: 0 at the hairline, growing inwards. */
export function hairDepth(look: Look, [x, y, z]: V3): number {
  const azimuth = Math.atan2(x, z + 0.15);
  const ragged = 0.02 * noise(scale([x, y, z], 9));
  return Math.min(y - lookUp(look.hair.line, azimuth), (look.hair.bareAbove ?? 9) - y) + ragged;
}

/** Share of the head's movement: all of it down to the jaw, none where the neck enters the collar. */
export const followOf = (y: number): number => ramp(-1.95, -1.05, y);

export function paintSkin(skin: Skin, look: Look, person: Person, scene: Sdf): Part {
  const part = createPart('skin');
  const base = rgb(person.skin.base);
  const deep = rgb(person.skin.deep);
  const shade = rgb(person.skin.shade);
  const upper = rgb(person.lips.upper);
  const lower = rgb(person.lips.lower);
  const blush = mixRgb(base, lower, 0.55);
  const scalp = mixRgb(rgb(look.hair.colors.dark), deep, 0.1);
  const brow = rgb(person.brows.color);
  const hemOf = new Map(
    skin.hems.flatMap((hem) =>
      hem.ids.map((id, index): [number, { of: string; side: number; ring: number }] => [
        id,
        { of: hem.of, side: hem.side, ring: Math.floor(index / hem.edge.length) },
      ]),
    ),
  );

  for (const [id, at] of skin.rest.entries()) {
    const [x, y, z] = at;
    const ax = Math.abs(x);
    const normal = skin.normals[id] ?? [0, 0, 1];
    const front = ramp(0.1, 0.5, z);
    let color: Rgb = base;
    const tint = (to: Rgb, share: number) => {
      color = mixRgb(color, to, clamp(share));
    };
    const hem = hemOf.get(id);
    let lip = 0;
    let stubble = 0;
    if (hem?.of === 'lip') {
      lip = 1;
      color = mixRgb(mixRgb(hem.side > 0 ? upper : lower, rgb('#5A1A1C'), 0.45 + 0.25 * hem.ring), rgb('#2A0A0C'), hem.ring * 0.22);
    } else if (hem?.of === 'lid') {
      color = mixRgb(base, rgb('#B05A50'), 0.42);
    } else {
      const s = x / skin.lips.width;
      const row = ROWS[skin.rows[id] ?? 0];
      tint(blush, 0.36 * bell((ax - 0.44) / 0.24, 1) * bell((y + 0.34) / 0.2, 1) * front);
      tint(blush, 0.42 * bell(x / 0.14, 1) * bell((y + 0.4) / 0.13, 1) * ramp(0.85, 1, z));
      tint(blush, 0.22 * bell(x / 0.25, 1) * bell((y + 1.08) / 0.14, 1) * front);
      tint(shade, 0.4 * bell((ax - EYE.x) / 0.24, 1) * bell((y - 0.03) / 0.13, 1) * front);
      tint(deep, (person.eyes.tired ? 0.34 : 0.12 + 0.1 * look.age) * bell((ax - 0.33) / 0.17, 1) * bell((y + 0.13) / 0.06, 1) * front);
      // The socket beside the nose, and what the nostrils hide.
      tint(deep, 0.28 * bell((ax - 0.15) / 0.07, 1) * bell((y - 0.03) / 0.1, 1) * front);
      tint(rgb('#4A1E14'), 0.85 * bell((ax - 0.072 * look.form.noseWidth) / 0.034, 1) * bell((y + 0.495) / 0.022, 1) * front * ramp(0, -0.5, normal[1]));
      if (row && (row.band === 'upper lid' || row.band === 'crease')) {
        const e = acrossEye(x);
        const span = Math.max(0, 1 - (e * 0.86) ** 4) * front;
        tint(deep, span * (row.band === 'crease' ? 0.5 * bell(row.share - 1, 0.14) : 0.14 + 0.36 * bell(row.share, 0.16)));
        if (person.eyes.lined && row.band === 'upper lid') tint(rgb(person.eyes.lash), span * 0.3 * ramp(0.4, 1, row.share));
      }
      if (row && front > 0.5 && Math.abs(s) < 1.02) {
        const { line, above, below } = lipHeights(s, skin.lips);
        const r = skin.rows[id] ?? 0;
        const t = r <= LIP_ABOVE ? (y - line) / above : r >= LIP_BELOW ? (line - y) / below : 9;
        if (t < 1.3 && (row.band === 'mouth above' || row.band === 'upper lip' || row.band === 'lower lip' || row.band === 'mouth below')) {
          const vermilion = row.band === 'mouth above' || row.band === 'mouth below' || row.band === 'lower lip' ? 1 : row.share > 0.99 ? 0.5 : 0;
          const edge = row.band === 'lower lip' ? 1 - ramp(0.86, 1.02, row.share) * 0.6 : vermilion;
          lip = edge * ramp(1.04, 0.9, Math.abs(s));
          tint(r <= LIP_ABOVE ? upper : lower, lip);
          tint(rgb(person.lips.line), lip * 0.55 * bell(t, 0.14));
        }
      }
      if (look.beard) {
        stubble = beardMask(at, skin.lips.width) * look.beard.density;
        tint(mixRgb(rgb(look.beard.color), base, 0.25), stubble * (look.beard.kind === 'full' ? 0.8 : 0.3) * (1 - lip));
      }
      tint(brow, 0.42 * browMask(at, person) * front);
      if (y > -1.1) tint(scalp, 0.94 * ramp(-0.04, 0.12, hairDepth(look, at)));
    }
    const open = hem?.of === 'lip' ? 0.4 - 0.12 * hem.ring : mix(1, opennessOf(scene, at, normal), 0.8);
    color = mixRgb(color, mixRgb(color, deep, 0.5), 1 - open);
    part.vertex({
      at,
      normal,
      color,
      open,
      traits: [lip, look.age, stubble * (1 - lip), ramp(0.02, 0.08, hairDepth(look, at))],
      follow: followOf(y),
      ride: id,
    });
  }
  for (let i = 0; i < skin.triangles.length; i += 3) part.triangle(skin.triangles[i] ?? 0, skin.triangles[i + 1] ?? 0, skin.triangles[i + 2] ?? 0);
  return part.done();
}

/** The area of a beard: jaw, chin, over the lip; not the cheeks, not the lips. */
export function beardMask([x, y, z]: V3, mouth: number): number {
  const ax = Math.abs(x);
  // From the side whiskers the edge falls towards the corner of the mouth, then round the chin under the jaw.
  const upper = lookUp(
    [
      [0, -0.62],
      [0.2, -0.6],
      [0.34, -0.69],
      [0.5, -0.6],
      [0.66, -0.3],
      [0.74, 0.02],
      [0.9, 0.1],
    ],
    ax,
  );
  const cheek = ramp(upper + 0.06, upper - 0.07, y);
  const under = ramp(-1.36, -1.14, y - 0.2 * (0.7 - clamp(z)));
  const behind = ramp(-0.26, 0.02, z + 0.1 * y + 0.05 * noise([x * 9, y * 9, z * 9]));
  const lips = 1 - bell(ax / (mouth * 1.12), 1) ** 1 * bell((y - MOUTH_Y + 0.01) / 0.1, 1);
  const soul = 1 - 0.5 * bell((ax - 0.12) / 0.07, 1) * bell((y + 0.9) / 0.05, 1);
  return cheek * under * behind * clamp(lips * 1.6 - 0.3) * soul;
}

/** The arch on which the brow grows, for `share` 0 at the nose … 1 at the temple: x and y from the middle of the face. */
export function browArch(share: number): readonly [number, number] {
  const x = mix(0.165, 0.6, share);
  return [x, BROW_Y - 0.05 + 0.1 * Math.sin(Math.PI * Math.min(1, share * 0.72 + 0.06)) ** 1.1 - 0.035 * share * share];
}

const browMask = ([x, y]: V3, person: Person): number => {
  const share = (Math.abs(x) - 0.165) / 0.435;
  if (share < -0.1 || share > 1.08) return 0;
  const [, middle] = browArch(clamp(share));
  return bell((y - middle) / (person.brows.thickness * 0.006 * (1 - 0.6 * share ** 2)), 1) * ramp(-0.1, 0.12, share) * ramp(1.08, 0.8, share);
};
