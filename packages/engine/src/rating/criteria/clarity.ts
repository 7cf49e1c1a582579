import { has, harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';

/** A turn shorter than that cannot be unclear. */
const TELLING_WORDS = 8;
/** Mean words in a sentence beyond which the thread is hard to follow by ear; our own choice, not a published norm. */
const LONG_SENTENCE = 32;

/**
 * Turns that ramble, stay vague or repeat lower it; concrete ones raise it, to 4 at most: whether a summary can be repeated
 * does not show in words. Accent, pace and hesitations never count.
 */
export function clarity({ sound }: Heard): Judgement {
  const told = sound.filter(({ words }) => words >= TELLING_WORDS);
  const blurred = harmed(told, 'too_long', 'vague', 'repetition').length;
  const concrete = showing(told, 'figure', 'date', 'example', 'commitment', 'action', 'result').filter(
    (turn) => has(turn, 'information', 'commitment', 'action', 'result') && !has(turn, 'too_long', 'vague'),
  );
  const sentences = told.reduce((sum, turn) => sum + turn.sentences, 0);
  const words = told.reduce((sum, turn) => sum + turn.words, 0);
  const reached: Level = concrete.length >= 2 ? 4 : 3;
  const capped: Level = blurred * 4 >= told.length * 3 ? 1 : blurred * 2 >= told.length ? 2 : blurred * 4 >= told.length ? 3 : 4;
  const level = atMost(atMost(reached, capped), words > sentences * LONG_SENTENCE ? 3 : 4);
  return judge(told.length, level, [...spots(concrete, 'commitment', 'action', 'result'), ...spots(concrete, 'figure', 'date', 'example')]);
}
