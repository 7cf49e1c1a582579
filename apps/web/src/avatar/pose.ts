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
  /** One brow alone, the way doubt does it: 0 … 1. */
  readonly cock: number;
  /** The mouth drawn to one side: −1 … 1. */
  readonly skew: number;
  /** How the head is held: degrees it leans, and −1 chin up … 1 forehead down. */
  readonly lean: number;
  readonly bow: number;
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

export const REST: Pose = { ...MOUTH_REST, smile: 0, lid: 1, gx: 0, gy: 0, brow: 0, raise: 0, cock: 0, skew: 0, lean: 0, bow: 0 };

/** Each differs from every other in at least two of brows, lids, mouth and bearing: at the size of a stamp one of them is lost. */
export const EXPRESSIONS = {
  neutral: REST,
  attentive: { ...REST, raise: 0.7, lid: 1.06, smile: 0.3, lean: 4.5, bow: 0.15 },
  doubtful: { ...REST, brow: 0.3, cock: 1, smile: -0.35, skew: 0.9, lid: 0.8, w: 0.92, gx: 0.3, lean: -4 },
  irritated: { ...REST, brow: 1, smile: -0.8, lid: 0.8, w: 0.92, press: 0.25, bow: 0.7 },
  relieved: { ...REST, brow: -0.5, raise: 0.35, smile: 0.6, lid: 0.68, w: 1.04, bow: -0.6 },
  touched: { ...REST, brow: -1, raise: 0.1, smile: -0.15, lid: 0.86, gy: 0.18, lean: -4.5, bow: 0.45, w: 0.96 },
  firm: { ...REST, brow: 0.6, smile: -0.12, lid: 0.95, w: 0.97, press: 0.9, bow: -0.15 },
  amused: { ...REST, smile: 0.8, lid: 0.8, raise: 0.6, w: 1.14, skew: 0.25, gx: -0.1, lean: 3 },
} as const satisfies Record<string, Pose>;

export type Expression = keyof typeof EXPRESSIONS;

/** How much of a person's own bearing stays in a mood: a strong mood looks the same on everybody. */
export const ownShare = (mood: number): number => 1 - 0.7 * Math.min(1, Math.abs(mood));

/** Whoever leans at rest leans no further for a mood: degrees, where `tilt` is the person's own. */
export const leanOf = (tilt: number, { lean }: Pose): number => Math.min(6.5, Math.max(-6.5, tilt + lean));

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
  return {
    ...blendMouths(from, to, share),
    smile: mix('smile'),
    lid: mix('lid'),
    gx: mix('gx'),
    gy: mix('gy'),
    brow: mix('brow'),
    raise: mix('raise'),
    cock: mix('cock'),
    skew: mix('skew'),
    lean: mix('lean'),
    bow: mix('bow'),
  };
}
