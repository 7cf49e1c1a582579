import { harmed, has, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';

/** One soft turn in so many leaves the position as it is; more of them soften it. */
const ONE_IN = 8;

/**
 * 1 attacks again and again · 2 one attack, a row of excuses or one concession after another · 3 something said plainly, or softly ·
 * 4 three plain turns, or a limit or one's own part · 5 a limit or one's own part, and two plain turns. No level without a position:
 * an even tone alone cannot be read in words.
 */
export function calmAssertiveness({ sound, turns }: Heard): Judgement {
  const soft = harmed(sound, 'evasion', 'vague', 'hollow_empathy').length;
  const plain = showing(sound, 'figure', 'commitment', 'guarantee', 'concession', 'date').filter(
    (turn) =>
      !has(turn, 'evasion', 'vague', 'hollow_empathy', 'contempt', 'blame') && has(turn, 'information', 'commitment', 'guarantee', 'concession', 'figure'),
  );
  const firm = showing(sound, 'limit', 'ownership');
  const attacks = harmed(turns, 'contempt', 'insult').length;
  const blames = harmed(turns, 'blame').length;
  const excuses = harmed(sound, 'justification').length;
  const given = harmed(sound, 'concession').length;
  const collapses = given >= 2 && soft > 0 && firm.length === 0;
  const reached: Level | null =
    firm.length > 0 && plain.length >= 2 ? 5 : firm.length > 0 || plain.length >= 3 ? 4 : plain.length > 0 ? 3 : soft > 0 ? 2 : null;
  const cap: Level =
    attacks >= 2 || attacks + blames >= 3
      ? 1
      : attacks === 1 || blames >= 2 || excuses >= 3 || collapses
        ? 2
        : soft * ONE_IN >= sound.length && soft > 0
          ? 3
          : 5;
  const level = reached === null ? (cap <= 2 ? cap : null) : atMost(reached, cap);
  const against = spots(turns, 'insult', 'contempt', 'blame', 'justification');
  return judge(
    sound.length,
    level,
    cap <= 2 ? against : [...spots(firm, 'limit'), ...spots(firm, 'ownership'), ...spots(plain, 'commitment', 'guarantee', 'figure')],
  );
}
