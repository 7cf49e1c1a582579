import { harmed, has, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { saysBack, stepsPast } from './uptake.ts';

/** Words of theirs that make it about what happened to them, and about anybody below that. */
const SPECIFIC = 2;
/** What is merely given back names something when it holds that many. */
const DETAILED = 3;

const isSpecific = (turn: HeardTurn): boolean =>
  (has(turn, 'acknowledgement') && turn.takenUp >= SPECIFIC) || (saysBack(turn) && (has(turn, 'complex_reformulation') || turn.takenUp >= DETAILED));

/**
 * 1 brushes off · 2 a formula · 3 in general terms, an apology or a part that is owned · 4 names what happened or what it costs with
 * its details · 5 does so three times, or twice and also otherwise. No level when none of it was said, unless two turns step past what
 * was told: that brushes it off.
 */
export function acknowledging({ sound }: Heard): Judgement {
  const meant = showing(sound, 'acknowledgement', 'reformulation', 'complex_reformulation', 'apology', 'ownership').filter((turn) => !stepsPast(turn));
  const specific = meant.filter(isSpecific);
  const general = meant.filter((turn) => !isSpecific(turn) && has(turn, 'acknowledgement', 'apology', 'ownership') && !has(turn, 'blame'));
  const hollow = harmed(sound, 'hollow_empathy').length;
  const cold = harmed(sound, 'contempt', 'insult').length;
  const blamed = harmed(sound, 'blame').length;
  // One reproach is half of many a fair sentence («vous auriez dû l'apprendre par moi»); two are a way of talking.
  const none: Level | null = cold > 0 || blamed > 1 ? 1 : hollow > 0 ? 2 : sound.filter(stepsPast).length >= 2 ? 1 : null;
  const often = specific.length >= 3 || (specific.length === 2 && general.length > 0);
  // General words beside turns that step past what was said are the formula of the second anchor, however they are worded.
  const polite: Level = sound.some(stepsPast) && !general.some((turn) => has(turn, 'ownership')) ? 2 : 3;
  const reached: Level | null = often ? 5 : specific.length > 0 ? 4 : general.length > 0 ? polite : none;
  const cap: Level = cold + blamed >= 2 ? 2 : cold === 1 || hollow > specific.length + general.length ? 3 : blamed === 1 ? 4 : 5;
  const level = reached && atMost(reached, cap);
  const against = spots(sound, 'insult', 'contempt', 'blame', 'hollow_empathy');
  const shown = [...spots(specific, 'acknowledgement', 'complex_reformulation', 'reformulation'), ...spots(general, 'acknowledgement', 'ownership', 'apology')];
  return judge(sound.length, level, level !== null && level <= 2 ? [...against, ...shown] : shown);
}
