import type { Directive, Expression, PersonaState, StateMove } from '@coachvisio/contract/conversation.ts';
import type { PersonaContent, ReactionKind } from '@coachvisio/contract/persona.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { chance } from '../random.ts';

/** The first of these that a turn shows gives the reaction, when the turn did not earn something better. */
const troubled: readonly (readonly [SignalKind, ReactionKind])[] = [
  ['contempt', 'tense'],
  ['blame', 'tense'],
  ['hollow_empathy', 'hollow'],
  ['evasion', 'evaded'],
  ['justification', 'justified'],
  ['repetition', 'repeated'],
  ['vague', 'vague'],
];

/** What a persona can take note of. */
const tells: ReadonlySet<SignalKind> = new Set([
  'information',
  'figure',
  'date',
  'example',
  'guarantee',
  'commitment',
  'concession',
  'limit',
  'reformulation',
  'situation',
  'task',
  'action',
  'result',
]);

/** «Bonjour, vous avez cinq minutes ?» is civil, and tells nothing yet. */
const civil: ReadonlySet<SignalKind> = new Set(['greeting', 'thanks', 'open_question', 'closed_question', 'figure', 'date']);

/** «Pardon.» is polite; «je suis désolé» is an apology. */
const shortestApology = 12;

/** Characters of an acknowledgement that touches: «ah oui, c'est rude» is kind and moves nobody. */
const shortestThatTouches = 24;

/** How the persona takes a turn before going on; undefined says nothing. Depends on what the turn changed, then on the seed. */
export function reactTo(
  signals: readonly Signal[],
  moves: readonly StateMove[],
  before: PersonaState,
  after: PersonaState,
  persona: PersonaContent,
  seed: number,
): ReactionKind | undefined {
  const has = (kind: SignalKind) => signals.some((signal) => signal.kind === kind);
  const trust = after.trust - before.trust;
  const tension = after.tension - before.tension;
  if (has('too_long') && persona.temperament.interruptsAfterWords !== null) return 'long';
  const sorry = signals.some(({ kind, start, end }) => kind === 'apology' && end - start >= shortestApology);
  if (trust > 0 && (has('ownership') || sorry) && !has('justification')) return 'owned';
  const recognised = signals.some(({ kind, start, end }) => kind === 'acknowledgement' && end - start >= shortestThatTouches);
  if (trust > 0 && (recognised || has('complex_reformulation'))) return 'touched';
  const trouble = troubled.find(([kind]) => has(kind));
  if (trouble && trust <= 2) return trouble[1];
  if (tension >= 6 && after.tension >= 65) return 'tense';
  if (trust <= -4) return 'cool';
  // «Ça, c'est clair» answers something said: who only asks gets the answer, which is reward enough.
  const onlyAsks = (has('open_question') || has('closed_question')) && signals.every(({ kind }) => civil.has(kind));
  // Five points for most; a cold character gives its approval later than a warm one.
  if (trust >= 7 - persona.temperament.warmth * 4 && !onlyAsks) return 'warm';
  // Who puts the other's words in their own waits for a sign that they were right.
  if (has('reformulation') && !trouble) return 'neutral';
  // Note is taken of what was told: «Admettons.» before an answer, or after words that held nothing, answers somebody else.
  if (!signals.some(({ kind }) => tells.has(kind))) return undefined;
  // Someone talkative takes note more often than someone dry.
  return chance(seed, 'reaction', after.turns) < 0.2 + persona.temperament.talkativeness * 0.4 && moves.length > 0 ? 'neutral' : undefined;
}

const faceOf: Partial<Record<ReactionKind, Expression>> = {
  warm: 'relieved',
  touched: 'touched',
  owned: 'attentive',
  tense: 'irritated',
  cool: 'doubtful',
  hollow: 'doubtful',
  evaded: 'doubtful',
  justified: 'firm',
  repeated: 'irritated',
  vague: 'doubtful',
  long: 'firm',
};

/** The face that goes with a reply. */
export function expressionFor(move: Directive['move'], reaction: ReactionKind | undefined, state: PersonaState): Expression {
  if (move === 'resolve_concern') return 'relieved';
  if (move === 'reveal_fact') return state.trust >= 55 ? 'touched' : 'attentive';
  const face = reaction && faceOf[reaction];
  if (face) return face;
  if (state.tension >= 75) return 'irritated';
  if (move === 'press_concern' || move === 'guard_fact') return 'doubtful';
  if (move === 'twist' || move === 'raise_concern') return 'firm';
  if (state.trust >= 78 && state.tension <= 30) return 'amused';
  return move === 'answer' || move === 'ask_question' || move === 'follow_up' ? 'attentive' : 'neutral';
}
