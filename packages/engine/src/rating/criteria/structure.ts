import { has, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';

/** Fewer words than that complete an answer; they do not make one. */
const ANSWER_WORDS = 15;

export const answersOf = (turns: readonly HeardTurn[]): HeardTurn[] => turns.filter(({ words }) => words >= ANSWER_WORDS);

/** Counts answers that hold a context, an action and an issue: 1 none of them · 2 pieces · 3 one · 4 two · 5 three, none of them endless. */
export function structure({ sound }: Heard): Judgement {
  const answers = answersOf(sound);
  const acted = showing(answers, 'action');
  const complete = acted.filter((turn) => has(turn, 'result') && has(turn, 'situation', 'task'));
  const endless = complete.some((turn) => has(turn, 'too_long'));
  const pieces = showing(sound, 'situation', 'task', 'action', 'result').length;
  const level: Level = complete.length >= 3 && !endless ? 5 : complete.length >= 2 ? 4 : complete.length === 1 ? 3 : pieces > 0 ? 2 : 1;
  return judge(answers.length, level, [...spots(complete, 'result', 'action'), ...spots(acted, 'action')]);
}
