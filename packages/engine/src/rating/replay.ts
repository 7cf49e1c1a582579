import type { StateMove } from '@coachvisio/contract/conversation.ts';
import type { Heard } from './heard.ts';
import type { RatedCriterion, ReplayPoint } from './rating.ts';

/** What could have been said otherwise. A turn that went wrong for another cause is no place to start again. */
export const replayReasons: ReadonlySet<StateMove['cause']> = new Set([
  'insult',
  'contempt',
  'blame',
  'hollow_empathy',
  'evasion',
  'justification',
  'vague',
  'too_long',
  'too_short',
  'repetition',
  'off_topic',
  'advice',
  'closed_question',
  'idle',
]);
/** A turn that cost less, trust and tension together, decided nothing. */
const LEAST = 4;

/** The turn after which trust and tension together moved most for the worse, and the cause that weighed most in it. */
export function replayPoint({ turns }: Heard): ReplayPoint | null {
  const costly = turns
    .map(({ turn, analysis, gain }) => ({ seq: turn.seq, cost: gain.tension - gain.trust, cause: worstOf(analysis.moves) }))
    .filter(({ cost, cause }) => cost >= LEAST && cause !== undefined)
    .toSorted((a, b) => b.cost - a.cost || a.seq - b.seq)[0];
  return costly?.cause ? { seq: costly.seq, reason: costly.cause } : null;
}

function worstOf(moves: readonly StateMove[]): StateMove['cause'] | undefined {
  return moves
    .filter(({ cause, trust, tension }) => replayReasons.has(cause) && trust - tension < 0)
    .toSorted((a, b) => a.trust - a.tension - (b.trust - b.tension))[0]?.cause;
}

const TOP = 5;

/** Among the criteria that weigh at least their share, the one with the lowest level; the heavier of two. None when all of them are at the top. */
export function nextToTrain(criteria: readonly RatedCriterion[]): string | null {
  const share = criteria.reduce((sum, { weight }) => sum + weight, 0) / criteria.length;
  const open = criteria.flatMap(({ competency, weight, level }) => (level === null || level === TOP ? [] : [{ competency, weight, level }]));
  const heavy = open.filter(({ weight }) => weight >= share);
  return (heavy.length > 0 ? heavy : open).toSorted((a, b) => a.level - b.level || b.weight - a.weight)[0]?.competency ?? null;
}
