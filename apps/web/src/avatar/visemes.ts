import { blendMouths, MOUTH_REST, type MouthShape } from './pose.ts';

/** The fifteen mouths of the Oculus set: the one that speech engines and avatar files agree on. */
export const VISEMES = {
  sil: MOUTH_REST,
  PP: { ...MOUTH_REST, w: 0.96, protrude: 0.12, press: 1 },
  FF: { ...MOUTH_REST, open: 0.05, upper: 0.9, tuck: 1 },
  TH: { ...MOUTH_REST, open: 0.26, upper: 0.4, lower: 0.3, tongue: 1 },
  DD: { ...MOUTH_REST, open: 0.2, w: 1.02, upper: 0.26, lower: 0.4, tongue: 0.72 },
  kk: { ...MOUTH_REST, open: 0.3, upper: 0.2, lower: 0.28, tongue: 0.1 },
  CH: { ...MOUTH_REST, open: 0.06, w: 0.8, upper: 0.5, lower: 0.5, protrude: 0.8, tongue: 0.1 },
  SS: { ...MOUTH_REST, open: 0.01, w: 1.06, upper: 0.5, lower: 0.8, tongue: 0.1 },
  nn: { ...MOUTH_REST, open: 0.13, w: 0.98, upper: 0.08, lower: 0.12, tongue: 0.66 },
  RR: { ...MOUTH_REST, open: 0.22, w: 0.86, upper: 0.2, lower: 0.34, protrude: 0.4, tongue: 0.25 },
  aa: { ...MOUTH_REST, open: 0.9, w: 0.97, upper: 0.3, lower: 0.4 },
  E: { ...MOUTH_REST, open: 0.42, w: 1.08, upper: 0.34, lower: 0.42, tongue: 0.2 },
  I: { ...MOUTH_REST, open: 0.2, w: 1.15, upper: 0.34, lower: 0.3, tongue: 0.35 },
  O: { ...MOUTH_REST, open: 0.52, w: 0.72, upper: 0.06, lower: 0.12, protrude: 0.7 },
  U: { ...MOUTH_REST, open: 0.13, w: 0.6, protrude: 1 },
} as const satisfies Record<string, MouthShape>;

export type Viseme = keyof typeof VISEMES;
export type VisemeEvent = { readonly at: number; readonly viseme: Viseme };

/** Lips are on their way before the sound: they start this early, and arrive a little after it began. */
const AHEAD = 60;
const ARRIVE = 20;
/** Rounding is prepared earlier still, one sound ahead («tu» rounds on the t). */
const ROUND_AHEAD = 120;
/** A closure shorter than this would not be seen at 60 frames a second. */
const CLOSED_FOR = 50;
const CLOSING = 55;

const smooth = (share: number) => {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
};

type Segment = { readonly from: number; readonly to: number; readonly viseme: Viseme };

/** What the mouth does at any instant of a sentence; the same answer for the same instant, in any order. */
export function createVisemeTrack(events: readonly VisemeEvent[]): (ms: number) => MouthShape {
  const sorted = [...events].sort((a, b) => a.at - b.at);
  const segments = sorted.map(({ at, viseme }, index): Segment => ({
    from: at,
    to: sorted[index + 1]?.at ?? (viseme === 'sil' ? Infinity : at + 160),
    viseme,
  }));

  const around = (ms: number): readonly Segment[] => {
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((segments[middle]?.to ?? Infinity) + AHEAD + CLOSING < ms) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while ((segments[end]?.from ?? Infinity) - ROUND_AHEAD - CLOSING < ms) end++;
    return segments.slice(low, end);
  };

  return (ms) => {
    const near = around(ms);
    const jaw = mixAt(near, ms, AHEAD);
    const rounding = mixAt(near, ms, ROUND_AHEAD);
    const shape = { ...jaw, w: Math.min(jaw.w, rounding.w), protrude: Math.max(jaw.protrude, rounding.protrude) };
    return near.reduce((mouth, segment) => meet(mouth, segment, ms), shape);
  };
}

/** Sounds overlap: each one grows into the last and fades into the next, silence fills what is left. */
function mixAt(segments: readonly Segment[], ms: number, ahead: number): MouthShape {
  let total = 0;
  let mixed: MouthShape = MOUTH_REST;
  for (const { from, to, viseme } of segments) {
    const grown = smooth((ms - from + ahead) / (ahead + ARRIVE));
    const faded = to === Infinity ? 0 : smooth((ms - to + ahead) / (ahead + ARRIVE));
    const weight = grown * (1 - faded);
    if (weight <= 0) continue;
    total += weight;
    mixed = blendMouths(mixed, VISEMES[viseme], weight / total);
  }
  return total >= 1 ? mixed : blendMouths(MOUTH_REST, mixed, total);
}

/** A p without closed lips, an f without the lip on the teeth, are what gives a puppet away: however short, they happen. */
function meet(mouth: MouthShape, { from, to, viseme }: Segment, ms: number): MouthShape {
  if (viseme !== 'PP' && viseme !== 'FF') return mouth;
  const until = Math.max(from + CLOSED_FOR, Math.min(to, from + 120));
  const share = smooth((ms - from + CLOSING) / CLOSING) * (1 - smooth((ms - until) / CLOSING));
  return share > 0 ? blendMouths(mouth, VISEMES[viseme], share) : mouth;
}
