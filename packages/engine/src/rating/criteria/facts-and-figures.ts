import { differentFacts, harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';

/** 1 no fact · 2 a fact beside the question · 3 one that answers · 4 three in two turns · 5 five, and a doubt moved. */
export function factsAndFigures({ sound }: Heard): Judgement {
  const given = showing(sound, 'figure', 'date', 'example');
  const fitting = given.filter((turn) => harmed([turn], 'evasion', 'vague', 'off_topic').length === 0);
  const facts = differentFacts(fitting, 'figure', 'date', 'example');
  const decisive = fitting.some(({ analysis }) => analysis.moves.some(({ cause }) => cause === 'concern_eased' || cause === 'concern_resolved'));
  const level: Level = fitting.length >= 3 && facts >= 5 && decisive ? 5 : fitting.length >= 2 && facts >= 3 ? 4 : fitting.length >= 1 ? 3 : given.length > 0 ? 2 : 1;
  return judge(sound.length, level, [...spots(fitting, 'figure'), ...spots(fitting, 'example', 'date')]);
}
