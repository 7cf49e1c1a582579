import type { ConcernState, PersonaState, StateMove } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Concern, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import type { Level } from './levels.ts';

const easedAt = 50;
const resolvedAt = 100;
/** One turn cannot carry a worry all the way: people are convinced by an answer that holds when they come back to it. */
const mostInOneTurn = 70;

export interface ConcernNews {
  readonly id: string;
  readonly before: ConcernState['status'];
  readonly after: ConcernState['status'];
  readonly gained: number;
}

/** What a turn did to each concern it is about; to the one on the table when it names none. */
export function weighConcerns(
  scenario: ScenarioContent,
  state: PersonaState,
  signals: readonly Signal[],
  text: string,
  locale: Locale,
  level: Level,
): { concerns: PersonaState['concerns']; news: ConcernNews[]; moves: StateMove[] } {
  const named = scenario.concerns.filter((concern) => isAbout(concern, text, locale));
  const onTheTable = scenario.concerns.filter((concern) => concern.id === state.onTheTable);
  const addressed = named.length > 0 ? named : onTheTable;
  const concerns = { ...state.concerns };
  const news: ConcernNews[] = [];
  const moves: StateMove[] = [];
  for (const concern of addressed) {
    const current = concerns[concern.id];
    if (!current) continue;
    const { gain, counted, at } = gainOn(concern, current, signals, text, locale);
    // A list that names every worry at once answers none of them well.
    const share = gain > 0 ? Math.min(1, 2 / addressed.length) : 1;
    const gained = Math.min(mostInOneTurn, (gain * share) / level.evidence);
    const progress = Math.max(0, current.progress + gained);
    const status = current.status === 'resolved' || progress >= resolvedAt ? 'resolved' : progress >= easedAt ? 'eased' : 'open';
    // A worry that was eased before it was voiced is not brought up as if nothing had been said.
    concerns[concern.id] = { ...current, progress, status, raised: current.raised || status !== 'open', counted: [...current.counted, ...counted] };
    news.push({ id: concern.id, before: current.status, after: status, gained });
    if (status !== current.status && status !== 'open') {
      const resolved = status === 'resolved';
      moves.push({ cause: resolved ? 'concern_resolved' : 'concern_eased', about: concern.id, ...at, trust: resolved ? 7 : 4, tension: resolved ? -7 : -4, patience: resolved ? 6 : 3 });
    }
  }
  return { concerns, news, moves };
}

export function isAbout(concern: Concern, text: string, locale: Locale): boolean {
  return findPatterns(concern.about[locale], text).length > 0 || concern.keys.some((key) => findPatterns(key.about[locale], text).length > 0);
}

function gainOn(concern: Concern, current: ConcernState, signals: readonly Signal[], text: string, locale: Locale) {
  let gain = 0;
  let at = { start: 0, end: text.length };
  let best = 0;
  const counted: string[] = [];
  const count = (name: string, weight: number, span: { start: number; end: number }) => {
    if (counted.includes(name)) return;
    // What already counted for this concern counts a quarter when it is said again; what harms, harms each time.
    const worth = weight > 0 && current.counted.includes(name) ? weight / 4 : weight;
    gain += worth;
    if (weight > 0) counted.push(name);
    if (worth > best) {
      best = worth;
      at = { start: span.start, end: span.end };
    }
  };
  for (const signal of signals) {
    const weight = concern.eases[signal.kind];
    if (weight !== undefined) count(signal.kind, weight, signal);
  }
  for (const [index, key] of concern.keys.entries()) {
    const found = findPatterns(key.about[locale], text)[0];
    if (found) count(`key ${index}`, key.weight, found);
  }
  return { gain, counted, at };
}

/** The next worry that the persona has not brought up, in the order of the scenario. */
export const nextUnraised = (scenario: ScenarioContent, state: PersonaState): Concern | undefined =>
  scenario.concerns.find((concern) => state.concerns[concern.id]?.raised === false && state.concerns[concern.id]?.status !== 'resolved');

/** The worry that weighs most among those left open: raised before unraised, least eased first. */
export function heaviestOpen(scenario: ScenarioContent, state: PersonaState): Concern | undefined {
  return scenario.concerns
    .filter((concern) => state.concerns[concern.id]?.status !== 'resolved')
    .toSorted((a, b) => (state.concerns[a.id]?.progress ?? 0) - (state.concerns[b.id]?.progress ?? 0))[0];
}
