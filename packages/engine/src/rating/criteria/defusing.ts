import { harmed, has, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { saysBack, stepsPast } from './uptake.ts';

/**
 * A ladder, each step on top of the one below: 1 attacks · 2 justifies before listening · 3 acknowledges or says back what went wrong ·
 * 4 and offers a way out · 5 and dates it, with a limit or one's own part stated. No level when none of it was said.
 */
export function defusing({ sound, turns }: Heard): Judgement {
  const heardOut = showing(sound, 'acknowledgement', 'apology', 'reformulation', 'complex_reformulation').filter(
    (turn) => !stepsPast(turn) && (has(turn, 'acknowledgement', 'apology') || saysBack(turn)),
  );
  const offered = showing(sound, 'commitment', 'concession', 'guarantee').filter((turn) => !stepsPast(turn) && !has(turn, 'vague'));
  const dated = offered.some((turn) => has(turn, 'date'));
  const plain = showing(sound, 'limit', 'ownership');
  const excuses = harmed(sound, 'justification', 'blame');
  const first = heardOut[0];
  const excusedFirst = excuses.some((turn) => first === undefined || turn.turn.seq < first.turn.seq);
  const attacks = harmed(turns, 'contempt', 'insult').length;
  const reached: Level | null =
    heardOut.length > 0
      ? offered.length > 0
        ? dated && plain.length > 0
          ? 5
          : 4
        : 3
      : attacks > 0
        ? 1
        : excuses.length > 0 || harmed(sound, 'hollow_empathy', 'evasion').length > 0
          ? 2
          : null;
  const cap: Level = attacks >= 2 ? 1 : attacks === 1 ? 2 : excusedFirst || harmed(sound, 'blame', 'hollow_empathy').length > 1 ? 3 : 5;
  const level = reached && atMost(reached, cap);
  const against = spots(turns, 'insult', 'contempt', 'blame', 'justification', 'hollow_empathy', 'evasion');
  return judge(
    sound.length,
    level,
    level !== null && level <= 2
      ? against
      : [...spots(heardOut, 'acknowledgement', 'apology', 'complex_reformulation', 'reformulation'), ...spots(offered, 'commitment')],
  );
}
