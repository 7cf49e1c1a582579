import { findPatterns } from '../../analysis/match.ts';
import { differentFacts, has, harmed, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import { putsOff } from '../puts-off.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { stepsPast } from './uptake.ts';

/** A promise made earlier than that opens a subject; it does not close the conversation. */
const LAST_TURNS = 3;

/** Beside a date these are a promise, whatever the verb: "I'll ask Dana to sit in on Friday at ten". */
const ownAct = {
  fr: ["on s'appelle", 'on se voit', 'on se revoit', 'on se retrouve', 'on se rappelle'],
  en: ["I'll", 'I will', "we'll", 'we will'],
} as const;

/**
 * Looks at the last turns: 1 nothing agreed · 2 a date without an act, or forced on who had just put it off · 3 an act without a
 * date, or after which the other had to ask again · 4 who, what and when · 5 twice, several times over, or in the other's words.
 */
export function closing({ sound, locale }: Heard): Judgement {
  const last = sound.slice(-LAST_TURNS);
  // The last word may well be «je verrai» after a fair offer; one that is put off while the talk goes on has closed nothing.
  const stands = (turn: HeardTurn): boolean => !turn.putOff && (turn === last.at(-1) || !putsOff(turn.reply, locale));
  const undertaken = (turn: HeardTurn): boolean =>
    has(turn, 'commitment') || (!has(turn, 'evasion', 'vague') && findPatterns(ownAct[locale], turn.turn.text).length > 0);
  const promised = showing(last, 'commitment', 'date').filter((turn) => undertaken(turn) && stands(turn));
  const dated = promised.filter((turn) => has(turn, 'date'));
  const mutual = dated.some((turn) => turn.takenUp >= 3) || differentFacts(dated, 'date') >= 3;
  const offered = showing(last, 'guarantee', 'concession', 'date').filter((turn) => !stepsPast(turn));
  const reached: Level = dated.length >= 2 || mutual ? 5 : dated.length === 1 ? 4 : promised.length > 0 ? 3 : offered.length > 0 ? 2 : 1;
  const open = last.at(-1);
  const cap: Level = open && (open.missed || harmed([open], 'contempt', 'insult', 'blame').length > 0) ? 3 : 5;
  return judge(sound.length, atMost(reached, cap), [
    ...spots(dated, 'commitment', 'date').toReversed(),
    ...spots(promised, 'commitment').toReversed(),
    ...spots(offered, 'guarantee', 'concession', 'date').toReversed(),
  ]);
}
