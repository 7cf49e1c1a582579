import { has, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';

/** Fewer words than that complete an answer; they do not make one. */
const ANSWER_WORDS = 15;

export const answersOf = (turns: readonly HeardTurn[]): HeardTurn[] => turns.filter(({ words }) => words >= ANSWER_WORDS);

/** Every question of an interview is an opportunity to tell something, however short the answer; elsewhere only who speaks at length tells. */
export const opportunitiesToTell = ({ interview, sound }: Heard): number => (interview ? sound : answersOf(sound)).length;

/** A date or a place in time sets the scene as well as «à l'époque, j'étais…» does. */
const located = (turn: HeardTurn): boolean => has(turn, 'situation', 'task', 'date');
const partsOf = (turn: HeardTurn): number => [located(turn), has(turn, 'action'), has(turn, 'result')].filter(Boolean).length;

/**
 * Counts answers with two parts of a story (context, action, issue) and whole ones with all three: 1 none · 2 pieces · 3 one whole,
 * or two with two parts · 4 one whole and another with two parts · 5 two whole, or one of three, none of them endless. A story told beside
 * the question counts as pieces, and one that the other had to ask on about is not whole. Each time they had to ask takes the top away.
 */
export function structure(heard: Heard): Judgement {
  const { sound } = heard;
  const answers = answersOf(sound);
  const told = showing(answers, 'situation', 'task', 'action', 'result').filter((turn) => !turn.missed);
  const stories = told.filter((turn) => has(turn, 'action', 'result') && partsOf(turn) >= 2);
  const whole = stories.filter((turn) => partsOf(turn) === 3 && !turn.probed);
  const pieces = showing(sound, 'situation', 'task', 'action', 'result');
  const reached: Level =
    whole.length >= 2 || (whole.length === 1 && stories.length >= 3)
      ? 5
      : whole.length >= 1 && stories.length >= 2
        ? 4
        : whole.length >= 1 || stories.length >= 2
          ? 3
          : pieces.length > 0
            ? 2
            : 1;
  const missed = sound.filter((turn) => turn.missed).length;
  const again = missed + sound.filter((turn) => turn.probed && !turn.missed).length;
  const cap: Level = missed >= 2 || again >= 3 ? 2 : again === 2 ? 3 : again === 1 || whole.some((turn) => has(turn, 'too_long')) ? 4 : 5;
  return judge(opportunitiesToTell(heard), atMost(reached, cap), [
    ...spots(whole, 'result', 'action'),
    ...spots(stories, 'action'),
    ...spots(pieces, 'action', 'situation', 'task', 'result'),
  ]);
}
