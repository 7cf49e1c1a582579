import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { before, content, findAll, type Find, type Mark, type Reading } from './reading.ts';

type Part = 'situation' | 'task' | 'action' | 'result';
interface Evidence extends Mark {
  kind: Part;
  weight: number;
}

/** A part is present from this much evidence on: one clear find, or two weak ones. */
const PRESENT = 1;
/** Scenes are set early and outcomes told late: cue lists alone carried over badly to fresh answers (recall 0.3 to 0.5), position brings it back. */
const EARLY = 0.6;
const LATE = 0.45;
/** A short answer to «et au bout du compte ?» is the outcome alone: where it stands in the turn tells nothing. */
const SHORT_ANSWER_WORDS = 25;

/** «Quand j'ai pris l'équipe» dates what follows. */
const WHEN = /\b(?:when|once|quand|lorsque|lorsqu'|depuis que|des que) ?$/;
/** "Once I forgot to write it down": with nothing after it "once" is one time, and no date for what follows. */
const ONE_TIME = /\bonce ?$/;
const FOLLOWED = /,| (?:i|we|he|she|they|it|everyone|nobody) /;

const STATE = / (?:etait|etaient|avait|avaient) /;

/** "How old the boy was", «le jour où deux sont tombées malades»: asks or sets a scene, and ends nothing. */
const SUBORDINATE = /\b(?:how(?: [a-z]+)?|what|where|why|whether|comment|pourquoi|jour ou|moment ou|parce que|il y a eu le jour ou) (?:[a-z]{2,6} )?$/;

const participle = (find: Find): string => find.words.split(/[ ,]+/).at(-1) ?? '';

/**
 * Situation, task, action and result of an answer, by tense, person and position. An answer in the conditional («je ferais»)
 * tells nothing that happened, so it has none. `figures` are the quantities already found.
 */
export const structureIn = (turn: Reading, figures: readonly Mark[]): Mark[] => {
  const lists = turn.lexicon.structure;
  const length = Math.max(1, turn.text.length);
  const evidence: Evidence[] = [];
  const add = (kind: Part, weight: number, find: { start: number; end: number }): void => {
    evidence.push({ kind, weight, start: find.start, end: find.end });
  };
  const agency: Mark[] = [];

  // «Parce que c'était un contrat de dix mois» gives a reason and sets no scene.
  for (const find of findAll(turn, lists.situation))
    if (find.start < length * EARLY && !/\b(?:parce que|because) $/.test(before(turn, find, 14))) add('situation', 1, find);
  for (const find of findAll(turn, lists.setting)) if (find.start < length * EARLY) add('situation', 0.5, find);
  for (const find of findAll(turn, lists.task)) add('task', 1, find);
  const acts: Find[] = [];
  const rest = (find: Find): string => turn.text.slice(find.end, find.end + 40);
  // «J'ai lu» tells a state as often as an act; what it was done to makes it one: «j'ai lu un article».
  const isState = (find: Find): boolean => lists.states.has(participle(find)) && !lists.acted.test(`${participle(find)}${rest(find)}`);
  const hellos = new Set(findAll(turn, turn.lexicon.manners.greeting).map((hello) => hello.sentence.start));
  for (const find of findAll(turn, lists.ownAction)) {
    const lead = before(turn, find, 14);
    const dates = WHEN.test(lead) && (!ONE_TIME.test(lead) || FOLLOWED.test(turn.text.slice(find.end, find.sentence.end)));
    if (isState(find) || lists.aside.test(rest(find)) || hellos.has(find.sentence.start) || dates) continue;
    agency.push(content('agency_i', find));
    add('action', 1, find);
    // A scene may follow «j'ai lu une annonce»; it ends with what is an act in any words.
    if (!lists.states.has(participle(find)) && !ONE_TIME.test(lead)) acts.push(find);
  }
  for (const find of findAll(turn, lists.sharedAction)) {
    if (isState(find)) continue;
    agency.push(content('agency_we', find));
    add('action', lists.object.test(rest(find)) ? 1 : 0.25, find);
    acts.push(find);
  }
  const first = Math.min(length * EARLY, ...acts.map((find) => find.start));
  const last = Math.max(0, ...acts.map((find) => find.end));
  // A scene is set before anyone acts; without an act it takes two to be one.
  const asked = evidence.filter((one) => one.kind === 'task');
  for (const find of findAll(turn, lists.scene))
    if (find.start < first && !asked.some((task) => task.start < find.end && find.start < task.end)) add('situation', acts.length > 0 ? 1 : 0.5, find);
  const short = turn.words <= SHORT_ANSWER_WORDS;
  for (const find of findAll(turn, lists.result)) add('result', find.start < length * 0.35 && !short ? 0.4 : 1, find);
  const acted = evidence.some((one) => one.kind === 'action');
  const told = acted || evidence.some((one) => one.kind === 'situation');
  for (const find of findAll(turn, lists.outcome)) {
    // A state is an end only after an act: «on était neuf» tells how it was.
    if (SUBORDINATE.test(before(turn, find, 24)) || (!acted && STATE.test(find.words))) continue;
    // What others did once the last act was done is how it ended.
    if (short || (acted && find.start > length * 0.55)) add('result', acted && !short && find.start > last ? 1 : 0.5, find);
  }
  // «Une place à trois kilomètres» is no outcome: figures only add to one.
  const ended = evidence.some((one) => one.kind === 'result');
  for (const figure of figures) if (told && ended && figure.start > length * LATE) add('result', /%|€|\$/.test(figure.value ?? '') ? 0.6 : 0.5, figure);

  const supposed = findAll(turn, lists.hypothetical).length;
  const total = (kind: Part): number => evidence.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.weight, 0);
  if (supposed >= 2 && total('action') <= supposed) return [];
  const present = new Set<SignalKind>((['situation', 'task', 'action', 'result'] as const).filter((kind) => total(kind) >= PRESENT));
  return [...evidence.filter((one) => present.has(one.kind)).map(({ kind, start, end }): Mark => ({ kind, start, end })), ...agency];
};
