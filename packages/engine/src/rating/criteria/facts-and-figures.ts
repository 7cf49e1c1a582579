import { differentFacts, has, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';
import { emptyIn, stepsPast } from './uptake.ts';

/**
 * 1 no fact · 2 facts that carry nothing, or that leave the question where it was · 3 one that tells something · 4 three facts in
 * two turns · 5 five facts that moved a doubt, or run through the whole conversation with no question left aside.
 */
export function factsAndFigures({ sound }: Heard): Judgement {
  const given = showing(sound, 'figure', 'date', 'example');
  // A figure in a question, a reproach or a discount is not brought to anyone; it counts where it tells, promises or answers.
  const telling = given.filter(
    (turn) =>
      has(turn, 'figure', 'example') &&
      has(turn, 'information', 'commitment', 'guarantee', 'action', 'result') &&
      !has(turn, 'vague', 'concession') &&
      !stepsPast(turn),
  );
  const facts = differentFacts(telling, 'figure', 'date', 'example');
  const empty = emptyIn(sound);
  const aside = sound.filter((turn) => turn.missed || has(turn, 'evasion', 'off_topic', 'vague') || empty.includes(turn)).length;
  const decisive = telling.some(({ analysis }) => analysis.moves.some(({ cause }) => cause === 'concern_eased' || cause === 'concern_resolved'));
  const top = facts >= 5 && ((telling.length >= 3 && decisive) || (telling.length >= 4 && aside === 0));
  const one: Level = telling.length === 1 && aside === 0 ? 3 : 2;
  const level: Level = top
    ? 5
    : telling.length >= 2 && facts >= 3 && aside * 2 <= telling.length
      ? 4
      : telling.length >= 2
        ? 3
        : given.length === 0 || (telling.length === 0 && aside >= 2)
          ? 1
          : one;
  return judge(sound.length, level, [...spots(telling, 'figure'), ...spots(telling, 'example', 'date')]);
}
