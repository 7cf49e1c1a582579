import { z } from 'zod';
import { Turn, TurnAnalysis } from './conversation.ts';
import { ReportId, SessionId, Slug } from './id.ts';
import { Locale } from './locale.ts';
import { route } from './route.ts';
import { Outcome } from './session.ts';

/** Words that were really said. Code has checked that `text` stands at these offsets of that turn. */
export const Quote = z.object({ seq: z.int(), start: z.int(), end: z.int(), text: z.string(), atMs: z.int() });
export type Quote = z.infer<typeof Quote>;

/** A strength, a point of vigilance or an axis. The web app and the PDF own the sentences; `id` names them. */
export const Remark = z.object({
  /** Key of the sentence, such as `question.open`. */
  id: z.string(),
  title: z.string(),
  why: z.string(),
  quote: Quote,
});
export type Remark = z.infer<typeof Remark>;

/** A turn that moved the conversation. */
export const Moment = z.object({
  number: z.int().min(1),
  seq: z.int(),
  atMs: z.int(),
  label: z.string(),
  trust: z.number(),
  tension: z.number(),
  direction: z.enum(['up', 'down']),
});
export type Moment = z.infer<typeof Moment>;

export const CurvePoint = z.object({ seq: z.int(), atMs: z.int(), trust: z.number(), tension: z.number() });
export type CurvePoint = z.infer<typeof CurvePoint>;

/**
 * Why a criterion has no level. `few_opportunities`: too few turns could have shown it. `not_measurable`: words alone carry no level of
 * it, and no model rated it. The others are a panel's: too few of its raters gave a level that counts, they differ too widely, or the
 * learner gave them orders.
 */
export const Abstention = z.enum(['few_opportunities', 'not_measurable', 'few_raters', 'disagreement', 'instructed']);
export type Abstention = z.infer<typeof Abstention>;

/** A level from 1 to 5 with its evidence, or none when the conversation gave too little to tell. */
export const CriterionScore = z.object({
  competency: Slug,
  name: z.string(),
  short: z.string(),
  weight: z.int(),
  level: z.int().min(1).max(5).nullable(),
  anchor: z.string().nullable(),
  nextAnchor: z.string().nullable(),
  /** Null where there is a level. */
  abstained: Abstention.nullable(),
  /** How many turns gave the opportunity to show it. */
  opportunities: z.int(),
  quotes: z.array(Quote),
  /** Between the highest and the lowest level that a rater gave; null where fewer than two gave one. */
  spread: z.int().nullable(),
  /** Where words alone cannot carry a level: what the anchors ask for, and where it was first seen; without a quote it was not seen. */
  moves: z.array(z.object({ label: z.string(), quote: Quote.nullable() })),
});
export type CriterionScore = z.infer<typeof CriterionScore>;

/** A figure about the way of speaking; never part of a level. */
export const Measure = z.object({
  id: z.enum(['talk_share', 'words_per_turn', 'open_questions', 'response_delay', 'speech_rate', 'fillers']),
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  definition: z.string(),
  /** Published reference, with its source; null where there is none for this exercise. */
  norm: z.object({ value: z.number(), text: z.string() }).nullable(),
  /** What weakens the figure in this session, in words. */
  caveat: z.string().nullable(),
});
export type Measure = z.infer<typeof Measure>;

export const Provenance = z.object({
  engine: z.string(),
  scenarioVersion: z.int(),
  gridVersions: z.record(z.string(), z.int()),
  rater: z.string(),
  seed: z.int(),
  /** Raters whose levels counted, the rules among them: the most there were on one criterion. */
  raters: z.int(),
  /** The model that was asked besides; null where the rules rated alone. */
  model: z.string().nullable(),
  /** `rules_only`: models were asked and none gave an answer that counts. */
  note: z.enum(['rules_only']).nullable(),
});
export type Provenance = z.infer<typeof Provenance>;

/** One of the learner's own sentences, said better in their own words. */
export const BetterSentence = z.object({ quote: Quote, title: z.string(), better: z.string(), why: z.string() });
export type BetterSentence = z.infer<typeof BetterSentence>;

/** The turn of the learner from which a second try would gain most. */
export const ReplayPoint = z.object({ seq: z.int(), atMs: z.int(), said: z.string(), why: z.string() });
export type ReplayPoint = z.infer<typeof ReplayPoint>;

/** What to train next: an exercise for one competency, and a scenario of the library that gives occasions for it. */
export const NextExercise = z.object({
  competency: Slug,
  name: z.string(),
  exercise: z.string(),
  scenario: z.object({ slug: Slug, title: z.string(), personaName: z.string(), minutes: z.int() }).nullable(),
});
export type NextExercise = z.infer<typeof NextExercise>;

/** A condensed report holds outcome, strengths, points of vigilance and one recommendation; its other lists are empty. */
export const ReportVariant = z.enum(['full', 'condensed']);
export type ReportVariant = z.infer<typeof ReportVariant>;

export const Report = z.object({
  id: ReportId,
  variant: ReportVariant,
  session: SessionId,
  scenario: Slug,
  scenarioTitle: z.string(),
  level: z.int(),
  persona: Slug,
  personaName: z.string(),
  learnerName: z.string(),
  locale: Locale,
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime(),
  elapsedMs: z.int(),
  outcome: Outcome,
  /** One sentence why the conversation ended as it did. */
  because: z.string().nullable(),
  /** False after a distress message: there is no score then, only an address. */
  scored: z.boolean(),
  curve: z.array(CurvePoint),
  moments: z.array(Moment),
  turns: z.array(Turn),
  analysis: z.array(TurnAnalysis),
  strengths: z.array(Remark).max(3),
  vigilance: z.array(Remark).max(3),
  axes: z.array(Remark).max(3),
  /** What was not said: facts nobody asked for and concerns left open, so that a second try has an aim. */
  leftOpen: z.array(z.object({ kind: z.enum(['concern', 'fact']), label: z.string() })),
  better: BetterSentence.nullable(),
  replayFrom: ReplayPoint.nullable(),
  next: NextExercise.nullable(),
  criteria: z.array(CriterionScore),
  /** Models are still to rate beside the rules: levels may change, ask again in a moment. */
  panelAwaited: z.boolean(),
  overall: z.number().nullable(),
  measures: z.array(Measure),
  provenance: Provenance,
});
export type Report = z.infer<typeof Report>;

const params = z.object({ id: SessionId });
const inVariant = z.object({ variant: ReportVariant.default('full').describe('condensed: outcome, strengths, points of vigilance and one recommendation.') });
const none = z.object({});

export const reportRoutes = {
  read: route({
    id: 'readReport',
    method: 'GET',
    path: '/v1/sessions/:id/report',
    tag: 'Reports',
    summary: 'Read the debrief of a session',
    can: 'report.read',
    description: 'Answers `report.pending` while it is being written: ask again in a moment.',
    params,
    query: inVariant,
    body: none,
    status: 200,
    answer: Report,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found', 'report.pending', 'report.not_found'],
  }),
  download: route({
    id: 'downloadReport',
    method: 'GET',
    path: '/v1/sessions/:id/report.pdf',
    tag: 'Reports',
    summary: 'Download the debrief as a tagged PDF',
    can: 'report.read',
    params,
    query: inVariant,
    body: none,
    status: 200,
    answer: z.any(),
    file: 'application/pdf',
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found', 'report.pending', 'report.not_found'],
  }),
} as const;
