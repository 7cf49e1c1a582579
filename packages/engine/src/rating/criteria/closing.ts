import { differentFacts, has, harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { stepsPast } from './uptake.ts';

/** A promise made earlier than that opens a subject; it does not close the conversation. */
const LAST_TURNS = 3;

/**
 * Looks at the last turns: 1 nothing agreed · 2 a date without an act · 3 an act without a date, or one the other had not asked for ·
 * 4 who, what and when · 5 twice, several times over, or in the other's words.
 */
export function closing({ sound }: Heard): Judgement {
  const last = sound.slice(-LAST_TURNS);
  const promised = showing(last, 'commitment');
  const dated = promised.filter((turn) => has(turn, 'date'));
  const mutual = dated.some((turn) => turn.takenUp >= 3) || differentFacts(dated, 'date') >= 3;
  const offered = showing(last, 'guarantee', 'concession', 'date').filter((turn) => !stepsPast(turn));
  const reached: Level = dated.length >= 2 || mutual ? 5 : dated.length === 1 ? 4 : promised.length > 0 ? 3 : offered.length > 0 ? 2 : 1;
  const open = last.at(-1);
  const cap: Level = open && (open.missed || harmed([open], 'contempt', 'insult', 'blame').length > 0) ? 3 : 5;
  return judge(sound.length, atMost(reached, cap), [...spots(dated, 'commitment').toReversed(), ...spots(promised, 'commitment').toReversed()]);
}
