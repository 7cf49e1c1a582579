import { z } from 'zod';
import { Slug } from './id.ts';
import { LocalLines, LocalText, Locale } from './locale.ts';
import { SignalKind } from './signal.ts';

/** Which offer opens a persona or a scenario. */
export const Tier = z.enum(['starter', 'pro', 'enterprise']);
export type Tier = z.infer<typeof Tier>;

/** What one signal does to the state of the character, on the 0-100 scales, at level 2. */
export const Weight = z.strictObject({
  trust: z.number().min(-40).max(40).default(0),
  tension: z.number().min(-40).max(40).default(0),
  patience: z.number().min(-40).max(40).default(0),
});
export type Weight = z.infer<typeof Weight>;

/**
 * Things any persona can say whatever the scenario, in that person's own voice.
 * A reaction comes before the core of a reply; a whole line is a reply of its own.
 */
export const ReactionKind = z.enum([
  'neutral', // «Hm.» takes note, promises nothing
  'warm', // the learner earned trust
  'cool', // the learner lost some
  'tense', // tension is high or rising
  'touched', // was acknowledged, with a fact that is theirs
  'hollow', // a formula («je comprends, mais…») that was not followed by anything
  'evaded', // the question was stepped around
  'vague', // general words where something precise was due
  'justified', // excuses before listening
  'repeated', // the learner said that already
  'long', // cuts a monologue short
  'cutIn', // takes the floor while the learner is still speaking
  'owned', // the learner took their part
]);
export type ReactionKind = z.infer<typeof ReactionKind>;

export const WholeLineKind = z.enum([
  'unclear', // words that cannot be understood
  'tooShort', // one or two words where more was due
  'offTopic',
  'echo', // picks up the learner's words: must hold {quote}
  'repeat', // introduces a question that is asked again: «Je reprends :»
  'listening', // the learner announced something to come: «Je vous écoute.»
  'thanked', // answer to a bare thank-you or greeting
  'noAnswer', // a question nobody in this story can answer
  'insultFirst',
  'insultLast', // and the conversation ends
  'instruct', // the learner tried to give orders to the software
  'outOfRole', // the learner speaks about the exercise, not in it
  'otherLanguage',
  'timeLow', // about two minutes left
  'backFromPause',
  'seekCommitment', // asks who does what, by when
  'silenceFirst',
  'silenceSecond',
  'silenceThird',
]);
export type WholeLineKind = z.infer<typeof WholeLineKind>;

/** A person with a character, as stored in `content/personas/<slug>.json`. */
export const PersonaContent = z.strictObject({
  slug: Slug,
  name: z.string().min(1),
  firstName: z.string().min(1),
  age: z.int().min(18).max(80),
  tier: Tier,
  /** Three or four words under a portrait: «Client échaudé». */
  headline: LocalText,
  occupation: LocalText,
  /** Two sentences a learner reads before choosing. */
  character: LocalText,
  /** How the person speaks: register, length of sentences, turns of phrase. Read by a language model. */
  speech: LocalText,
  /** Said whenever somebody sincerely asks whether this is a human being. */
  disclosure: LocalText,
  /** Said to somebody who tries the voice out before a session: who this is, in a breath or two. */
  sample: LocalText,
  /** Said out of role when the learner speaks of harming themselves. Names the emergency number. */
  distress: LocalText,
  temperament: z.strictObject({
    warmth: z.number().min(0).max(1),
    challenge: z.number().min(0).max(1),
    talkativeness: z.number().min(0).max(1),
    /** Cuts in after this many words in one turn; null never does. */
    interruptsAfterWords: z.int().min(40).max(400).nullable(),
    /** Cuts in aloud after listening for so long, in milliseconds, at level 2; null listens to the end. */
    interruptsAfterMs: z.int().min(20_000).max(120_000).nullable(),
    weights: z.partialRecord(SignalKind, Weight.prefault({})),
  }),
  voice: z.strictObject({
    gender: z.enum(['feminine', 'masculine']),
    rate: z.number().min(0.7).max(1.4),
    pitch: z.number().min(-6).max(6),
    pauseMs: z.int().min(0).max(1000),
  }),
  reactions: z.record(ReactionKind, LocalLines),
  lines: z.record(WholeLineKind, LocalLines),
});
export type PersonaContent = z.infer<typeof PersonaContent>;

/** What the public API tells of a persona, in one language. */
export const Persona = z.object({
  slug: Slug,
  name: z.string(),
  firstName: z.string(),
  age: z.int(),
  tier: Tier,
  headline: z.string(),
  occupation: z.string(),
  character: z.string(),
  disclosure: z.string(),
  /** What this persona says in a sample of its voice. */
  sample: z.string(),
  locales: z.array(Locale),
});
export type Persona = z.infer<typeof Persona>;
