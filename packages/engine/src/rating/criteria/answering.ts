import { has, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';
import { answersOf } from './structure.ts';
import { emptyIn, saysBack, stepsPast } from './uptake.ts';

/**
 * Counts answers that bring something and questions that had to be asked again. 1 beside most questions, or beside two with nothing brought
 * to the others · 2 beside two · 3 answers, beside one at most, or in part, so that the other asks for the rest · 4 three answers at length
 * and never beside, or a question checked first · 5 four, one of them checked first.
 */
export function answering({ sound }: Heard): Judgement {
  const empty = emptyIn(sound);
  const beside = sound.filter((turn) => stepsPast(turn) || empty.includes(turn)).length;
  const checked = sound.filter((turn) => saysBack(turn) && !has(turn, 'repetition'));
  const brought = showing(sound, 'information', 'action', 'result', 'situation', 'figure', 'example', 'date').filter((turn) => !stepsPast(turn));
  const full = showing(answersOf(brought), 'action', 'result', 'situation', 'figure', 'example', 'date').length;
  const probed = sound.some((turn) => turn.probed);
  const most = beside >= 3 || (beside === 2 && brought.length === 0) || (beside > 0 && beside * 2 >= sound.length);
  const answered: Level = probed ? 3 : beside === 0 && full >= 4 && checked.length > 0 ? 5 : (beside === 0 && full >= 3) || checked.length > 0 ? 4 : 3;
  const level: Level | null = most ? 1 : beside === 2 ? 2 : brought.length === 0 ? null : answered;
  return judge(
    sound.length,
    level,
    level !== null && level <= 2
      ? spots(sound, 'evasion', 'off_topic')
      : [
          ...spots(checked, 'reformulation', 'complex_reformulation'),
          ...spots(brought, 'action', 'figure', 'information', 'result', 'situation', 'example', 'date'),
        ],
  );
}
