import { has, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';

/** A reply this long to an open question told something; our own choice. */
const TELLING_REPLY = 12;

const fair = (turn: HeardTurn): boolean => !has(turn, 'contempt', 'insult', 'blame');

/**
 * 1 no question · 2 closed ones · 3 one open, or closed ones that brought a fact out · 4 two open · 5 three, and something was learned.
 * In an interview nobody is expected to ask: without a question there is no level.
 */
export function openQuestioning({ sound, interview, scenario }: Heard): Judgement {
  const open = showing(sound, 'open_question').filter(fair);
  const closed = showing(sound, 'closed_question').filter(fair);
  const earned = sound.some(({ analysis }) => analysis.moves.some(({ cause }) => cause === 'fact_earned'));
  const told = scenario.facts.length === 0 && open.some(({ reply }) => reply.split(/\s+/).length >= TELLING_REPLY);
  const byClosed: Level = closed.length >= 3 && earned ? 3 : closed.length >= 1 ? 2 : 1;
  const level: Level = open.length >= 3 && (earned || told) ? 5 : open.length >= 2 ? 4 : open.length === 1 ? 3 : byClosed;
  if (interview && open.length + closed.length === 0) return judge(sound.length, null, []);
  return judge(sound.length, level, [...spots(open, 'open_question'), ...spots(closed, 'closed_question')]);
}
