import { z } from 'zod';
import { Slug } from './id.ts';
import { ReactionKind, WholeLineKind } from './persona.ts';
import { AnswerPart } from './scenario.ts';
import { Signal, SignalKind } from './signal.ts';

/** Where the conversation stands. */
export const Phase = z.enum(['opening', 'exploring', 'confronting', 'closing', 'over']);
export type Phase = z.infer<typeof Phase>;

/** What a face may show. Follows the directive, never the other way round. */
export const Expression = z.enum(['neutral', 'attentive', 'doubtful', 'irritated', 'relieved', 'touched', 'firm', 'amused']);
export type Expression = z.infer<typeof Expression>;

export const ConcernState = z.object({
  progress: z.number(),
  status: z.enum(['open', 'eased', 'resolved']),
  raised: z.boolean(),
  /** Signal kinds and key groups that already counted. */
  counted: z.array(z.string()),
});
export type ConcernState = z.infer<typeof ConcernState>;

/** The state of the character played. Says nothing about the learner. */
export const PersonaState = z.object({
  trust: z.number().min(0).max(100),
  tension: z.number().min(0).max(100),
  patience: z.number().min(0).max(100),
  phase: Phase,
  /** Learner's turns that took part in the story. */
  turns: z.int(),
  concerns: z.record(z.string(), ConcernState),
  /** The concern on the table. */
  onTheTable: z.string().nullable(),
  /** Facts that were revealed. */
  revealed: z.array(z.string()),
  answered: z.array(z.string()),
  insults: z.int(),
  committed: z.boolean(),
  /** A commitment was asked for; the next vague turn counts as a refusal to commit. */
  commitmentAsked: z.int(),
  twistSaid: z.boolean(),
  timeLowSaid: z.boolean(),
  silences: z.int(),
  /** Question plan: where it stands and what was heard for each question. */
  plan: z.object({
    index: z.int(),
    followUps: z.int(),
    /** Parts already asked for in the question that stands. */
    sought: z.array(AnswerPart),
    heard: z.record(z.string(), z.array(AnswerPart)),
    /** Questions that the learner asked something back about instead of answering, once for each time. */
    askedBack: z.array(z.string()).default([]),
  }),
});
export type PersonaState = z.infer<typeof PersonaState>;

/** Why the state moved: one row for each cause, with where it stands in the turn. */
export const StateMove = z.object({
  cause: z.union([SignalKind, z.literal('idle'), z.literal('concern_eased'), z.literal('concern_resolved'), z.literal('fact_earned')]),
  about: Slug.optional(),
  start: z.int(),
  end: z.int(),
  trust: z.number(),
  tension: z.number(),
  patience: z.number(),
});
export type StateMove = z.infer<typeof StateMove>;

/** What the persona is to do next. Decided by rules; voiced by the bank or by a model. */
export const Directive = z.object({
  move: z.enum([
    'open',
    'react',
    'reveal_fact',
    'guard_fact',
    'answer',
    'raise_concern',
    'press_concern',
    'ease_concern',
    'resolve_concern',
    'ask_question',
    'rephrase_question',
    'follow_up',
    'probe',
    'twist',
    'say_line', // one of the persona's whole lines, named by `line`
    'disclose',
    'leave_role',
    'close',
  ]),
  /** Id of the concern, fact, answer, question or exit. */
  about: Slug.optional(),
  /** The part that a follow-up asks for. */
  part: AnswerPart.optional(),
  line: WholeLineKind.optional(),
  reaction: ReactionKind.optional(),
  /** A second move after the first: resolved this, now that. */
  next: z
    .object({
      move: z.enum(['raise_concern', 'press_concern', 'ease_concern', 'answer', 'reveal_fact', 'ask_question', 'rephrase_question', 'follow_up', 'probe']),
      about: Slug.optional(),
      part: AnswerPart.optional(),
    })
    .optional(),
  /** Keys that the learner has given, as `<concern> <index>`: what asks for them is not said any more. */
  given: z.array(z.string()).optional(),
  /** Exact words of the learner to pick up. */
  quote: z.string().optional(),
  expression: Expression,
  /** The conversation ends with this reply. */
  ends: z.object({ exit: Slug.nullable(), reason: z.enum(['exit', 'insult', 'distress', 'time', 'learner']) }).optional(),
});
export type Directive = z.infer<typeof Directive>;

export const EndReason = z.enum(['exit', 'insult', 'distress', 'time', 'learner', 'abandoned']);
export type EndReason = z.infer<typeof EndReason>;

/** How a spoken turn of the learner sounded, as far as it was measured. */
export const TurnSound = z.object({
  /** From the first sound to the last, in milliseconds. */
  durationMs: z.int().min(0),
  /** From the first sound until it was a turn: with the silence that was waited out. */
  tookMs: z.int().min(0).optional(),
  /** Whether the recogniser writes hesitations down: without that, their number says nothing. null: nobody knows. */
  verbatim: z.boolean().nullable(),
  /** When each word was said, from the first sound on; null where the recogniser does not say. */
  words: z.array(z.object({ text: z.string(), at: z.int(), until: z.int() })).nullable(),
  /** The persona cut in here: the last sentence may not be finished. */
  cutIn: z.literal(true).optional(),
});
export type TurnSound = z.infer<typeof TurnSound>;

/** One committed turn of the conversation. */
export const Turn = z.object({
  seq: z.int().min(1),
  who: z.enum(['persona', 'learner']),
  text: z.string(),
  /** Session clock when the turn began, pauses left out. */
  atMs: z.int().min(0),
  /** Learner: time between the end of the persona's words and this turn. */
  delayMs: z.int().min(0).nullable(),
  /** Persona: who worded it. */
  voicedBy: z.enum(['bank', 'model']).nullable(),
  /** Persona: the expression of the face. */
  expression: Expression.nullable(),
  /** The id that the client gave to its own turn, so that a repeated send is recognised. */
  clientTurnId: z.string().nullable(),
  /** Persona: what was still to be heard when the learner cut in. It is no part of the conversation. */
  unheard: z.string().optional(),
  /** Learner: the turn was spoken aloud. */
  sound: TurnSound.optional(),
});
export type Turn = z.infer<typeof Turn>;

/** A learner's turn as the rules understood it: shown in the debrief and by the terminal client. */
export const TurnAnalysis = z.object({
  seq: z.int(),
  signals: z.array(Signal),
  moves: z.array(StateMove),
  state: PersonaState.pick({ trust: true, tension: true, patience: true, phase: true }),
});
export type TurnAnalysis = z.infer<typeof TurnAnalysis>;

/**
 * Everything a node must know to go on with a session, stored with each committed turn. Times ending in `At` are
 * milliseconds since 1970; the others are on the clock of the session, which stands still in a pause.
 */
export const SessionSnapshot = z.object({
  status: z.enum(['ready', 'live', 'paused', 'ended']),
  floor: z.enum(['persona', 'learner', 'nobody']),
  lastSeq: z.int(),
  persona: PersonaState,
  elapsedMs: z.number(),
  runningSinceAt: z.number().nullable(),
  durationMs: z.int().nullable(),
  /** The reply that is due: decided, not yet whole. */
  due: z.object({ seq: z.int(), directive: Directive, sinceMs: z.number() }).nullable(),
  /** When the persona's last words were taken in, on the session clock. */
  heardMs: z.number().nullable(),
  silenceAt: z.number().nullable(),
  absentSinceAt: z.number().nullable(),
  pausedAt: z.number().nullable(),
  timeIsUp: z.boolean(),
  /** After a distress message nothing is scored. */
  unscored: z.boolean(),
  outcome: z.object({ exit: Slug.nullable(), reason: EndReason }).nullable(),
});
export type SessionSnapshot = z.infer<typeof SessionSnapshot>;
