import { z } from 'zod';

/**
 * Something observable in a learner's turn. Acts are what the words do, content is what an answer holds.
 * None of them says anything about what the learner feels.
 */
export const SignalKind = z.enum([
  // acts that open
  'open_question',
  'closed_question',
  'reformulation',
  'complex_reformulation',
  'acknowledgement',
  'apology',
  'ownership',
  'thanks',
  'greeting',
  // acts that bring something
  'information',
  'advice',
  'figure',
  'date',
  'example',
  'guarantee',
  'commitment',
  'concession',
  'limit', // holds a line with respect: «je ne peux pas vous promettre jeudi»
  // acts that close a door
  'justification',
  'evasion',
  'hollow_empathy',
  'blame',
  'contempt',
  'insult',
  'repetition',
  'vague',
  // content of an answer to a structured question
  'situation',
  'task',
  'action',
  'result',
  'agency_i',
  'agency_we',
  // the frame of the exercise
  'too_long',
  'too_short',
  'unintelligible',
  'off_topic',
  'out_of_role',
  'instruct_persona',
  'asks_if_ai',
  'asks_to_repeat',
  'other_language',
  'distress',
  'wraps_up',
  'silence',
]);
export type SignalKind = z.infer<typeof SignalKind>;

/** A signal and where it stands in the turn. Offsets are UTF-16 code units into the turn's text. */
export const Signal = z.object({
  kind: SignalKind,
  start: z.int().min(0),
  end: z.int().min(0),
  /** Normalised value where there is one: `12 %`, `jeudi`, the id of a concern. */
  value: z.string().optional(),
});
export type Signal = z.infer<typeof Signal>;
