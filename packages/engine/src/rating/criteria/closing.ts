import { has, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';

/** 1 nothing agreed · 2 an offer without an act · 3 an act without a date · 4 who, what and when · 5 twice, and checked with the other. */
export function closing({ sound }: Heard): Judgement {
  const promised = showing(sound, 'commitment');
  const dated = promised.filter((turn) => has(turn, 'date'));
  const checked = dated.some((turn) => has(turn, 'closed_question', 'open_question', 'wraps_up'));
  const offered = showing(sound, 'guarantee', 'concession', 'wraps_up', 'date');
  const level: Level = checked && dated.length >= 2 ? 5 : dated.length >= 1 ? 4 : promised.length > 0 ? 3 : offered.length > 0 ? 2 : 1;
  return judge(sound.length, level, [...spots(dated, 'commitment').toReversed(), ...spots(promised, 'commitment').toReversed()]);
}
