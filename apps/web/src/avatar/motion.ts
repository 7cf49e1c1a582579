import type { Carriage } from './figure.ts';
import { blendPoses, EXPRESSIONS, type Expression, type Pose } from './pose.ts';
import { createSpeech } from './speech.ts';

export type MotionWish = { readonly expression: Expression; readonly speaking: boolean; readonly text: string | undefined };
export type Instant = { readonly pose: Pose; readonly carriage: Carriage };

/** Share of the way covered in `seconds` by something that settles in about three times `settle`. */
const approach = (seconds: number, settle: number) => 1 - Math.exp(-seconds / settle);

const BLINK_SECONDS = 0.17;

/**
 * The small movements that make a drawing a person: breath, blinks at irregular intervals, a gaze that
 * leaves and returns, a head that is never quite still, a mouth that follows the words.
 */
export function createMotion(from: Expression, chance: () => number = Math.random) {
  const speech = createSpeech(chance);
  let mood: Pose = EXPRESSIONS[from];
  let open = 0;
  let width = 1;
  let clock = chance() * 60;
  let blinkIn = 1.5 + chance() * 3;
  let gaze = { x: 0, y: 0 };
  let lookAt = { x: 0, y: 0 };
  let lookIn = 2;
  let stress = 0;
  let stressIn = 1;

  return (wish: MotionWish, seconds: number): Instant => {
    clock += seconds;
    mood = blendPoses(mood, EXPRESSIONS[wish.expression], approach(seconds, 0.16));

    const mouth = speech(wish.speaking, wish.text, seconds);
    open += (mouth.open - open) * approach(seconds, 0.04);
    width += (mouth.w - width) * approach(seconds, 0.05);

    blinkIn -= seconds;
    // One blink in six comes as a pair.
    if (blinkIn < -BLINK_SECONDS) blinkIn = chance() < 0.17 ? 0.12 : 1.8 - Math.log(1 - chance() * 0.98) * 2.2;
    const blink = blinkIn < 0 ? Math.sin((Math.PI * -blinkIn) / BLINK_SECONDS) : 0;

    lookIn -= seconds;
    if (lookIn < 0) {
      // Listening, one looks at the other; speaking, one looks away to find words.
      const away = chance() < (wish.speaking ? 0.45 : 0.3);
      lookAt = away ? { x: (chance() - 0.5) * 0.9, y: (chance() - 0.6) * 0.5 } : { x: (chance() - 0.5) * 0.14, y: 0 };
      lookIn = away ? 0.5 + chance() * 0.9 : 1.2 + chance() * 2.6;
    }
    gaze = { x: gaze.x + (lookAt.x - gaze.x) * approach(seconds, 0.05), y: gaze.y + (lookAt.y - gaze.y) * approach(seconds, 0.05) };

    stressIn -= seconds;
    if (stressIn < -0.45) stressIn = 0.6 + chance() * 1.8;
    const stressed = wish.speaking && open > 0.02 && stressIn < 0 ? 1 : 0;
    stress += (stressed - stress) * approach(seconds, 0.1);

    return {
      pose: {
        ...mood,
        open: Math.max(mood.open, open),
        w: mood.w * width,
        lid: mood.lid * (1 - blink),
        gx: mood.gx + gaze.x,
        gy: mood.gy + gaze.y,
        raise: mood.raise + stress * 0.35,
      },
      carriage: {
        breath: 1.5 - 1.5 * Math.cos((2 * Math.PI * clock) / 6),
        lean: Math.sin(clock * 0.43) * 0.5 + Math.sin(clock * 0.71 + 1) * 0.3 + stress * 0.9,
        turn: Math.sin(clock * 0.29) * 0.06 + gaze.x * 0.12,
      },
    };
  };
}
