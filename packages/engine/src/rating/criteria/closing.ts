import { findPatterns } from '../../analysis/match.ts';
import { differentFacts, has, harmed, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import type { Level } from '../rating.ts';
import { putsOff } from '../reply.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { stepsPast } from './uptake.ts';

/** A promise made earlier than that opens a subject; it does not close the conversation. */
const LAST_TURNS = 3;
/** The answers of an interview tell of dates and promises of another time: only what follows the last question is a closing. */
const LAST_ANSWERS = 2;

/** Beside a date these are a promise, whatever the verb: "I'll ask Dana to sit in on Friday at ten". Without one they are an intention. */
const ownAct = {
  fr: ["on s'appelle", 'on se voit', 'on se revoit', 'on se retrouve', 'on se rappelle'],
  en: ["I'll", 'I will', "we'll", 'we will'],
} as const;

/**
 * Looks at the last turns: 1 nothing agreed · 2 an intention, a date without an act, or one forced on who had just put it off · 3 an act
 * without a date, or after which the other had to ask again · 4 who, what and when · 5 twice, several times over, in the other's words,
 * or so that the other goes along with it. When the other takes the matter away, no promise has closed it: 2 at most.
 */
export function closing({ sound, locale, interview, left }: Heard): Judgement {
  const last = sound.slice(-(interview ? LAST_ANSWERS : LAST_TURNS));
  // The last word may well be «je verrai» after a fair offer; one that is put off while the talk goes on has closed nothing.
  const stands = (turn: HeardTurn): boolean => turn.agreed || (!turn.putOff && (turn === last.at(-1) || !putsOff(turn.reply, locale)));
  const saysToAct = (turn: HeardTurn): boolean => findPatterns(ownAct[locale], turn.turn.text).length > 0;
  const undertaken = (turn: HeardTurn): boolean =>
    has(turn, 'commitment') ||
    (!has(turn, 'evasion', 'vague') && saysToAct(turn)) ||
    (turn.agreed && (has(turn, 'closed_question') || (has(turn, 'date') && !has(turn, 'evasion', 'vague'))));
  const promised = showing(last, 'commitment', 'date').filter((turn) => undertaken(turn) && stands(turn));
  const dated = promised.filter((turn) => has(turn, 'date'));
  const mutual = dated.some((turn) => turn.takenUp >= 3 || turn.agreed) || differentFacts(dated, 'date') >= 3;
  const offered = last.filter(
    (turn) => !has(turn, 'repetition') && (saysToAct(turn) || (has(turn, 'guarantee', 'concession', 'date', 'commitment') && !stepsPast(turn))),
  );
  const reached: Level = dated.length >= 2 || mutual ? 5 : dated.length === 1 ? 4 : promised.length > 0 ? 3 : offered.length > 0 ? 2 : 1;
  const open = last.at(-1);
  const cap: Level = left === 'away' ? 2 : left === 'refused' || (open && (open.missed || harmed([open], 'contempt', 'insult', 'blame').length > 0)) ? 3 : 5;
  return judge(sound.length, atMost(reached, cap), [
    ...spots(dated, 'commitment', 'date').toReversed(),
    ...spots(promised, 'commitment').toReversed(),
    ...spots(offered, 'guarantee', 'concession', 'date').toReversed(),
  ]);
}
