import { harmed, has, showing, spots, type Heard, type Spot } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { emptyIn, stepsPast } from './uptake.ts';

export function objections(heard: Heard): Judgement {
  return Object.keys(heard.concerns).length > 0 ? voicedConcerns(heard) : answersInWords(heard);
}

/** Follows what became of the worries the persona voiced: 2 none moved · 3 some · 4 all but few, after listening · 5 all gone, and checked. */
function voicedConcerns({ sound, concerns }: Heard): Judgement {
  const raised = Object.values(concerns).filter((concern) => concern.raised);
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

/**
 * Where nobody wrote down what worries the other: sets turns that bring something checkable or take a part in it against turns
 * that step past. 1 steps past, twice as often as it answers · 2 as often · 3 answers more often · 4 three times as often · 5 four answers, never past.
 * Who has put it off at the end was answered in part, and who took the matter away was not.
 * Answers of which fewer than two use a word of the other would suit anyone: 3 at most, but for an interview, where the question gives the words.
 */
function answersInWords({ sound, interview, left }: Heard): Judgement {
  const empty = emptyIn(sound);
  const past = sound.filter((turn) => stepsPast(turn) || has(turn, 'vague', 'justification', 'blame') || empty.includes(turn));
  const answered = showing(sound, 'figure', 'date', 'example', 'guarantee', 'commitment', 'limit', 'ownership', 'complex_reformulation').filter(
    (turn) => !past.includes(turn) && !turn.probed && !has(turn, 'concession'),
  );
  const [yes, no] = [answered.length, past.length];
  if (yes + no === 0) return judge(sound.length, null, []);
  const reached: Level = no === 0 && yes >= 4 ? 5 : yes >= no * 3 && yes >= 2 ? 4 : yes > no ? 3 : no > yes * 2 ? 1 : 2;
  const fitted = interview || answered.filter(({ takenUp }) => takenUp > 0).length >= 2;
  const level = atMost(reached, left === 'away' ? 2 : left === 'refused' || left === 'undecided' || !fitted ? 3 : 5);
  return judge(
    sound.length,
    level,
    level <= 2
      ? spots(past, 'evasion', 'blame', 'contempt', 'vague', 'justification')
      : spots(answered, 'guarantee', 'figure', 'limit', 'ownership', 'commitment'),
  );
}
