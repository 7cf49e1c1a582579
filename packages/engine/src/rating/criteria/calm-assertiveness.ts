import { harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';

/**
 * 1 attacks · 2 one attack or a row of excuses · 3 offers something, evenly · 4 states a limit or takes a part in it ·
 * 5 both, or a limit held twice, with an offer. No level without a position: an even tone alone cannot be read in words.
 */
export function calmAssertiveness({ sound, turns }: Heard): Judgement {
  const limits = showing(sound, 'limit');
  const owned = showing(sound, 'ownership');
  const offers = showing(sound, 'concession', 'commitment', 'guarantee');
  const attacks = harmed(turns, 'contempt', 'insult').length;
  const blames = harmed(turns, 'blame').length;
  const excuses = harmed(sound, 'justification').length;
  const firm = limits.length >= 2 || (limits.length === 1 && owned.length > 0);
  const reached: Level | null = firm && offers.length > 0 ? 5 : limits.length + owned.length > 0 ? 4 : offers.length > 0 ? 3 : null;
  const cap: Level = attacks >= 2 ? 1 : attacks === 1 || blames >= 2 || excuses >= 3 ? 2 : blames === 1 ? 3 : 5;
  const level = reached === null ? (cap <= 2 ? cap : null) : atMost(reached, cap);
  const against = spots(turns, 'insult', 'contempt', 'blame', 'justification');
  return judge(
    sound.length,
    level,
    cap <= 2 ? against : [...spots(limits, 'limit'), ...spots(owned, 'ownership'), ...spots(offers, 'concession', 'commitment', 'guarantee')],
  );
}
