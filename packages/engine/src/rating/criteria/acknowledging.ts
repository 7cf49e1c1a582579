import { harmed, has, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { saysBack, stepsPast } from './uptake.ts';

/**
 * Counts turns that name what it is like for the other, or add its meaning to their words, and one for an apology or a part that is
 * owned. 1 brushes off · 2 a formula · 3 once · 4 twice · 5 three times or more. No level when none of it was said.
 */
export function acknowledging({ sound }: Heard): Judgement {
  const named = showing(sound, 'acknowledgement', 'complex_reformulation').filter(
    (turn) => !stepsPast(turn) && (has(turn, 'acknowledgement') || saysBack(turn)),
  );
  const owned = showing(sound, 'apology', 'ownership').filter((turn) => !has(turn, 'hollow_empathy', 'blame'));
  const counted = named.length + (owned.some((turn) => !named.includes(turn)) ? 1 : 0);
  const hollow = harmed(sound, 'hollow_empathy').length;
  const cold = harmed(sound, 'contempt', 'insult', 'blame').length;
  const none: Level | null = cold > 0 ? 1 : hollow > 0 ? 2 : null;
  const reached: Level | null = counted >= 3 ? 5 : counted === 2 ? 4 : counted === 1 ? 3 : none;
  const cap: Level = cold >= 2 ? 2 : cold === 1 || hollow > named.length ? 3 : 5;
  const level = reached && atMost(reached, cap);
  const against = spots(sound, 'insult', 'contempt', 'blame', 'hollow_empathy');
  return judge(
    sound.length,
    level,
    level !== null && level <= 2
      ? against
      : [...spots(named, 'acknowledgement'), ...spots(named, 'complex_reformulation'), ...spots(owned, 'ownership', 'apology')],
  );
}
