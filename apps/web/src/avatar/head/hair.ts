import { headSdf } from './form.ts';
import { growCombed } from './hair-combed.ts';
import { growCurls, growCrop } from './hair-curly.ts';
import { growBob, growKnot } from './hair-long.ts';
import type { Look } from './look.ts';
import { clamp, mix, mixRgb, noise, ramp, type Rgb, rgb, scale, seeded, type V3 } from './maths.ts';
import { createPart, type Part } from './part.ts';
import type { Scalp } from './scalp.ts';
import { reachOf, type Sdf } from './sdf.ts';
import { followOf, hairDepth } from './skin-paint.ts';

const CROWN: V3 = [0, 0.25, -0.15];

export function growHair(look: Look, scene: Sdf): Part[] {
  const part = createPart('hair');
  const wisps = createPart('hair', false);
  const sdf = headSdf(look.form);
  const chance = seeded(look.seed);
  const colors = look.hair.colors;
  const [dark, middle, light, grey] = [rgb(colors.dark), rgb(colors.middle), rgb(colors.light), rgb(colors.grey ?? colors.light)];

  const roots = (count: number, depth = 0): V3[] => {
    // The sunflower's spiral covers a ball evenly; about two thirds of it carry hair.
    const points: V3[] = [];
    const all = Math.round(count * 1.75);
    for (let i = 0; i < all; i++) {
      const y = 1 - ((i + 0.3 + chance() * 0.4) / all) * 1.65;
      const angle = i * 2.39996 + (chance() - 0.5) * 0.5;
      const r = Math.sqrt(Math.max(0, 1 - y * y));
      const direction: V3 = [r * Math.sin(angle), y, r * Math.cos(angle)];
      const reach = reachOf(sdf, CROWN, direction, 2);
      const p: V3 = [CROWN[0] + direction[0] * reach, CROWN[1] + direction[1] * reach, CROWN[2] + direction[2] * reach];
      if (hairDepth(look, p) > depth) points.push(p);
    }
    return points;
  };

  const beside = (count: number, at: (z: number) => number): V3[] =>
    Array.from({ length: count }, (_, i): V3 => {
      const z = mix(-0.75, 0.82, (i + chance() * 0.8) / count);
      const x = at(z) + (i % 2 === 0 ? 0.014 : -0.014);
      return [x, 0.3 + reachOf(sdf, [x, 0.3, z], [0, 1, 0], 1.4), z];
    }).filter((p) => hairDepth(look, p) > 0.005);

  const greyShare = (p: V3): number => {
    if (look.hair.greyAt === 'all') return 0.55;
    if (look.hair.greyAt === 'front') return ramp(0.3, 0.02, hairDepth(look, p)) * ramp(-0.2, 0.3, p[2]) * (look.hair.style === 'crop' ? 0.55 : 1);
    if (look.hair.greyAt === 'temples') return ramp(0.78, 0.35, p[1]) * 0.95;
    return 0;
  };

  const colorAt = (p: V3, id: number): Rgb => {
    const tone = clamp(0.5 + 0.42 * noise(scale(p, 2.6)) + 0.62 * noise([id * 1.37, 0.5, 7]));
    const own = tone < 0.5 ? mixRgb(dark, middle, tone * 2) : mixRgb(middle, light, (tone - 0.5) * 1.3);
    const silver = greyShare(p) * mix(0.55, 1.15, clamp(0.5 + noise([id * 2.1, 3, 1])));
    return mixRgb(own, grey, clamp(silver));
  };

  const scalp: Scalp = { look, sdf, scene, chance, roots, beside, colorAt, follow: (p) => mix(0.35, 1, followOf(p[1])) };
  switch (look.hair.style) {
    case 'swept':
    case 'brushed-up':
    case 'crown-bare':
      growCombed(part, scalp);
      break;
    case 'bob':
    case 'bob-back':
      growBob(part, scalp);
      break;
    case 'knot-high':
    case 'knot-low':
      growKnot(part, wisps, scalp);
      break;
    case 'curls':
      growCurls(part, scalp);
      break;
    case 'crop':
      growCrop(part, scalp);
      break;
  }
  return [part.done(), wisps.done()];
}
