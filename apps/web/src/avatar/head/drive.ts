import type { Instant } from '../motion.ts';
import { leanOf, ownShare } from '../pose.ts';
import type { Person } from './look.ts';
import { clamp, mix, ramp } from './maths.ts';
import { TABLE_MOVES } from './moves.ts';

export type MoveName = (typeof TABLE_MOVES)[number];

/** What the head does at one instant, in the terms of the sculpture. Angles are radians, lengths its own units. */
export type Bearing = {
  readonly moves: Readonly<Record<MoveName, number>>;
  readonly turn: number;
  readonly nod: number;
  readonly lean: number;
  readonly breath: number;
  /** Rotation of the eyes in the head. */
  readonly look: { readonly across: number; readonly up: number };
  /** How far the lids are open, 1 as at rest. */
  readonly lid: number;
};

const FULL_TURN = 0.4;
const DEGREE = Math.PI / 180;

/** From what a drawn face does to what a sculpted one does: the same person, the same moment. */
export function bearingOf({ pose, carriage }: Instant, person: Person): Bearing {
  const mirror = person.mirrored ? -1 : 1;
  const smile = clamp(pose.smile + person.lips.smile * 0.35 * ownShare(pose.smile), -1, 1);
  const brow = pose.brow + person.brows.frown * 0.28 * ownShare(pose.brow);
  const free = 1 - pose.press;
  const happy = Math.max(0, pose.smile);
  const turn = (person.turn * mirror + carriage.turn) * FULL_TURN;
  const nod = carriage.nod * 0.15 + pose.bow * 0.12;
  const lean = (leanOf(person.tilt, pose) * mirror + carriage.lean) * DEGREE;
  // Lids follow a gaze that goes down.
  const lid = clamp(pose.lid - Math.max(0, pose.gy) * 0.22, 0, 1.15);
  return {
    moves: {
      jaw: clamp(pose.open) * mix(1, 0.15, pose.press),
      wide: clamp((pose.w - 1) / 0.12, 0, 1.4),
      narrow: clamp((1 - pose.w) / 0.4, 0, 1.1),
      protrude: pose.protrude,
      smile: Math.max(0, smile) * 1.15,
      sad: Math.max(0, -smile) * 1.2,
      upper: pose.upper * free,
      lower: pose.lower * free,
      tuck: pose.tuck,
      press: pose.press,
      frown: clamp(Math.max(0, brow) * 1.25, 0, 1.3),
      worry: clamp(Math.max(0, -brow) * 1.2, 0, 1.2),
      raise: pose.raise * 0.95,
      cock: clamp(pose.cock),
      skew: pose.skew * mirror,
      half: lid >= 1 ? 0 : lid > 0.5 ? (1 - lid) * 2 : lid * 2,
      shut: lid >= 0.5 ? 0 : 1 - lid * 2,
      alert: Math.max(0, lid - 1) * 5,
      // Lids that are half shut already have nothing left to narrow.
      squint: clamp((happy * 0.75 + Math.max(0, pose.brow) * 0.45 - Math.max(0, pose.raise) * 0.2) * ramp(0.4, 0.85, pose.lid)),
      tongue: clamp(pose.tongue),
    },
    turn,
    nod,
    lean: -lean,
    breath: carriage.breath,
    // The eyes stay on the viewer while the head turns.
    look: { across: -turn * 0.92 + pose.gx * 0.42, up: nod * 0.85 - pose.gy * 0.3 },
    lid,
  };
}
