import { has, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import type { Level } from '../rating.ts';
import { refuses } from '../reply.ts';
import { judge, type Judgement } from './rule.ts';
import { stepsPast } from './uptake.ts';

/** A reply this long to a question told something, unless it begins with a no; our own choice. */
const TELLING_REPLY = 12;

const fair = (turn: HeardTurn): boolean => !has(turn, 'contempt', 'insult', 'blame');

/**
 * 1 no question, or none but beside what was said · 2 closed ones · 3 one open, or closed ones that drew something out · 4 two open, or one
 * beside such closed ones · 5 three, and something was learned. A question that wraps up advice is closed to any answer but one. In an interview nobody is expected to ask: without a question there is no level.
 */
export function openQuestioning({ sound, interview, scenario, locale }: Heard): Judgement {
  const open = showing(sound, 'open_question').filter(fair);
  const closed = showing(sound, 'closed_question').filter((turn) => fair(turn) && !stepsPast(turn) && !has(turn, 'advice'));
  const earned = sound.some(({ analysis }) => analysis.moves.some(({ cause }) => cause === 'fact_earned'));
  const tells = ({ reply }: HeardTurn): boolean => scenario.facts.length === 0 && !refuses(reply, locale) && reply.split(/\s+/).length >= TELLING_REPLY;
  const learned = earned || open.some(tells);
  const drawn = closed.length >= 3 && (earned || closed.filter(tells).length >= 2);
  const byClosed: Level = drawn ? 3 : closed.length >= 1 ? 2 : 1;
  const level: Level = open.length >= 3 && learned ? 5 : open.length >= 2 || (open.length === 1 && drawn) ? 4 : open.length === 1 ? 3 : byClosed;
  if (interview && open.length + closed.length === 0) return judge(sound.length, null, []);
  return judge(sound.length, level, [...spots(open, 'open_question'), ...spots(closed, 'closed_question')]);
}
