import { differentFacts, has, harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';

/**
 * 1 no fact · 2 facts that carry nothing, or one amid dodged questions · 3 one that tells something · 4 three facts in two
 * turns · 5 five facts that moved a doubt, or run through the whole conversation with nothing dodged.
 */
export function factsAndFigures({ sound }: Heard): Judgement {
  const given = showing(sound, 'figure', 'date', 'example');
  // A figure in a question or a reproach is not brought to anyone; it counts where it tells, promises or answers.
  const telling = given.filter(
    (turn) =>
      has(turn, 'figure', 'example') && has(turn, 'information', 'commitment', 'guarantee', 'action', 'result') && !has(turn, 'evasion', 'vague', 'off_topic'),
  );
  const facts = differentFacts(telling, 'figure', 'date', 'example');
  const dodged = harmed(sound, 'evasion', 'vague', 'contempt', 'blame', 'hollow_empathy').length > 0;
  const decisive = telling.some(({ analysis }) => analysis.moves.some(({ cause }) => cause === 'concern_eased' || cause === 'concern_resolved'));
  const top = facts >= 5 && ((telling.length >= 3 && decisive) || (telling.length >= 4 && !dodged));
  const one: Level = telling.length === 1 && !dodged ? 3 : 2;
  const level: Level = top ? 5 : telling.length >= 2 && facts >= 3 ? 4 : telling.length >= 2 ? 3 : given.length > 0 ? one : 1;
  return judge(sound.length, level, [...spots(telling, 'figure'), ...spots(telling, 'example', 'date')]);
}
