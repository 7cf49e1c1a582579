import type { Pose } from '../pose.ts';
import { VISEMES, type Viseme } from '../visemes.ts';

/** Names of the shapes a file has, without case or punctuation: makers never agree on those. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const VISEME_NAMES = Object.keys(VISEMES) as readonly Viseme[];

/** The five mouths of VRM, 0.x and 1.0. */
const VRM_MOUTHS = { aa: ['aa', 'a'], ih: ['ih', 'i'], ou: ['ou', 'u'], ee: ['ee', 'e'], oh: ['oh', 'o'] } as const;

export type Speech = 'oculus' | 'arkit' | 'vrm';
export type PoseMap = { readonly speech: Speech; readonly weights: (pose: Pose) => ReadonlyMap<string, number> };

const clamp = (x: number) => Math.min(1, Math.max(0, x));

/**
 * Finds out which language of shapes a file speaks and translates poses into it; `undefined` if it has no mouths.
 * ARKit first: it is continuous, so nothing is lost. Then Oculus, then the five mouths of VRM.
 */
export function mapPose(names: readonly string[], expressions: readonly string[] = []): PoseMap | undefined {
  const known = new Map(names.map((name) => [plain(name), name]));
  const spoken = new Set(expressions.map((name) => plain(name)));
  const speech = ((): Speech | undefined => {
    if (['jawopen', 'mouthfunnel', 'mouthpucker', 'mouthclose'].every((name) => known.has(name))) return 'arkit';
    if (VISEME_NAMES.filter((name) => known.has(`viseme${plain(name)}`)).length >= 10) return 'oculus';
    if (Object.values(VRM_MOUTHS).every((own) => own.some((name) => spoken.has(name) || known.has(name)))) return 'vrm';
    return undefined;
  })();
  if (!speech) return undefined;
  return {
    speech,
    weights: (pose) => {
      const out = new Map<string, number>();
      const put = (name: string, weight: number) => {
        const own = known.get(name) ?? (spoken.has(name) ? name : undefined);
        if (own !== undefined && Math.abs(weight) > 0.001) out.set(own, clamp(Math.max(weight, out.get(own) ?? 0)));
      };
      const both = (name: string, weight: number) => {
        put(`${name}left`, weight);
        put(`${name}right`, weight);
        put(name, weight);
      };
      for (const [name, weight] of mouthOf(speech, pose)) put(name, weight);
      both('eyeblink', 1 - pose.lid);
      put('blink', 1 - pose.lid);
      both('eyewide', (pose.lid - 1) * 4);
      both('mouthsmile', pose.smile);
      both('mouthfrown', -pose.smile);
      both('cheeksquint', pose.smile * 0.6);
      both('browdown', pose.brow);
      put('browinnerup', Math.max(-pose.brow, pose.raise * 0.6));
      both('browouterup', pose.raise);
      // Files name the sides of the person, poses those of the picture.
      put('browouterupleft', pose.cock);
      put('mouthleft', pose.skew);
      put('happy', pose.smile * 0.7);
      put('joy', pose.smile * 0.7);
      put('angry', pose.brow * 0.8);
      put('sad', Math.max(0, -pose.brow) * 0.6);
      put('sorrow', Math.max(0, -pose.brow) * 0.6);
      return out;
    },
  };
}

function mouthOf(speech: Speech, pose: Pose): readonly (readonly [string, number])[] {
  if (speech === 'arkit') {
    const narrow = Math.max(0, 1 - pose.w) / 0.4;
    return [
      ['jawopen', pose.open * 0.7 * (1 - pose.press)],
      ['mouthpucker', narrow * pose.protrude],
      ['mouthfunnel', pose.protrude * 0.6],
      ['mouthstretchleft', (pose.w - 1) * 4],
      ['mouthstretchright', (pose.w - 1) * 4],
      ['mouthupperupleft', pose.upper * 0.6],
      ['mouthupperupright', pose.upper * 0.6],
      ['mouthlowerdownleft', pose.lower * 0.6],
      ['mouthlowerdownright', pose.lower * 0.6],
      ['mouthrolllower', Math.max(pose.tuck, pose.press * 0.5)],
      ['mouthrollupper', pose.press * 0.4],
      ['mouthpressleft', pose.press],
      ['mouthpressright', pose.press],
      ['tongueout', Math.max(0, pose.tongue - 0.5) * 0.6],
    ];
  }
  if (speech === 'oculus') return nearest(pose).map(([viseme, weight]) => [`viseme${plain(viseme)}`, weight]);
  const rounded = clamp((1 - pose.w) / 0.35);
  const stretched = clamp((pose.w - 1) / 0.12);
  const open = pose.open * (1 - pose.press);
  const mouths: readonly (readonly [keyof typeof VRM_MOUTHS, number])[] = [
    ['aa', open * (1 - rounded) * (1 - stretched * 0.6)],
    ['ee', open * stretched],
    ['ih', Math.max(pose.upper, pose.lower) * 0.5 * (1 - rounded)],
    ['oh', open * 1.4 * rounded],
    ['ou', rounded * (1 - open) * (pose.protrude > 0 ? 1 : 0.6)],
  ];
  return mouths.flatMap(([mouth, weight]) => VRM_MOUTHS[mouth].map((name) => [name, weight] as const));
}

/** The two mouths that a pose lies between, and how much of each: closer counts more. */
function nearest(pose: Pose): readonly (readonly [Viseme, number])[] {
  const far = (shape: (typeof VISEMES)[Viseme]) =>
    Math.hypot(
      (pose.open - shape.open) * 1.6,
      (pose.w - shape.w) * 2.4,
      (pose.upper - shape.upper) * 0.6,
      (pose.lower - shape.lower) * 0.6,
      (pose.protrude - shape.protrude) * 0.8,
      (pose.tongue - shape.tongue) * 0.7,
      pose.tuck - shape.tuck,
      pose.press - shape.press,
    );
  const [first, second] = VISEME_NAMES.map((viseme) => ({ viseme, distance: far(VISEMES[viseme]) })).toSorted((a, b) => a.distance - b.distance);
  if (!first || !second || first.distance < 0.001) return first ? [[first.viseme, 1]] : [];
  const share = second.distance / (first.distance + second.distance);
  return [
    [first.viseme, share],
    [second.viseme, 1 - share],
  ];
}
