import type { ConcernState, PersonaState, StateMove } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Concern, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import { promiseShare } from './appraise.ts';
import type { Level } from './levels.ts';

/** Progress from which a concern is eased, and resolved. */
export const evidenceFor = { eased: 50, resolved: 100 } as const;
/** One turn cannot carry a worry all the way: people are convinced by an answer that holds when they come back to it. */
const mostInOneTurn = 70;
/** What a turn must bring to settle a worry that is nearly there: «je comprends» never does. */
const leastThatSettles = 12;

/** What it does to the persona that a worry is eased or settled. */
const rewards = { eased: { trust: 3, tension: -3, patience: 2 }, resolved: { trust: 5, tension: -5, patience: 3 } } as const;

export interface ConcernNews {
  readonly id: string;
  readonly before: ConcernState['status'];
  readonly after: ConcernState['status'];
  readonly gained: number;
}

/** What a turn did to each concern it is about, the most moved first; to the one on the table when it names none. */
export function weighConcerns(
  scenario: ScenarioContent,
  state: PersonaState,
  signals: readonly Signal[],
  text: string,
  locale: Locale,
  level: Level,
): { concerns: PersonaState['concerns']; news: ConcernNews[]; moves: StateMove[] } {
  const named = scenario.concerns.filter((concern) => isAbout(concern, text, locale, state.concerns[concern.id]?.raised ?? false));
  const onTheTable = scenario.concerns.filter((concern) => concern.id === state.onTheTable);
  const addressed = (named.length > 0 ? named : onTheTable).flatMap((concern) => {
    const current = state.concerns[concern.id];
    return current ? [{ concern, current, ...gainOn(concern, current, signals, text, locale) }] : [];
  });
  const most = Math.max(0, ...addressed.map(({ gain }) => gain));
  // A promise without a when moves a worry and settles none.
  const undated = signals.some((signal) => promiseShare(signal, signals) < 1);
  const concerns = { ...state.concerns };
  const news: ConcernNews[] = [];
  const moves: StateMove[] = [];
  for (const { concern, current, gain, counted, at } of addressed) {
    // A list that names every worry at once answers none of them well.
    const share = gain > 0 ? Math.min(1, 2 / addressed.length) : 1;
    const gained = Math.min(mostInOneTurn, (gain * share) / level.evidence);
    const reached = Math.max(0, current.progress + gained);
    // Half convinced comes before convinced, so that the persona gets to say what is missing; and a remark in passing settles nothing.
    const settles = current.status === 'eased' && gain === most && gained >= leastThatSettles && !counted.every((name) => name === 'commitment' && undated);
    const progress = current.status !== 'resolved' && !settles ? Math.min(reached, evidenceFor.resolved - 1) : reached;
    const status = current.status === 'resolved' || progress >= evidenceFor.resolved ? 'resolved' : progress >= evidenceFor.eased ? 'eased' : 'open';
    // A worry that was eased before it was voiced is not brought up as if nothing had been said.
    concerns[concern.id] = { ...current, progress, status, raised: current.raised || status !== 'open', counted: [...current.counted, ...counted] };
    news.push({ id: concern.id, before: current.status, after: status, gained });
    if (status !== current.status && status !== 'open') {
      const resolved = status === 'resolved';
      moves.push({ cause: resolved ? 'concern_resolved' : 'concern_eased', about: concern.id, ...at, ...rewards[status] });
    }
  }
  moves.push(...harmIn(scenario, signals, text, locale, level));
  return { concerns, news: news.toSorted((a, b) => b.gained - a.gained), moves };
}

/** A wrong answer of this weight costs one point of trust: the worst of them (-60) costs ten. */
const harmPerPoint = 6;

/** Words that a story holds for wrong («vous avez des enfants ?» in a job interview) harm whoever voiced what, in whatever kind of sentence they stand. */
function harmIn(scenario: ScenarioContent, signals: readonly Signal[], text: string, locale: Locale, level: Level): StateMove[] {
  const moves: StateMove[] = [];
  for (const concern of scenario.concerns)
    for (const key of concern.keys) {
      const at = key.weight < 0 ? findPatterns(key.about[locale], text)[0] : undefined;
      if (at === undefined) continue;
      const harm = (-key.weight / harmPerPoint) * level.loss;
      const kind = signals.find(({ start, end }) => start < at.end && at.start < end)?.kind ?? 'idle';
      moves.push({ cause: kind, about: concern.id, start: at.start, end: at.end, trust: -harm, tension: harm, patience: 0 });
    }
  return moves;
}

/** A worry that nobody voiced is only met by its name: words of its answers may tell another story («18 000 euros d'acompte, je comprends»). */
function isAbout(concern: Concern, text: string, locale: Locale, raised: boolean): boolean {
  return findPatterns(concern.about[locale], text).length > 0 || (raised && concern.keys.some((key) => findPatterns(key.about[locale], text).length > 0));
}

const keyName = (index: number) => `key ${index}`;

/** Keys of these concerns that the learner has given, in the form of a directive. */
export const givenKeys = (scenario: ScenarioContent, state: PersonaState, ids: readonly string[]): string[] =>
  scenario.concerns
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, keys }) => keys.flatMap((_, index) => (state.concerns[id]?.counted.includes(keyName(index)) ? [`${id} ${index}`] : [])));

function gainOn(concern: Concern, current: ConcernState, signals: readonly Signal[], text: string, locale: Locale) {
  let gain = 0;
  let at = { start: 0, end: text.length };
  let best = 0;
  const counted: string[] = [];
  const count = (name: string, weight: number, span: { start: number; end: number }) => {
    if (counted.includes(name)) return;
    // What already counted for this concern counts a quarter when it is said again, and half when nobody has voiced the concern
    // yet, unless it is the story's own answer; what harms, harms each time.
    const worth = weight <= 0 ? weight : current.counted.includes(name) ? weight / 4 : current.raised || name.startsWith('key') ? weight : weight / 2;
    gain += worth;
    if (weight > 0) counted.push(name);
    if (worth > best) {
      best = worth;
      at = { start: span.start, end: span.end };
    }
  };
  for (const signal of signals) {
    const weight = concern.eases[signal.kind];
    if (weight !== undefined) count(signal.kind, weight * promiseShare(signal, signals), signal);
  }
  // A turn that is vague from end to end is a list of keywords: naming the answer is not giving it.
  if (signals.some(({ kind, start, end }) => kind === 'vague' && start === 0 && end >= text.trimEnd().length)) return { gain, counted, at };
  for (const [index, key] of concern.keys.entries()) {
    const found = findPatterns(key.about[locale], text)[0];
    if (found) count(keyName(index), key.weight, found);
  }
  return { gain, counted, at };
}

/** The next worry that the persona has not brought up and that nothing has eased, in the order of the scenario. */
export const nextUnraised = (scenario: ScenarioContent, state: PersonaState): Concern | undefined =>
  scenario.concerns.find((concern) => state.concerns[concern.id]?.raised === false && state.concerns[concern.id]?.status === 'open');

/** The worry that weighs most among those of a status: the least answered one. */
export function heaviest(scenario: ScenarioContent, state: PersonaState, status: ConcernState['status']): Concern | undefined {
  return scenario.concerns
    .filter((concern) => state.concerns[concern.id]?.status === status)
    .toSorted((a, b) => (state.concerns[a.id]?.progress ?? 0) - (state.concerns[b.id]?.progress ?? 0))[0];
}
