import type { Carriage } from './figure.ts';
import { blendMouths, blendPoses, EXPRESSIONS, type Expression, MOUTH_REST, type MouthShape, type Pose } from './pose.ts';
import { createSpeech } from './speech.ts';

export type MotionWish = {
  readonly expression: Expression;
  readonly speaking: boolean;
  readonly text: string | undefined;
  /** The mouth of the sound that is being heard now; without one the mouth follows the text. */
  readonly mouthAt?: (() => MouthShape | undefined) | undefined;
  /** The learner is speaking: the persona attends, and nods now and then. */
  readonly listening?: boolean | undefined;
  /** One nod each time this number grows. */
  readonly backchannel?: number | undefined;
};

export type Instant = { readonly pose: Pose; readonly carriage: Carriage };

/** Share of the way covered in `seconds` by something that settles in about three times `settle`. */
const approach = (seconds: number, settle: number) => 1 - Math.exp(-seconds / settle);

const BLINK_SECONDS = 0.17;

/** Sound already carries its own timing; letters do not, so only they are eased. */
const createMouth = (chance: () => number) => {
  const speech = createSpeech(chance);
  let mouth: MouthShape = MOUTH_REST;
  return (wish: MotionWish, seconds: number): MouthShape => {
    const heard = wish.mouthAt?.();
    mouth = heard
      ? blendMouths(mouth, heard, approach(seconds, 0.008))
      : blendMouths(mouth, speech(wish.speaking, wish.text, seconds), approach(seconds, 0.045));
    return mouth;
  };
};

/** One nod goes down quickly and comes back slowly, once or twice, the second time less. */
function nodAt(seconds: number, dips: number): number {
  const dip = Math.floor(seconds / 0.55);
  if (seconds < 0 || dip >= dips) return 0;
  const share = seconds / 0.55 - dip;
  return Math.sin(Math.PI * share ** 0.72) ** 2 * 0.6 ** dip;
}

const createNods = (chance: () => number) => {
  let asked = 0;
  let since = 60;
  let size = 0;
  let dips = 1;
  let nextIn = 1 + chance() * 2;
  return (wish: MotionWish, seconds: number): number => {
    since += seconds;
    const called = (wish.backchannel ?? 0) > asked;
    asked = wish.backchannel ?? 0;
    if (wish.listening) nextIn -= seconds;
    if ((called || nextIn < 0) && since > 1.2) {
      since = 0;
      size = called ? 1 : 0.45 + chance() * 0.4;
      dips = called || chance() < 0.4 ? 2 : 1;
      nextIn = 2.4 + chance() * 3.8;
    }
    return size * nodAt(since, dips);
  };
};

/**
 * The small movements that make a drawing a person: breath, blinks at irregular intervals, a gaze that
 * leaves and returns, a head that is never quite still, a mouth that follows the words.
 */
export function createMotion(from: Expression, chance: () => number = Math.random) {
  const mouthOf = createMouth(chance);
  const nods = createNods(chance);
  let mood: Pose = EXPRESSIONS[from];
  let clock = chance() * 60;
  let blinkIn = 1.5 + chance() * 3;
  let gaze = { x: 0, y: 0 };
  let lookAt = { x: 0, y: 0 };
  let lookIn = 2;
  let stress = 0;
  let stressIn = 1;
  let attention = 0;
  let listening = false;

  return (wish: MotionWish, seconds: number): Instant => {
    clock += seconds;
    mood = blendPoses(mood, EXPRESSIONS[wish.expression], approach(seconds, 0.16));
    const mouth = mouthOf(wish, seconds);
    const nod = nods(wish, seconds);
    attention += ((wish.listening ? 1 : 0) - attention) * approach(seconds, 0.35);

    blinkIn -= seconds;
    // One blink in six comes as a pair.
    if (blinkIn < -BLINK_SECONDS) blinkIn = chance() < 0.17 ? 0.12 : 1.8 - Math.log(1 - chance() * 0.98) * 2.2;
    const blink = blinkIn < 0 ? Math.sin((Math.PI * -blinkIn) / BLINK_SECONDS) : 0;

    // Whoever begins to speak is looked at.
    if (wish.listening && !listening) [lookAt, lookIn] = [{ x: 0, y: 0 }, 1.5];
    listening = wish.listening === true;
    lookIn -= seconds;
    if (lookIn < 0) {
      // Listening, one looks at the other; speaking, one looks away to find words.
      const away = chance() < (wish.listening ? 0.12 : wish.speaking ? 0.45 : 0.3);
      lookAt = away ? { x: (chance() - 0.5) * 0.9, y: (chance() - 0.6) * 0.5 } : { x: (chance() - 0.5) * 0.14, y: 0 };
      lookIn = away ? 0.5 + chance() * 0.9 : 1.2 + chance() * 2.6;
    }
    gaze = { x: gaze.x + (lookAt.x - gaze.x) * approach(seconds, 0.05), y: gaze.y + (lookAt.y - gaze.y) * approach(seconds, 0.05) };

    stressIn -= seconds;
    if (stressIn < -0.45) stressIn = 0.6 + chance() * 1.8;
    const stressed = wish.speaking && mouth.open > 0.02 && stressIn < 0 ? 1 : 0;
    stress += (stressed - stress) * approach(seconds, 0.1);

    return {
      pose: {
        ...mood,
        ...mouth,
        open: Math.max(mood.open, mouth.open),
        w: mood.w * mouth.w,
        skew: mood.skew * Math.max(0, 1 - mouth.open * 2),
        press: Math.max(mouth.press, mood.press * Math.max(0, 1 - mouth.open * 6 - mouth.upper * 4)),
        lid: mood.lid * (1 - blink),
        gx: mood.gx * (1 - 0.8 * attention) + gaze.x,
        // Eyes stay on the other while the head goes down.
        gy: mood.gy * (1 - 0.8 * attention) + gaze.y - nod * 0.35,
        raise: mood.raise + stress * 0.35 + attention * 0.12,
      },
      carriage: {
        breath: 1.5 - 1.5 * Math.cos((2 * Math.PI * clock) / 6),
        lean: Math.sin(clock * 0.43) * 0.5 + Math.sin(clock * 0.71 + 1) * 0.3 + stress * 0.9 + attention * 1.4,
        turn: Math.sin(clock * 0.29) * 0.06 + gaze.x * 0.12,
        nod: nod + stress * 0.12 + Math.sin(clock * 0.37 + 2) * 0.05,
      },
    };
  };
}
