import { harmed, has, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { stepsPast } from './uptake.ts';

/** One soft turn in so many leaves the position as it is; more of them soften it. */
const ONE_IN = 8;

/**
 * 1 attacks again and again · 2 one attack (or words whose tone the other objects to), a row of excuses, one concession after another, or
 * half of the turns beside what was said · 3 something said plainly, or softly ·
 * 4 three plain turns, or a limit or one's own part · 5 a limit or one's own part, and two plain turns. No level without a position:
 * an even tone alone cannot be read in words.
 */
export function calmAssertiveness({ sound, turns, interview }: Heard): Judgement {
  const soft = harmed(sound, 'evasion', 'vague', 'hollow_empathy').length;
  const states = (turn: HeardTurn): boolean =>
    has(turn, 'commitment', 'guarantee', 'concession', 'figure') || (has(turn, 'date') && has(turn, 'information')) || (interview && has(turn, 'agency_i'));
  const plain = showing(sound, 'figure', 'commitment', 'guarantee', 'concession', 'date', 'agency_i').filter(
    (turn) => states(turn) && !stepsPast(turn) && !has(turn, 'vague', 'blame'),
  );
  const past = sound.filter(stepsPast).length;
  const firm = showing(sound, 'limit', 'ownership');
  const attacks = turns.filter((turn) => turn.rebuked || has(turn, 'contempt', 'insult')).length;
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
  // Being asked again and again lowers what is rated; alone it is no sign of how something was said.
  const level = reached === null ? (cap <= 2 ? cap : null) : atMost(reached, past * 2 >= sound.length ? atMost(2, cap) : cap);
  const against = spots(turns, 'insult', 'contempt', 'blame', 'justification');
  return judge(
    sound.length,
    level,
    cap <= 2 ? against : [...spots(firm, 'limit'), ...spots(firm, 'ownership'), ...spots(plain, 'commitment', 'guarantee', 'figure')],
  );
}
