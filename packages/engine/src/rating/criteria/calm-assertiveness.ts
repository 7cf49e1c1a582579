import type { Locale } from '@coachvisio/contract/locale.ts';
import { findPatterns } from '../../analysis/match.ts';
import { harmed, has, showing, spots, type Heard, type HeardTurn } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';
import { stepsPast } from './uptake.ts';

/**
 * Leaves it to the other, whatever it costs: «comme vous voulez», "whatever you say". Once it may be an offer to choose; as a way of
 * answering it gives up one's own position.
 */
const yields: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    'comme vous voulez',
    'comme tu veux',
    'comme vous préférez',
    'si vous voulez, oui',
    'si vous le dites',
    'si tu le dis',
    'ce que vous voulez',
    'ce que tu veux',
    "c'est vous qui voyez",
    "c'est toi qui vois",
    'vous avez sûrement raison',
    'vous avez sans doute raison',
    'tu as sûrement raison',
    'oui vous avez raison',
    'oui tu as raison',
    'vous avez raison, vous avez raison',
    'je ferai comme vous',
    'je fais comme vous',
    'je ne veux pas vous embêter',
    'je veux pas vous embêter',
    'je veux pas déranger',
    'excusez-moi, excusez-moi',
    'pardon, pardon',
    'je suis nul',
    'je suis nulle',
    'tant pis pour moi',
  ],
  en: [
    'whatever you want',
    'whatever you say',
    'whatever you prefer',
    'whatever works for you',
    'if you say so',
    "you're right, you're right",
    "you're probably right",
    "I guess you're right",
    "I'm sure you're right",
    "yeah you're right",
    "yes you're right",
    "it's up to you",
    "it's your call",
    "I don't want to bother",
    "I don't want to be a bother",
    "I don't want any trouble",
    "sorry, I'm sorry",
    'sorry, sorry',
    "I'm so dumb",
    "I'm an idiot",
  ],
};

/** One soft turn in so many leaves the position as it is; more of them soften it. */
const ONE_IN = 8;

/**
 * 1 attacks again and again · 2 one attack (or words whose tone the other objects to), a row of excuses, one concession after another, yielding again and again, or
 * half of the turns beside what was said · 3 something said plainly, or softly ·
 * 4 three plain turns, or a limit or one's own part · 5 a limit or one's own part, and two plain turns. No level without a position:
 * an even tone alone cannot be read in words.
 */
export function calmAssertiveness({ sound, turns, interview, locale }: Heard): Judgement {
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
  const yielded = sound.filter(({ turn }) => findPatterns(yields[locale], turn.text).length > 0).length;
  const collapses = (given >= 2 && soft > 0 && firm.length === 0) || (yielded >= 2 && yielded > showing(sound, 'limit').length);
  const reached: Level | null =
    firm.length > 0 && plain.length >= 2 ? 5 : firm.length > 0 || plain.length >= 3 ? 4 : plain.length > 0 ? 3 : soft > 0 || yielded > 0 ? 2 : null;
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
