import { harmed, showing, spots, type Heard, type Spot } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';

/** Follows what became of the worries the persona voiced: 2 none moved · 3 some · 4 all but few, after listening · 5 all gone, and checked. */
export function objections({ sound, finalState }: Heard): Judgement {
  const raised = Object.values(finalState.concerns).filter((concern) => concern.raised);
  if (raised.length === 0) return judge(0, null, []);
  const resolved = raised.filter(({ status }) => status === 'resolved').length;
  const moved = raised.filter(({ status }) => status !== 'open').length;
  const listened = showing(sound, 'acknowledgement', 'reformulation', 'complex_reformulation', 'open_question').length > 0;
  const checked = showing(sound, 'open_question', 'closed_question').length > 0;
  const fought = harmed(sound, 'evasion', 'blame', 'contempt', 'insult').length > 0;
  const level: Level =
    resolved === raised.length && resolved >= 2 && listened && checked && !fought
      ? 5
      : resolved >= 1 && moved * 3 >= raised.length * 2 && listened
        ? 4
        : moved >= 1
          ? 3
          : fought
            ? 1
            : 2;
  const answers: Spot[] = sound.flatMap(({ turn, analysis }) =>
    analysis.moves.filter(({ cause }) => cause === 'concern_resolved' || cause === 'concern_eased').map(({ start, end }) => ({ turn, start, end })),
  );
  return judge(sound.length, level, answers.length > 0 ? answers : spots(sound, 'evasion', 'blame', 'contempt'));
}
