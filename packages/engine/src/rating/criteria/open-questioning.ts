import { showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';

/** 1 no question · 2 closed ones · 3 one open, or closed ones that brought a fact out · 4 two open · 5 three, and a fact. */
export function openQuestioning({ sound }: Heard): Judgement {
  const open = showing(sound, 'open_question');
  const closed = showing(sound, 'closed_question');
  const learned = sound.some(({ analysis }) => analysis.moves.some(({ cause }) => cause === 'fact_earned'));
  const byClosed: Level = closed.length >= 3 && learned ? 3 : closed.length >= 1 ? 2 : 1;
  const level: Level = open.length >= 3 && learned ? 5 : open.length >= 2 ? 4 : open.length === 1 ? 3 : byClosed;
  return judge(sound.length, level, [...spots(open, 'open_question'), ...spots(closed, 'closed_question')]);
}
