import type { Directive, PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';

/** What the learner did to the frame of the exercise, most urgent first; undefined when they stayed in it. */
const frameKinds = [
  'distress',
  'insult',
  'instruct_persona',
  'asks_if_ai',
  'other_language',
  'out_of_role',
  'unintelligible',
  'asks_to_repeat',
  'off_topic',
] as const;
type FrameKind = (typeof frameKinds)[number];

export interface FrameReply {
  readonly directive: Directive;
  readonly state: PersonaState;
  readonly cause: FrameKind;
}

const lineFor: Partial<Record<FrameKind, Directive['line']>> = {
  instruct_persona: 'instruct',
  other_language: 'otherLanguage',
  out_of_role: 'outOfRole',
  unintelligible: 'unclear',
  asks_to_repeat: 'repeat',
  off_topic: 'offTopic',
};

/** Signs of a turn that belongs to the story: they outweigh a remark about the exercise or a drift off topic. */
const inTheStory: ReadonlySet<SignalKind> = new Set([
  'commitment',
  'guarantee',
  'figure',
  'reformulation',
  'complex_reformulation',
  'acknowledgement',
  'apology',
  'ownership',
  'concession',
  'wraps_up',
]);

/**
 * Answers that no story changes: safety, respect, honesty about being an AI, the language agreed on.
 * Only an insult touches the state, through the weights of the temperament, applied by the caller.
 */
export function replyToFrame(signals: readonly Signal[], state: PersonaState, worst: string | null): FrameReply | undefined {
  const cause = frameKinds.find((kind) => signals.some((signal) => signal.kind === kind));
  if (!cause) return undefined;
  const mild = cause === 'off_topic' || cause === 'out_of_role' || cause === 'asks_to_repeat';
  if (mild && signals.some((signal) => inTheStory.has(signal.kind))) return undefined;

  if (cause === 'distress') return { cause, state, directive: { move: 'leave_role', expression: 'attentive', ends: { exit: null, reason: 'distress' } } };
  if (cause === 'asks_if_ai') return { cause, state, directive: { move: 'disclose', expression: 'neutral' } };
  if (cause === 'insult') {
    const insults = state.insults + 1;
    const last = insults > 1;
    return {
      cause,
      state: { ...state, insults, phase: last ? 'over' : state.phase },
      directive: last
        ? { move: 'say_line', line: 'insultLast', expression: 'firm', ends: { exit: worst, reason: 'insult' } }
        : { move: 'say_line', line: 'insultFirst', expression: 'firm' },
    };
  }
  const line = lineFor[cause];
  return line
    ? { cause, state, directive: { move: 'say_line', line, expression: cause === 'unintelligible' || cause === 'asks_to_repeat' ? 'attentive' : 'doubtful' } }
    : undefined;
}
