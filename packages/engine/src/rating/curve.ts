import type { PersonaState, StateMove, Turn } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { CurvePoint } from '@coachvisio/contract/report.ts';
import type { Exercise, Heard, HeardTurn } from './heard.ts';
import type { RatedMoment, Sentence } from './rating.ts';
import { inSentence } from './subject.ts';

/** From where the character starts, over every turn of the learner, to where it ends. */
export function curveOf(heard: Heard, turns: readonly Turn[], finalState: PersonaState): CurvePoint[] {
  const first = turns[0];
  if (!first) return [];
  const { start } = heard.scenario;
  const points: CurvePoint[] = [];
  const firstHeard = heard.turns[0];
  if (!firstHeard || firstHeard.turn.seq > first.seq) points.push({ seq: first.seq, atMs: first.atMs, trust: start.trust, tension: start.tension });
  for (const { turn, analysis } of heard.turns) points.push({ seq: turn.seq, atMs: turn.atMs, trust: analysis.state.trust, tension: analysis.state.tension });
  const last = turns.at(-1);
  const known = points.at(-1);
  if (last && known && last.seq > known.seq) points.push({ seq: last.seq, atMs: last.atMs, trust: finalState.trust, tension: finalState.tension });
  return points;
}

/** More pins than that hide the curve. */
const MOST = 8;
/** A turn that moves less, trust and tension together, did not change the conversation. */
const LEAST = 4;

export function momentsOf(heard: Heard, locale: Locale): RatedMoment[] {
  return heard.turns
    .map((turn) => ({ turn, size: Math.abs(turn.gain.trust) + Math.abs(turn.gain.tension) }))
    .filter(({ size }) => size >= LEAST)
    .toSorted((a, b) => b.size - a.size || a.turn.turn.seq - b.turn.turn.seq)
    .slice(0, MOST)
    .toSorted((a, b) => a.turn.turn.seq - b.turn.turn.seq)
    .map(({ turn }, index) => momentOf(turn, index + 1, heard.scenario, locale));
}

function momentOf(heard: HeardTurn, number: number, scenario: Exercise, locale: Locale): RatedMoment {
  const { trust, tension } = heard.gain;
  const direction = trust - tension >= 0 ? 'up' : 'down';
  return { number, seq: heard.turn.seq, atMs: heard.turn.atMs, label: labelOf(heard.analysis.moves, direction, scenario, locale), trust, tension, direction };
}

/** What weighs at an equal move: a doubt that is gone tells more than the words that made it go. */
const telling: Partial<Record<StateMove['cause'], number>> = { concern_resolved: 12, fact_earned: 8, concern_eased: 6 };

function labelOf(moves: readonly StateMove[], direction: 'up' | 'down', scenario: Exercise, locale: Locale): Sentence {
  const sign = direction === 'up' ? 1 : -1;
  const strongest = moves
    .map((move) => ({ move, push: sign * (move.trust - move.tension) + (direction === 'up' ? (telling[move.cause] ?? 0) : 0) }))
    .toSorted((a, b) => b.push - a.push)[0]?.move;
  if (!strongest) return { id: `moment.${direction}`, params: {} };
  const concern = scenario.concerns.find(({ id }) => id === strongest.about);
  const fact = scenario.facts.find(({ id }) => id === strongest.about);
  const subject = concern?.label[locale] ?? (fact && inSentence(fact.label[locale]));
  const needsSubject = strongest.cause in telling;
  if (needsSubject && subject === undefined) return { id: `moment.${direction}`, params: {} };
  return { id: `moment.${strongest.cause}`, params: needsSubject && subject !== undefined ? { subject } : {} };
}
