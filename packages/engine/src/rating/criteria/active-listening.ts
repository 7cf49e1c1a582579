import { spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { buildsOn, emptyIn, stepsPast } from './uptake.ts';

/** So many turns without two words of the other in any of them are a way of talking past each other, not a gap in our lists. */
const LONG = 5;
/** One slip in so many turns leaves «accurate, repeated» as it is. */
const SLIPS = 6;

/**
 * Sets turns that build on the other's words against turns that step past them. 1 only steps past · 2 builds once, or less often
 * than it steps past, or in a long talk does neither · 3 twice, and one turn in five · 4 three times, one in three · 5 four times,
 * every other turn, and next to never steps past. No level when a short talk shows neither: taking up comes in more words than rules know.
 */
export function activeListening({ sound }: Heard): Judgement {
  const built = sound.filter(buildsOn);
  const empty = emptyIn(sound);
  const past = sound.filter((turn) => stepsPast(turn) || empty.includes(turn));
  const often = (times: number, oneIn: number): boolean => built.length >= times && built.length * oneIn >= sound.length;
  const reached: Level | null = often(4, 2)
    ? 5
    : often(3, 3)
      ? 4
      : often(2, 5)
        ? 3
        : built.length > 0
          ? 2
          : past.length > 0
            ? 1
            : sound.length >= LONG
              ? 2
              : null;
  const cap: Level = past.length >= 3 && past.length > built.length * 2 ? 1 : past.length > built.length ? 2 : past.length * SLIPS > sound.length ? 4 : 5;
  const level = reached && atMost(reached, cap);
  const shown = [...spots(built, 'complex_reformulation', 'reformulation'), ...spots(built, 'acknowledgement', 'open_question')];
  return judge(sound.length, level, level !== null && level <= 2 ? [...spots(past, 'evasion', 'hollow_empathy', 'contempt', 'insult'), ...shown] : shown);
}
