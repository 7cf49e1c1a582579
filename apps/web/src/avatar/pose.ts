/** What a face does at one instant. Zero is the persona at rest, except `w` and `lid`, where rest is 1. */
export type Pose = MouthShape & {
  /** Corners of the mouth: −1 down … 1 up. Moods stay within ±0.8, nobody sneers. */
  readonly smile: number;
  /** Opening of the eyes: 0 shut … 1 as this person's lids are at rest. */
  readonly lid: number;
  /** Gaze, −1 … 1: to the left and up are negative. */
  readonly gx: number;
  readonly gy: number;
  /** Inner end of the brows: −1 lifted (moved) … 1 lowered (frowning). */
  readonly brow: number;
  /** Arch of the brows: 0 … 1. */
  readonly raise: number;
};

/** What the mouth alone does for one sound. */
export type MouthShape = {
  /** The jaw: 0 closed … 1 wide open. */
  readonly open: number;
  /** Width of the mouth: 0.6 rounded … 1.15 stretched. */
  readonly w: number;
  /** Upper lip drawn up from the teeth, lower lip drawn down from them: 0 … 1. */
  readonly upper: number;
  readonly lower: number;
  /** Lips pushed forward: 0 … 1. */
  readonly protrude: number;
  /** Tip of the tongue: 0 low … 1 between the teeth. */
  readonly tongue: number;
  /** Lower lip under the upper teeth: 0 … 1. */
  readonly tuck: number;
  /** Lips pressed together: 0 … 1. Pressed lips show no gap, whatever the jaw does. */
  readonly press: number;
};

export const MOUTH_REST: MouthShape = { open: 0, w: 1, upper: 0, lower: 0, protrude: 0, tongue: 0, tuck: 0, press: 0 };

export const REST: Pose = { ...MOUTH_REST, smile: 0, lid: 1, gx: 0, gy: 0, brow: 0, raise: 0 };

export const EXPRESSIONS = {
  neutral: REST,
  attentive: { ...REST, raise: 0.5, lid: 1.1, smile: 0.18 },
  doubtful: { ...REST, brow: 0.35, raise: 0.15, smile: -0.5, lid: 0.78, w: 0.9, gx: 0.3 },
  irritated: { ...REST, brow: 0.85, smile: -0.65, lid: 0.8, w: 0.9, press: 0.3 },
  relieved: { ...REST, smile: 0.6, raise: 0.35, lid: 0.86, brow: -0.3, w: 1.05 },
  touched: { ...REST, brow: -0.85, raise: 0.2, smile: 0.12, lid: 0.86, gy: 0.2 },
  firm: { ...REST, brow: 0.5, smile: -0.2, lid: 0.96, w: 0.94, press: 0.45 },
  amused: { ...REST, smile: 0.8, lid: 0.82, raise: 0.4, w: 1.1, gx: -0.12 },
} as const satisfies Record<string, Pose>;

export type Expression = keyof typeof EXPRESSIONS;

/** A mouth between two others; `share` 0 is the first, 1 the second. */
export function blendMouths(from: MouthShape, to: MouthShape, share: number): MouthShape {
  const mix = (key: keyof MouthShape) => from[key] + (to[key] - from[key]) * share;
  return {
    open: mix('open'),
    w: mix('w'),
    upper: mix('upper'),
    lower: mix('lower'),
    protrude: mix('protrude'),
    tongue: mix('tongue'),
    tuck: mix('tuck'),
    press: mix('press'),
  };
}

/** A pose between two others; `share` 0 is the first, 1 the second. */
export function blendPoses(from: Pose, to: Pose, share: number): Pose {
  const mix = (key: keyof Pose) => from[key] + (to[key] - from[key]) * share;
  return { ...blendMouths(from, to, share), smile: mix('smile'), lid: mix('lid'), gx: mix('gx'), gy: mix('gy'), brow: mix('brow'), raise: mix('raise') };
}
