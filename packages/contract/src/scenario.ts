import { z } from 'zod';
import { Slug } from './id.ts';
import { LocalLines, Locale, LocalText } from './locale.ts';
import { Tier } from './persona.ts';
import { SignalKind } from './signal.ts';
import { Tag, TagKind } from './tag.ts';

/**
 * Words that show a turn is about something. Compared without case and accents, from the start of a word;
 * `retard*` matches any ending, `date` that word alone, `mise en service` those words in a row.
 */
export const Patterns = z.strictObject({ fr: z.array(z.string().min(2)).min(1), en: z.array(z.string().min(2)).min(1) });
export type Patterns = z.infer<typeof Patterns>;

/** A position in a structured answer: situation, task, action, result, a figure, one's own part. */
export const AnswerPart = z.enum(['situation', 'task', 'action', 'result', 'figure', 'agency']);
export type AnswerPart = z.infer<typeof AnswerPart>;

/** Something the persona knows and does not say at once. */
export const Fact = z.strictObject({
  id: Slug,
  label: LocalText,
  about: Patterns,
  /** What earns it. `any` question about it is enough when `by` is empty. */
  earned: z.strictObject({
    by: z.array(z.enum(['open_question', 'closed_question', 'reformulation', 'complex_reformulation', 'acknowledgement'])),
    trust: z.number().min(0).max(100),
  }),
  /** What the persona says when it is earned. */
  reveal: LocalLines,
  /** What the persona says when it is asked for and not earned yet: a door left ajar. */
  guard: LocalLines,
});
export type Fact = z.infer<typeof Fact>;

/** An objection or a worry. Progress goes from 0 to 100: eased at 50, resolved at 100 (scaled by level). */
export const Concern = z.strictObject({
  id: Slug,
  label: LocalText,
  about: Patterns,
  /** How much each kind of signal moves it when the turn is about this concern, or answers it. The same kind counts in full only once. */
  eases: z.partialRecord(SignalKind, z.number().min(-60).max(100)),
  /**
   * Words that are the right answer in this very story («pénalités à notre charge»), or with a negative weight the wrong one:
   * each group counts once. `sought` are words of the persona's own lines that ask for it, so that nobody is asked for what they just gave.
   */
  keys: z.array(z.strictObject({ about: Patterns, weight: z.number().min(-60).max(100), sought: Patterns.optional() })),
  raise: LocalLines,
  press: LocalLines,
  eased: LocalLines,
  resolved: LocalLines,
  /** Shown to a learner who asks for a hint while this is on the table. */
  hint: LocalText,
});
export type Concern = z.infer<typeof Concern>;

/** Something the persona simply answers when asked. */
export const Answer = z.strictObject({ id: Slug, about: Patterns, say: LocalLines });
export type Answer = z.infer<typeof Answer>;

const Bound = z.strictObject({ gte: z.number().optional(), lte: z.number().optional() });
/** Every part that is named must hold. */
export const ExitCondition = z.strictObject({
  trust: Bound.optional(),
  tension: Bound.optional(),
  patience: Bound.optional(),
  /** Learner's turns so far. */
  turns: Bound.optional(),
  /** Concerns that are still open. */
  openConcerns: Bound.optional(),
  /** These concerns are eased or resolved. */
  eased: z.array(Slug).optional(),
  /** These concerns are resolved. */
  resolved: z.array(Slug).optional(),
  /** These facts were revealed. */
  revealed: z.array(Slug).optional(),
  revealedCount: Bound.optional(),
  /** Share of the expected parts heard in a question plan, 0-1. */
  coverage: Bound.optional(),
  /** At least one commitment with a date was made. */
  committed: z.boolean().optional(),
  /** Only when the conversation is ending anyway: time is up, the plan is done or the learner leaves. */
  atEnd: z.boolean().optional(),
});
export type ExitCondition = z.infer<typeof ExitCondition>;

export const ExitKind = z.enum(['good', 'mixed', 'bad']);
export type ExitKind = z.infer<typeof ExitKind>;

export const Exit = z.strictObject({
  id: Slug,
  kind: ExitKind,
  /** Headline of the debrief, addressed to the learner: «Vous gardez le projet, avec un point de contrôle dans deux jours.» */
  title: LocalText,
  /** One sentence why, that holds whenever the condition holds. */
  because: LocalText,
  when: ExitCondition,
  /** The persona's last words. */
  closing: LocalLines,
});
export type Exit = z.infer<typeof Exit>;

export const PlannedQuestion = z.strictObject({
  id: Slug,
  ask: LocalLines,
  rephrase: LocalLines,
  minutes: z.number().min(0.5).max(30),
  expects: z.array(AnswerPart),
  /** A follow-up for each part that may be missing; the most telling first. */
  followUps: z.partialRecord(AnswerPart, LocalLines),
});
export type PlannedQuestion = z.infer<typeof PlannedQuestion>;

/** A role-play or an interview as data, as stored in `content/scenarios/<slug>.json`. A studio edits exactly this. */
export const ScenarioContent = z.strictObject({
  slug: Slug,
  version: z.int().min(1),
  persona: Slug,
  tier: Tier,
  flagship: z.boolean(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: z.int().min(2).max(60),
  title: LocalText,
  /** One line on a card. */
  summary: LocalText,
  /** Slugs of `content/tags.json`, by kind. */
  tags: z.record(TagKind, z.array(Slug).min(1)),
  brief: z.strictObject({
    context: LocalText,
    goal: LocalText,
    /** What the learner tries to obtain or do; also the checklist on the stage. */
    goals: z.array(LocalText).min(3).max(6),
    /** Figures and facts that the learner may use. */
    knowns: z
      .array(z.strictObject({ value: LocalText, label: LocalText }))
      .min(2)
      .max(6),
  }),
  /** What the persona knows and wants, for a language model. Nothing secret. */
  position: LocalText,
  start: z.strictObject({ trust: z.number().min(0).max(100), tension: z.number().min(0).max(100), patience: z.number().min(0).max(100) }),
  /** Everyday words of this story, so that a short question is not taken for something off topic. */
  about: Patterns,
  opening: LocalLines,
  facts: z.array(Fact),
  concerns: z.array(Concern),
  answers: z.array(Answer),
  questionPlan: z.array(PlannedQuestion),
  /** Said when nothing else is due: keeps the story moving, in the scenario's own terms. */
  probes: z.strictObject({ exploring: LocalLines, confronting: LocalLines, closing: LocalLines }),
  /** Said once, past the middle, if time allows. */
  twist: z.strictObject({ say: LocalLines }).nullable(),
  /** Checked in order; the last one has an empty condition apart from `atEnd` and always holds at the end. */
  exits: z.array(Exit).min(3),
  silencePlan: z.strictObject({
    /** Silence before the first nudge. */
    patienceMs: z.int().min(2000).max(60_000),
    /** Silence before each further one. */
    againMs: z.int().min(2000).max(120_000),
    most: z.int().min(0).max(3),
    /** Multiplies the silence that ends a spoken turn: more where people think before they go on. */
    turnPatience: z.number().min(0.8).max(3).default(1),
  }),
  criteria: z.array(z.strictObject({ competency: Slug, weight: z.int().min(1).max(100) })).min(1),
});
export type ScenarioContent = z.infer<typeof ScenarioContent>;

/** A competency with five observable levels, as stored in `content/competencies/<slug>.json`. */
export const CompetencyContent = z.strictObject({
  slug: Slug,
  version: z.int().min(1),
  name: LocalText,
  /** Short name for a chart. */
  short: LocalText,
  anchors: z.tuple([LocalText, LocalText, LocalText, LocalText, LocalText]),
  /** One thing to practise. */
  exercise: LocalText,
});
export type CompetencyContent = z.infer<typeof CompetencyContent>;

/** What the public API tells of a scenario on a card, in one language. */
export const ScenarioSummary = z.object({
  slug: Slug,
  persona: Slug,
  tier: Tier,
  flagship: z.boolean(),
  level: z.int(),
  minutes: z.int(),
  title: z.string(),
  summary: z.string(),
  tags: z.array(Tag),
  locales: z.array(Locale),
});
export type ScenarioSummary = z.infer<typeof ScenarioSummary>;

export const Criterion = z.object({
  competency: Slug,
  name: z.string(),
  short: z.string(),
  weight: z.int(),
  anchors: z.array(z.string()).length(5),
});
export type Criterion = z.infer<typeof Criterion>;

export const Scenario = ScenarioSummary.extend({
  version: z.int(),
  brief: z.object({
    context: z.string(),
    goal: z.string(),
    goals: z.array(z.string()),
    knowns: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  openingLine: z.string(),
  criteria: z.array(Criterion),
});
export type Scenario = z.infer<typeof Scenario>;
