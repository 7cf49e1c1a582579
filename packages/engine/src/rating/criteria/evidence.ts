import { differentFacts, has, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';
import { opportunitiesToTell } from './structure.ts';
import { stepsPast } from './uptake.ts';

/** 1 claims only · 2 an example without detail · 3 one located, with a fact · 4 a result with a figure · 5 two such results, four figures, and a limit stated. */
export function evidence(heard: Heard): Judgement {
  const { sound } = heard;
  const told = showing(sound, 'example', 'situation', 'action', 'result', 'information');
  const located = told.filter((turn) => has(turn, 'figure', 'date') && !stepsPast(turn));
  // A jury that asks what something costs wants figures, and no story.
  const reckoned = located.filter((turn) => has(turn, 'information') && turn.analysis.signals.filter(({ kind }) => kind === 'figure').length >= 2);
  const measured = located.filter((turn) => has(turn, 'result') && has(turn, 'figure'));
  const figures = differentFacts(measured, 'figure', 'date');
  const level: Level =
    measured.length >= 2 && figures >= 4 && showing(sound, 'limit').length > 0
      ? 5
      : measured.length >= 1 || reckoned.length >= 3
        ? 4
        : located.length >= 1
          ? 3
          : told.length > 0
            ? 2
            : 1;
  return judge(opportunitiesToTell(heard), level, [
    ...spots(measured, 'result'),
    ...spots(located, 'figure', 'date'),
    ...spots(told, 'example', 'action', 'situation', 'result'),
  ]);
}
